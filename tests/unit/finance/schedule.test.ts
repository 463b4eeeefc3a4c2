import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drivenFlow, drivenSchedule, fixedFlows, trancheRemainder } from '#shared/finance/schedule.ts';
import type { CellValue } from '#shared/model/value.ts';
import { buildTimeline } from '#tests/support/builders.ts';

const timeline = buildTimeline({ start: '2025Q1', periods: 8 });

/** One line item whose value follows from the column. */
function reading(values: readonly CellValue[]) {
  return (_: string, column: number): CellValue => values[column] ?? null;
}

function drivenFlows(tranche: Parameters<typeof drivenSchedule>[0], values: readonly CellValue[]) {
  const schedule = drivenSchedule(tranche, timeline);
  return values.map((_, column) => drivenFlow(schedule, column, reading(values)));
}

describe('flows of fixed tranches', () => {
  // Catches: a quarter too early or late, a year spread over quarters before its start.
  it.each([
    ['dated', { kind: 'dated', at: '2025Q3', amount: 5 }, [0, 0, 5, 0, 0, 0, 0, 0], 0],
    ['dated before the timeline', { kind: 'dated', at: '2024Q4', amount: 5 }, [0, 0, 0, 0, 0, 0, 0, 0], 5],
    ['linear', { kind: 'linear', start: '2025Q2', quarters: 4, amount: 8 }, [0, 2, 2, 2, 2, 0, 0, 0], 0],
    [
      'linear beyond the end',
      { kind: 'linear', start: '2026Q3', quarters: 5, amount: 10 },
      [0, 0, 0, 0, 0, 0, 2, 2],
      6,
    ],
    [
      'linear from before',
      { kind: 'linear', start: '2024Q3', quarters: 4, amount: 4 },
      [1, 1, 0, 0, 0, 0, 0, 0],
      2,
    ],
    ['quarters', { kind: 'quarters', start: '2025Q4', amounts: [1, 2, 3] }, [0, 0, 0, 1, 2, 3, 0, 0], 0],
    [
      'annual from the third quarter on',
      { kind: 'annual', start: '2025Q3', byYear: { '2025': 4, '2026': 8, '2027': 1 }, beyond: 7 },
      [0, 0, 2, 2, 2, 2, 2, 2],
      8,
    ],
  ] as const)('%s', (_, tranche, flows, remainder) => {
    expect([...fixedFlows(tranche, timeline)]).toEqual(flows);
    expect(trancheRemainder(tranche, timeline)).toBeCloseTo(remainder, 12);
  });

  // Catches: money lost or made by spreading it.
  it('sum with their remainder to the tranche', () => {
    const starts = fc.constantFrom('2024Q1', '2025Q1', '2025Q2', '2026Q4', '2028Q1');
    const amount = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 40 }), amount, (start, quarters, total) => {
        const tranche = { kind: 'linear', start, quarters, amount: total } as const;
        const sum = fixedFlows(tranche, timeline).reduce((left, right) => left + right, 0);
        expect(sum + trancheRemainder(tranche, timeline)).toBeCloseTo(total, 9);
      }),
    );
  });
});

describe('flows that follow a line item', () => {
  const perUnit = { kind: 'per unit', item: 'gw', rate: 10, cap: 35 } as const;

  // Catches: the first level not counted, a fall paid back, a cap per quarter.
  it('per unit: pays rises up to the cap, the first from nothing', () => {
    expect(drivenFlows(perUnit, [1, 1, 2.5, 2, 3, 9, 10])).toEqual([10, 0, 15, 0, 10, 0, 0]);
  });

  it('per unit: the rate may be a line item', () => {
    const schedule = drivenSchedule({ ...perUnit, rate: 'price' }, timeline);
    const read = (key: string, column: number): CellValue => (key === 'price' ? 4 + column : column);
    expect([0, 1, 2].map((column) => drivenFlow(schedule, column, read))).toEqual([0, 5, 6]);
  });

  // Catches: an error in the item hidden by the cap or by a later period.
  it('per unit: an error stays one, a blank is nothing, a text is no amount', () => {
    const error = { kind: 'error', code: '#N/A' } as const;
    expect(drivenFlows(perUnit, [null, 1, error, 2])).toEqual([0, 10, error, error]);
    expect(drivenFlows(perUnit, ['x'])).toMatchObject([{ code: '#VALUE!' }]);
  });

  // Catches: an event that pays twice, or after its last day.
  it.each([
    ['turns once', [0, 0, 1, 1], [0, 0, 7, 0]],
    ['is there from the start', [1, 1, 1, 1], [7, 0, 0, 0]],
    ['comes and goes', [0, 1, 0, 1], [0, 7, 0, 0]],
    ['comes too late', [0, 0, 0, 1], [0, 0, 0, 0]],
    ['never comes', [0, 0, 0, 0], [0, 0, 0, 0]],
  ])('event: %s', (_, states, flows) => {
    const event = { kind: 'event', item: 'trigger', amount: 7, last: '2025Q3' } as const;
    expect(drivenFlows(event, states)).toEqual(flows);
  });
});
