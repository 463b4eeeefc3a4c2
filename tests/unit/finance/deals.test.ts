import { describe, expect, it } from 'vitest';
import { capacityByQuarter } from '#shared/finance/capacity.ts';
import { openDealBook } from '#shared/finance/deal-book.ts';
import { readDealsQuery } from '#shared/finance/deals-query.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { quarterAt } from '#shared/model/timeline.ts';
import type { CellValue } from '#shared/model/value.ts';
import { buildDeal, buildScenario, buildTimeline } from '#tests/support/builders.ts';
import { openaiScenario } from '#tests/support/openai.ts';

type Read = (key: string, column: number) => CellValue;

/** Answers of `DEALS` in each period on a day. */
function deals(scenario: Scenario, asOf: string, words: readonly string[], read: Read = () => 1) {
  const query = readDealsQuery(words);
  if (!query.ok) throw new Error(query.error.code);
  const book = openDealBook(scenario, asOf);
  return Array.from({ length: scenario.timeline.periods }, (_, column) =>
    book.amount(query.value, column, read),
  );
}

function total(scenario: Scenario, asOf: string, words: readonly string[], read?: Read): number {
  return deals(scenario, asOf, words, read).reduce<number>((sum, amount) => sum + Number(amount), 0);
}

describe('Nvidia and the letter of intent', () => {
  const scenario = openaiScenario();
  // Rises to 10 units over the timeline, as the letter of intent has it.
  const read: Read = (key, column) => (key === 'gw_nvidia_loi' ? Math.min(10, column) : 0);

  // Catches: 130 where 30 took the place of 100.
  it.each([
    ['2025-12-31', { announced: 100 }],
    ['2026-02-26', { announced: 100 }],
    ['2026-02-27', { signed: 30 }],
    ['2026-04-01', { cash: 10, signed: 20 }],
  ] as const)('as seen on %s', (asOf, expected) => {
    const levels = ['cash', 'signed', 'conditional', 'announced', 'rumoured'] as const;
    const found = levels.map((level) => [
      level,
      total(scenario, asOf, ['in', 'equity', level, 'Nvidia'], read),
    ]);
    expect(Object.fromEntries(found.filter(([, amount]) => amount !== 0))).toEqual(expected);
  });

  it('contracts of CoreWeave exist from their own day on', () => {
    const contracted = (asOf: string) =>
      Math.round(total(scenario, asOf, ['out', 'purchase commitment', '', 'CoreWeave']) * 1e9) / 1e9;
    expect(contracted('2025-09-23')).toBe(15.9);
    // 0.325 of the last contract falls due in 2030Q4, its twentieth quarter.
    expect(contracted('2025-09-25')).toBe(22.4);
  });

  it('capacity follows the contracts', () => {
    expect(deals(scenario, '2026-07-31', ['gw', 'rented', '', 'Oracle'])[23]).toBeCloseTo(4.5, 12);
    expect(deals(scenario, '2025-09-09', ['gw', 'rented', '', 'Oracle'])[23]).toBe(0);
    expect(deals(scenario, '2026-07-31', ['gw', 'owned', '', 'Oracle'])[23]).toBe(0);
  });
});

describe('E-909 DEALS', () => {
  const scenario = buildScenario([], {
    timeline: buildTimeline({ periods: 2 }),
    deals: [
      buildDeal('A', {
        history: [{ from: '2025-01-01', level: 'signed', facts: [] }],
        tranches: [{ kind: 'quarters', start: '2025Q1', amounts: [3, 5] }],
      }),
      buildDeal('B', {
        payer: 'Lender',
        type: 'loan',
        history: [{ from: '2025-01-01', level: 'rumoured', facts: [] }],
        tranches: [
          { kind: 'dated', at: '2025Q1', amount: 4 },
          { kind: 'dated', at: '2025Q2', amount: 4, reverse: true },
        ],
      }),
      buildDeal('C', { scope: 'memo' }),
      buildDeal('D', { payer: 'Lender', payee: 'Supplier' }),
    ],
  });
  const asOf = '2025-01-31';

  // Catches: a repayment on the wrong side, memo deals and deals of others counted.
  it('tells in from out, and adds only what matches', () => {
    expect(deals(scenario, asOf, ['in'])).toEqual([7, 5]);
    expect(deals(scenario, asOf, ['out'])).toEqual([0, 4]);
    expect(deals(scenario, asOf, ['in', 'equity'])).toEqual([3, 5]);
    expect(deals(scenario, asOf, ['in', '', 'rumoured'])).toEqual([4, 0]);
    expect(deals(scenario, asOf, ['in', '', '', 'Lender'])).toEqual([4, 0]);
    expect(deals(scenario, asOf, ['in', '', '', 'lender'])).toEqual([0, 0]);
  });

  // Catches: one weight used for all levels, or the weight of another period.
  it('counts each level by its own weight of the period', () => {
    const weights: Read = (key, column) =>
      key === 'count_signed' ? ([0.5, 1][column] ?? 0) : key === 'count_rumoured' ? 0.25 : 1;
    expect(deals(scenario, asOf, ['in', '', 'counted'], weights)).toEqual([2.5, 5]);
  });

  it('passes on the error of a weight that it needs, and of no other', () => {
    const error = { kind: 'error', code: '#N/A' } as const;
    const weights: Read = (key) => (key === 'count_rumoured' ? error : 1);
    expect(deals(scenario, asOf, ['in', '', 'counted'], weights)).toEqual([error, 5]);
  });

  it.each([
    ['deals-direction', ['sideways'], '"in", "out", "gw"'],
    ['deals-type', ['in', 'equty'], '"equity"'],
    ['deals-type', ['gw', 'equity'], '"rented", "owned"'],
    ['deals-level', ['in', '', 'promised'], '"signed"'],
  ])('refuses an unknown word by name: %s', (code, words, allowed) => {
    const query = readDealsQuery(words);
    expect(query.ok || query.error).toMatchObject({
      code,
      params: { word: words.at(-1), allowed: expect.stringContaining(allowed) },
    });
  });
});

describe('capacity of a deal', () => {
  // Catches: a line drawn through the quarters before the start.
  it('runs straight to the year end, from the starting quarter on', () => {
    const at = capacityByQuarter({
      tenure: 'owned',
      yearEnd: { '2025': 1, '2026': 3, '2028': 5 },
      start: '2025Q3',
    });
    const timeline = buildTimeline({ start: '2024Q4', periods: 21 });
    const levels = Array.from({ length: 21 }, (_, column) => at(quarterAt(timeline, column)));
    expect(levels).toEqual([
      0, 0, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.25, 3.5, 3.75, 4, 4.25, 4.5, 4.75, 5, 5, 5, 5, 5,
    ]);
  });
});
