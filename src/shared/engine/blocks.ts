import { itemsOfQuery } from '#shared/finance/deal-book.ts';
import type { DealsQuery } from '#shared/finance/deals-query.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { type IsUnknown, isAffine } from './affine.ts';
import { componentsOf, cutsOf, type Edges, inducedEdges, isCyclic } from './graph.ts';
import { fromLeast, shortestCycle } from './loop-chain.ts';
import type { RowPlan } from './plan.ts';
import type { GoodFormula } from './read-formula.ts';
import { READS_NOTHING, type RowReads, readOf, type Stretch } from './row-reads.ts';

/** Rows that meet themselves within a period. */
export interface LoopStep {
  readonly kind: 'loop';
  /** In an order that works once the cuts have values. */
  readonly rows: readonly number[];
  readonly cuts: readonly number[];
  readonly affine: boolean;
  /** A shortest way round among some of the rows: each reads the next in the same column, the last the first. */
  readonly chainAmong: (rows: readonly number[]) => readonly number[];
}

/** What is calculated within one period of a block, in order. */
export type Step = { readonly kind: 'row'; readonly row: number } | LoopStep;

/** Rows that can only be calculated together; all others come alone, whole rows at a time. */
export interface Block {
  readonly rows: readonly number[];
  readonly isCyclic: boolean;
  /** From the first period to the last, or backwards. */
  readonly direction: 1 | -1;
  /** Time alone orders the block: no row reads a named column, or both sides of time. */
  readonly isOrdered: boolean;
  readonly steps: readonly Step[];
}

const WHOLE_PAST: Stretch = { least: Number.NEGATIVE_INFINITY, most: 0, isFixed: false };

/** Rows that a query can read, whatever its words: for `DEALS` whose words are not written out. */
export const ANY_QUERIES: readonly DealsQuery[] = (['in', 'out'] as const).map((direction) => ({
  direction,
  type: null,
  binding: 'counted' as const,
  counterparty: null,
}));

/**
 * What a formula reads, by name and through deals. `bound` are the rows of its names, −1 for names that
 * do not exist: those are no reads, their cells are errors.
 */
export function readsOfFormula(
  { shape }: GoodFormula,
  bound: readonly number[],
  scenario: Scenario,
  indexOf: (name: string) => number | undefined,
): RowReads {
  const { stretches, deals } = shape;
  if (deals.length === 0 && !bound.includes(-1)) return { targets: bound, stretches };
  const reads = new Map<number, Stretch>();
  for (const [slot, row] of bound.entries()) {
    const stretch = stretches[slot];
    if (row >= 0 && stretch) reads.set(row, stretch);
  }
  const queries = deals.flatMap((query) => (query ? [query] : ANY_QUERIES));
  for (const name of queries.flatMap((query) => itemsOfQuery(scenario, query))) {
    const row = indexOf(name);
    if (row !== undefined) reads.set(row, widest(reads.get(row), WHOLE_PAST));
  }
  return { targets: [...reads.keys()], stretches: [...reads.values()] };
}

function widest(a: Stretch | undefined, b: Stretch): Stretch {
  if (!a) return b;
  return {
    least: Math.min(a.least, b.least),
    most: Math.max(a.most, b.most),
    isFixed: a.isFixed || b.isFixed,
  };
}

/** All blocks, each after what it reads. */
export function blocksOf(plans: readonly RowPlan[], reads: readonly RowReads[]): Block[] {
  const edges: Edges = reads.map(({ targets }) => targets);
  return componentsOf(edges).map((rows) => {
    const only = rows.length === 1 ? rows[0] : undefined;
    const own = only === undefined ? undefined : reads[only];
    if (only !== undefined && own) return blockOfOne(only, rows, readOf(own, only));
    // By key, so that what is solved comes out the same whatever the order of rows.
    const keyOf = (row: number): string => plans[row]?.key ?? '';
    const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return cyclicBlock(sorted, plans, reads);
  });

  /** Most rows: they read others only, or their own past. */
  function blockOfOne(row: number, rows: readonly number[], own: Stretch | undefined): Block {
    if (!own) return { rows, isCyclic: false, direction: 1, isOrdered: true, steps: NO_STEPS };
    if (own.isFixed || own.most >= 0) return cyclicBlock(rows, plans, reads);
    return { rows, isCyclic: true, direction: 1, isOrdered: true, steps: [{ kind: 'row', row }] };
  }
}

