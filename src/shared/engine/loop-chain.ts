import type { CellValue } from '#shared/model/value.ts';

/** A cycle: each node reads the next, the last reads the first. */
export type Cycle = readonly number[];

/**
 * A shortest cycle through one of the starts; undefined when none closes. Among equals the first of
 * the starts wins, then the first of what a node reads.
 */
export function shortestCycle(
  starts: Iterable<number>,
  readsOf: (node: number) => readonly number[],
): Cycle | undefined {
  let best: Cycle | undefined;
  for (const start of starts) {
    const cycle = cycleThrough(start, readsOf, best?.length ?? Number.POSITIVE_INFINITY);
    best = cycle ?? best;
    if (best?.length === 1) return best;
  }
  return best;
}

/** A cycle through a node that is shorter than the limit, by breadth. */
function cycleThrough(
  start: number,
  readsOf: (node: number) => readonly number[],
  limit: number,
): Cycle | undefined {
  const readBy = new Map<number, number>();
  let front = [start];
  for (let length = 1; length < limit && front.length > 0; length++) {
    const next: number[] = [];
    for (const node of front) {
      for (const target of readsOf(node)) {
        if (target === start) return wayTo(node, start, readBy);
        if (readBy.has(target)) continue;
        readBy.set(target, node);
        next.push(target);
      }
    }
    front = next;
  }
  return undefined;
}

function wayTo(node: number, start: number, readBy: ReadonlyMap<number, number>): Cycle {
  const way = [node];
  for (let at = node; at !== start; ) {
    at = readBy.get(at) ?? start;
    way.unshift(at);
  }
  return way;
}

/** The same cycle, beginning with its least node. */
export function fromLeast(cycle: Cycle, compare: (a: number, b: number) => number): Cycle {
  const least = [...cycle].sort(compare)[0] ?? 0;
  const place = cycle.indexOf(least);
  return [...cycle.slice(place), ...cycle.slice(0, place)];
}

/** What is asked of the model to follow who reads whom. */
export interface ReadTracing {
  evaluate(cell: number, ask: (cell: number) => CellValue): CellValue;
  /** Order of cells that does not depend on where rows stand. */
  compare(a: number, b: number): number;
}

/**
 * A shortest cycle of cells among those that need each other, by what their formulas really read
 * when the cells have these values; all of them when the values open the circle.
 */
export function chainOfCells(
  cells: readonly number[],
  cuts: readonly number[],
  model: ReadTracing,
  valuations: readonly ((cell: number) => CellValue)[],
): Cycle {
  const members = new Set(cells);
  const compare = (a: number, b: number): number => model.compare(a, b);
  const starts = [...cuts].sort(compare);
  for (const assumed of valuations) {
    const known = new Map<number, readonly number[]>();
    const readsOf = (cell: number): readonly number[] => {
      const reads = known.get(cell) ?? readsAt(cell, members, model, assumed).sort(compare);
      known.set(cell, reads);
      return reads;
    };
    const cycle = shortestCycle(starts, readsOf) ?? shortestCycle(cells, readsOf);
    if (cycle) return fromLeast(cycle, compare);
  }
  return [...cells].sort(compare);
}

function readsAt(
  cell: number,
  members: ReadonlySet<number>,
  model: ReadTracing,
  assumed: (cell: number) => CellValue,
): number[] {
  const asked = new Set<number>();
  model.evaluate(cell, (target) => {
    if (members.has(target)) asked.add(target);
    return assumed(target);
  });
  return [...asked];
}
