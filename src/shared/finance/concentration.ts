/** How much hangs on few. */
export interface Concentration {
  /** By party, the largest first, 0 to 1. */
  readonly shares: readonly { readonly name: string; readonly share: number }[];
  /** Herfindahl index: the sum of the squared shares, 0 to 1. */
  readonly herfindahl: number;
}

/**
 * Shares of a total by party. The total may be more than the parties' sum: what belongs to none counts
 * as spread thin. null where the total is not positive.
 */
export function concentration(amounts: ReadonlyMap<string, number>, total: number): Concentration | null {
  if (!(total > 0)) return null;
  const shares = [...amounts]
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => ({ name, share: amount / total }))
    .sort((a, b) => b.share - a.share);
  return { shares, herfindahl: shares.reduce((sum, { share }) => sum + share * share, 0) };
}