const NO_STEPS: readonly Step[] = [];

function cyclicBlock(rows: readonly number[], plans: readonly RowPlan[], reads: readonly RowReads[]): Block {
  const members = new Set(rows);
  const inner = rows.flatMap((row) => {
    const { targets, stretches } = reads[row] ?? READS_NOTHING;
    return stretches.filter((_, place) => members.has(targets[place] ?? -1));
  });
  const readsBack = inner.some((stretch) => stretch.least < 0);
  const readsAhead = inner.some((stretch) => stretch.most > 0);
  const isFixed = inner.some((stretch) => stretch.isFixed);
  return {
    rows,
    isCyclic: true,
    direction: readsAhead && !readsBack ? -1 : 1,
    isOrdered: !isFixed && !(readsBack && readsAhead),
    steps: stepsOf(rows, plans, reads),
  };
}

function stepsOf(rows: readonly number[], plans: readonly RowPlan[], reads: readonly RowReads[]): Step[] {
  const sameColumn = rowEdges(rows, reads);
  return componentsOf(sameColumn).map((component): Step => {
    const places = [...component].sort((a, b) => a - b);
    const members = places.map((place) => rows[place] ?? -1);
    const [only] = members;
    if (!isCyclic(component, sameColumn) && only !== undefined) return { kind: 'row', row: only };
    return loopStep(members, inducedEdges(places, sameColumn), plans);
  });
}

/** Edges among rows within one column, by their place in the list. */
function rowEdges(rows: readonly number[], reads: readonly RowReads[]): number[][] {
  const place = new Map(rows.map((row, index) => [row, index]));
  return rows.map((row) => {
    const { targets, stretches } = reads[row] ?? READS_NOTHING;
    return targets.flatMap((target, at) => {
      const [index, stretch] = [place.get(target), stretches[at]];
      return index !== undefined && stretch && stretch.least <= 0 && stretch.most >= 0 ? [index] : [];
    });
  });
}

function loopStep(rows: readonly number[], edges: Edges, plans: readonly RowPlan[]): LoopStep {
  const cuts = new Set(cutsOf(edges));
  const open = edges.map((targets) => targets.filter((target) => !cuts.has(target)));
  const keys = new Set(rows.map((row) => plans[row]?.key ?? ''));
  return {
    kind: 'loop',
    chainAmong: chainsOf(rows, edges, cuts),
    rows: componentsOf(open)
      .flat()
      .map((place) => rows[place] ?? -1),
    cuts: [...cuts].map((place) => rows[place] ?? -1),
    affine: rows.every((row) => isAffineRow(plans[row], keys)),
  };
}

/** Looked for once for each set of rows that a branch leaves to be solved. */
function chainsOf(
  rows: readonly number[],
  edges: Edges,
  cuts: ReadonlySet<number>,
): (among: readonly number[]) => readonly number[] {
  const ascending = edges.map((targets) => [...targets].sort((a, b) => a - b));
  const known = new Map<string, readonly number[]>();
  return (among) => {
    const name = among.length === rows.length ? '' : among.join();
    let chain = known.get(name);
    if (!chain) {
      const isOpen = (place: number): boolean => among.includes(rows[place] ?? -1);
      const readsOf = (place: number): number[] => (ascending[place] ?? []).filter(isOpen);
      const cycle = shortestCycle([...cuts].filter(isOpen), readsOf) ?? [];
      chain = fromLeast(cycle, (a, b) => a - b).map((place) => rows[place] ?? -1);
      known.set(name, chain);
    }
    return chain;
  };
}

function isAffineRow(plan: RowPlan | undefined, keys: ReadonlySet<string>): boolean {
  if (!plan?.formula?.ok) return true;
  const isUnknown: IsUnknown = (name, time) => {
    const isEarlier = time?.kind === 'point' && time.at.kind === 'offset' && time.at.offset !== 0;
    return keys.has(name) && !isEarlier;
  };
  return isAffine(plan.formula.expression, isUnknown, true);
}
