import { describe, expect, it } from 'vitest';
import { dealLevel, trancheLevel } from '#shared/finance/level.ts';
import type { Deal } from '#shared/model/deal.ts';

const commitment: Pick<Deal, 'type' | 'history'> = {
  type: 'purchase commitment',
  history: [
    { from: '2025-09-10', level: 'announced', facts: [] },
    { from: '2025-10-20', level: 'signed', facts: [] },
    { from: '2026-02-01', level: 'lapsed', facts: [] },
  ],
};
const equity = { ...commitment, type: 'equity' } as const;
const slice = { kind: 'linear', start: '2025Q3', quarters: 8, amount: 8 } as const;

describe('level on a day', () => {
  // Catches: a deal that exists before it was known, or outlives its end.
  it.each([
    ['2025-09-09', null],
    ['2025-09-10', 'announced'],
    ['2025-10-19', 'announced'],
    ['2025-10-20', 'signed'],
    ['2026-02-01', 'lapsed'],
  ])('of a deal on %s', (on, level) => {
    expect(dealLevel(commitment, on)).toBe(level);
  });

  // Catches: settled quarters still counted as a promise, or future ones as paid.
  it.each([
    ['a quarter that has ended', '2025-12-31', '2026-01-05', 'cash'],
    ['a quarter that ends today', '2025-12-31', '2025-12-31', 'cash'],
    ['a quarter to come', '2025-12-31', '2025-12-30', 'signed'],
    ['a quarter before the deal', '2025-06-30', '2025-12-01', 'signed'],
    ['settled before the deal lapsed', '2025-12-31', '2026-03-01', 'cash'],
    ['not settled when it lapsed', '2026-03-31', '2026-04-01', null],
    ['before the deal', '2025-12-31', '2025-09-09', null],
  ])('of a commitment: %s', (_, quarterEnd, asOf, level) => {
    expect(trancheLevel(commitment, slice, quarterEnd, asOf)).toBe(level);
  });

  it('equity is not settled by time alone', () => {
    expect(trancheLevel(equity, slice, '2025-12-31', '2026-01-05')).toBe('signed');
  });

  // Catches: money received that vanishes when its deal lapses, or counts before it was paid.
  it('what was paid is cash from its day on, also after the end of the deal', () => {
    const paid = { kind: 'dated', at: '2025Q4', amount: 1, paid: '2025-11-15' } as const;
    expect(trancheLevel(equity, paid, '2025-12-31', '2025-11-14')).toBe('signed');
    expect(trancheLevel(equity, paid, '2025-12-31', '2025-11-15')).toBe('cash');
    expect(trancheLevel(equity, paid, '2025-12-31', '2026-07-31')).toBe('cash');
  });

  it('a slice does not exist before its own first day', () => {
    const later = { ...slice, since: '2025-12-01' };
    expect(trancheLevel(commitment, later, '2026-03-31', '2025-11-30')).toBe(null);
    expect(trancheLevel(commitment, later, '2026-03-31', '2025-12-01')).toBe('signed');
    expect(trancheLevel(commitment, later, '2025-11-30', '2026-01-15')).toBe('signed');
  });

  // Catches: a slice that is firmer than the deal it belongs to.
  it('a slice may be softer than its deal, never firmer', () => {
    expect(trancheLevel(equity, { ...slice, level: 'conditional' }, '2026-03-31', '2025-12-31')).toBe(
      'conditional',
    );
    expect(trancheLevel(equity, { ...slice, level: 'conditional' }, '2026-03-31', '2025-09-15')).toBe(
      'announced',
    );
  });
});
