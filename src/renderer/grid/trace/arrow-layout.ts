/** A rectangle in the sheet's own pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Side = 'top' | 'bottom' | 'left' | 'right';

/** Where a cell is: on screen, or beyond a side of it at the level of a point. */
export type Spot =
  | { readonly kind: 'shown'; readonly rect: Rect }
  | { readonly kind: 'beyond'; readonly side: Side; readonly at: number };

export interface Link {
  readonly from: Spot;
  readonly to: Spot;
  readonly failed: boolean;
  /** Name of the end that may be out of sight. */
  readonly label: string;
}

export interface Arrow {
  readonly from: Point;
  readonly to: Point;
  /** The end is a cell on screen: a dot there, or a point of the arrow. */
  readonly dot: boolean;
  readonly head: boolean;
  readonly failed: boolean;
}

/** What lies beyond a side: the first name and how many more. */
export interface Stub {
  readonly side: Side;
  readonly at: Point;
  readonly label: string;
  readonly more: number;
  readonly failed: boolean;
}

export interface Layout {
  readonly arrows: readonly Arrow[];
  readonly stubs: readonly Stub[];
}

/** How far inside the edge arrows to the unseen end. */
const INSET = 10;
/** Room at the left of a number. */
const FREE = 9;

/**
 * Arrows between cells, straight, at the side of a cell that its right-aligned number leaves free. An end out of sight is a point at the
 * side beyond which it lies, and all that meet there share it and one label. Links with both ends out of
 * sight are not drawn.
 */
export function layoutArrows(area: Rect, links: readonly Link[]): Layout {
  const drawn = links.filter(({ from, to }) => from.kind === 'shown' || to.kind === 'shown');
  const stubs = new Map<string, Stub>();
  const arrows = new Map<string, Arrow>();
  for (const link of drawn) {
    const from = pointOf(area, link.from);
    const to = pointOf(area, link.to);
    const arrow = {
      from,
      to,
      dot: link.from.kind === 'shown',
      head: link.to.kind === 'shown',
      failed: link.failed,
    };
    const name = [from.x, from.y, to.x, to.y].map(Math.round).join(' ');
    const former = arrows.get(name);
    arrows.set(name, former ? { ...former, failed: former.failed || arrow.failed } : arrow);
    const hidden = link.from.kind === 'beyond' ? link.from : link.to.kind === 'beyond' ? link.to : null;
    if (hidden) addStub(stubs, area, hidden, link);
  }
  return { arrows: [...arrows.values()], stubs: [...stubs.values()] };
}

function addStub(
  stubs: Map<string, Stub>,
  area: Rect,
  spot: Extract<Spot, { kind: 'beyond' }>,
  { label, failed }: Link,
): void {
  const former = stubs.get(spot.side);
  stubs.set(
    spot.side,
    former
      ? {
          ...former,
          more: former.more + Number(label !== former.label),
          failed: former.failed || failed,
        }
      : { side: spot.side, at: pointOf(area, spot), label, more: 0, failed },
  );
}

function pointOf(area: Rect, spot: Spot): Point {
  if (spot.kind === 'shown') {
    const { x, y, width, height } = spot.rect;
    return { x: x + Math.min(FREE, width / 4), y: y + height / 2 };
  }
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const along = (low: number, high: number) => Math.min(Math.max(spot.at, low + INSET), high - INSET);
  switch (spot.side) {
    case 'top':
      return { x: along(area.x, right), y: area.y + INSET };
    case 'bottom':
      return { x: along(area.x, right), y: bottom - INSET };
    case 'left':
      return { x: area.x + INSET, y: along(area.y, bottom) };
    case 'right':
      return { x: right - INSET, y: along(area.y, bottom) };
  }
}
