import type { Flow } from './flows.ts';

/** Who paid whom how much in all. */
export interface FlowMatrix {
  readonly parties: readonly string[];
  /** `amounts[i][j]` from party i to party j. */
  readonly amounts: readonly (readonly number[])[];
}

/** Sums of the flows by payer and payee; parties in the order in which they first appear. */
export function flowMatrix(flows: readonly Flow[]): FlowMatrix {
  const parties = [...new Set(flows.flatMap(({ payer, payee }) => [payer, payee]))];
  const place = new Map(parties.map((name, index) => [name, index]));
  const amounts = parties.map(() => parties.map(() => 0));
  for (const { payer, payee, amount } of flows) {
    const row = amounts[place.get(payer) ?? -1];
    const column = place.get(payee) ?? -1;
    if (row) row[column] = (row[column] ?? 0) + amount;
  }
  return { parties, amounts };
}

/** A way of money round to where it began. */
export interface Cycle {
  /** Each pays the next, the last the first; begins with the party that comes first in the matrix. */
  readonly parties: readonly string[];
  /** The smallest amount on the way: no more than that can have gone round. */
  readonly bottleneck: number;
}

/** So many parties a cycle may have: longer ones say nothing that their parts do not. */
const LONGEST = 6;

/** All simple cycles of at most six parties, the widest bottleneck first. */
export function cyclesOf({ parties, amounts }: FlowMatrix): Cycle[] {
  const cycles: Cycle[] = [];
  const follow = (way: readonly number[], bottleneck: number) => {
    const [first = 0] = way;
    const last = way.at(-1) ?? 0;
    for (const [next, amount] of (amounts[last] ?? []).entries()) {
      if (!(amount > 0)) continue;
      const narrow = Math.min(bottleneck, amount);
      if (next === first && way.length > 1)
        cycles.push({ parties: way.map((index) => parties[index] ?? ''), bottleneck: narrow });
      else if (next > first && !way.includes(next) && way.length < LONGEST) follow([...way, next], narrow);
    }
  };
  for (const start of parties.keys()) follow([start], Number.POSITIVE_INFINITY);
  return cycles.sort((a, b) => b.bottleneck - a.bottleneck || a.parties.length - b.parties.length);
}
