import type { BindingLevel } from '#shared/model/deal.ts';
import { type Headline, NOTHING } from './headline.ts';

/** Parts of the funding bar, in order; shares of the whole, which adds up to 1. */
export interface BarSegment {
  readonly part: BindingLevel | 'gap';
  readonly amount: number;
  readonly share: number;
}

/** Covers and gap as parts of the need; levels that cover nothing are left out. */
export function fundingBar(shown: Headline): BarSegment[] {
  if (shown.kind !== 'gap' && shown.kind !== 'covered') return [];
  const gap = shown.kind === 'gap' ? [{ part: 'gap' as const, amount: shown.gap }] : [];
  const parts = [...shown.covers.map(({ level, amount }) => ({ part: level, amount })), ...gap];
  const drawn = parts.filter((part) => part.amount > NOTHING);
  const whole = drawn.reduce((sum, part) => sum + part.amount, 0);
  return drawn.map((part) => ({ ...part, share: part.amount / whole }));
}
