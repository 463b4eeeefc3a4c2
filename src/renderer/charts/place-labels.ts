export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A text looking for a place. The first candidate is the best-liked one. */
export interface Label {
  readonly id: string;
  /** Labels of less weight give way. */
  readonly weight: number;
  readonly candidates: readonly Box[];
  /** Rather no label than one with a stroke through it. */
  readonly clear?: boolean;
}

/**
 * Finds a place for each label: inside the bounds, over no other label, and over as few strokes
 * as possible. A label without such a place is dropped, the lighter one first.
 */
export function placeLabels(
  labels: readonly Label[],
  bounds: Box,
  strokes: readonly Stroke[] = [],
): Map<string, Box> {
  const placed = new Map<string, Box>();
  for (const label of [...labels].sort((a, b) => b.weight - a.weight)) {
    const free = label.candidates.filter(
      (box) => inside(box, bounds) && ![...placed.values()].some((other) => overlap(box, other)),
    );
    const best = leastCrossed(free, strokes);
    if (best && !(label.clear && strokes.some((stroke) => crosses(stroke, best)))) placed.set(label.id, best);
  }
  return placed;
}

function leastCrossed(boxes: readonly Box[], strokes: readonly Stroke[]): Box | undefined {
  let best: Box | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const crossed = strokes.filter((stroke) => crosses(stroke, box)).length;
    if (crossed < least) {
      best = box;
      least = crossed;
    }
  }
  return best;
}

export function inside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** True when a stroke passes through a box (Liang and Barsky's clipping of a line). */
export function crosses({ x1, y1, x2, y2 }: Stroke, box: Box): boolean {
  let enter = 0;
  let leave = 1;
  const sides = [
    [x1 - x2, x1 - box.x],
    [x2 - x1, box.x + box.width - x1],
    [y1 - y2, y1 - box.y],
    [y2 - y1, box.y + box.height - y1],
  ] as const;
  for (const [slope, room] of sides) {
    if (slope === 0 && room < 0) return false;
    if (slope < 0) enter = Math.max(enter, room / slope);
    if (slope > 0) leave = Math.min(leave, room / slope);
  }
  return enter <= leave;
}
