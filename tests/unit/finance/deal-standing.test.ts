import { describe, expect, it } from 'vitest';
import { dealStandings } from '#shared/finance/deal-standing.ts';
import type { Deal } from '#shared/model/deal.ts';
import { buildDeal, buildScenario } from '#tests/support/builders.ts';

const nothing = () => null;
const standing = (deal: Deal, asOf: string) =>
  dealStandings(buildScenario([], { deals: [deal] }), asOf, nothing)[0];

const twoParts = buildDeal('D1', {
  history: [{ from: '2026-01-15', level: 'signed', facts: [] }],
  tranches: [
    { kind: 'before', amount: 2 },
    { kind: 'dated', at: '2026Q1', amount: 3, paid: '2026-02-10' },
    { kind: 'dated', at: '2026Q2', amount: 5, paid: '2026-05-20', inferred: true },
    { kind: 'dated', at: '2026Q4', amount: 1, paid: '2026-06-01', reverse: true },
  ],
});

describe('a deal as a whole', () => {
  // Catches: "Paid" in one place and "signed" in another for a deal whose every instalment was paid.
  it('is cash from the day on which the last of it was paid', () => {
    expect(standing(twoParts, '2026-01-14')).toBeUndefined();
    expect(standing(twoParts, '2026-05-19')).toMatchObject({
      ...{ level: 'signed', since: '2026-01-15', paid: 5, isWhole: false, inferred: false },
    });
    expect(standing(twoParts, '2026-05-20')).toMatchObject({
      ...{ level: 'cash', since: '2026-05-20', paid: 10, isWhole: true, inferred: true },
    });
  });

  // Catches: a lapsed deal shown as paid since its instalments stay cash.
  it('stays ended once it ended, whatever was paid, and names its successor only when that is known', () => {
    const ended: Deal = {
      ...twoParts,
      supersededBy: 'D2',
      history: [...twoParts.history, { from: '2026-06-30', level: 'lapsed', facts: [] }],
    };
    const next = buildDeal('D2', { history: [{ from: '2026-07-05', level: 'signed', facts: [] }] });
    const on = (day: string) => dealStandings(buildScenario([], { deals: [ended, next] }), day, nothing)[0];
    expect(on('2026-07-01')).toMatchObject({ level: 'lapsed', isWhole: false, replacedBy: null, paid: 10 });
    expect(on('2026-07-05')).toMatchObject({ level: 'lapsed', replacedBy: 'D2', since: '2026-06-30' });
  });

  it('settles a purchase commitment quarter by quarter', () => {
    const bought = buildDeal('D3', {
      type: 'purchase commitment',
      history: [{ from: '2026-01-15', level: 'signed', facts: [] }],
      tranches: [{ kind: 'linear', start: '2026Q1', quarters: 2, amount: 10 }],
    });
    expect(standing(bought, '2026-06-29')).toMatchObject({ level: 'signed', paid: 5 });
    expect(standing(bought, '2026-06-30')).toMatchObject({ level: 'cash', since: '2026-06-30', paid: 10 });
  });

  // Catches: forecasts of a row counted as paid since the deal stands at cash.
  it('counts of a row only what its quarters brought by the day', () => {
    const sales = buildDeal('D4', {
      history: [{ from: '2025-01-01', level: 'cash', facts: [] }],
      tranches: [{ kind: 'item', item: 'revenue' }],
      announced: '2025-01-01',
    });
    const [found] = dealStandings(buildScenario([], { deals: [sales] }), '2025-07-31', () => 1);
    expect(found?.paid).toBe(2);
  });
});
