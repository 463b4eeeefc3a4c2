import { describe, expect, it } from 'vitest';
import { knownAmount, textsKnownFrom } from '#shared/finance/known-deal.ts';
import type { Deal, DealStatus } from '#shared/model/deal.ts';
import { buildDeal, buildFact, buildTimeline } from '#tests/support/builders.ts';

const SIGNED: DealStatus = { from: '2025-03-10', level: 'signed', facts: [] };
const part = { kind: 'linear', start: '2025Q2', quarters: 4 } as const;

const SOURCE = { publisher: 'P', title: 'T', date: '2025-03-01' };

function deal(parts: Partial<Deal>): Deal {
  return buildDeal('D1', {
    facts: [],
    source: SOURCE,

    amount: 22.5,
    announced: '2025-03-10',
    history: [SIGNED],
    tranches: [],
    ...parts,
  });
}

const NOTHING = { facts: [], timeline: buildTimeline() };

describe('amount of a deal as known on a day', () => {
  const grown = deal({
    tranches: [
      { ...part, amount: 12 },
      { ...part, amount: 4, since: '2025-05-15' },
      { kind: 'quarters', start: '2026Q1', amounts: [3, 3.5], since: '2025-09-25' },
    ],
  });

  // Catches: an extension of a contract shown before it was agreed.
  it.each([
    ['2025-03-09', null],
    ['2025-03-10', 12],
    ['2025-05-14', 12],
    ['2025-05-15', 16],
    ['2025-09-25', 22.5],
  ])('on %s', (day, amount) => {
    expect(knownAmount(grown, day, NOTHING)).toBe(amount);
  });

  // Catches: an amount announced long after the arrangement began, told from its beginning.
  it('is unknown before the announcement, though the deal exists', () => {
    const late = deal({ announced: '2026-04-27' });
    expect(knownAmount(late, '2026-04-26', NOTHING)).toBeNull();
    expect(knownAmount(late, '2026-04-27', NOTHING)).toBe(22.5);
  });

  // Catches: a later slice of unstated size taken for nothing.
  it('is unknown while a later slice without a size is in it', () => {
    const open = deal({ tranches: [{ kind: 'item', item: 'sales', since: '2026-01-01' }] });
    expect(knownAmount(open, '2025-12-31', NOTHING)).toBeNull();
    expect(knownAmount(open, '2026-01-01', NOTHING)).toBe(22.5);
  });

  // Catches: the revenue of a year told while the year still runs.
  it('is unknown for a total that was counted, until it was published', () => {
    const told = { ...NOTHING, facts: [buildFact('F1', { knownFrom: '2026-06-30' })] };
    const follows = deal({ facts: ['F1'], tranches: [{ kind: 'item', item: 'sales' }] });
    const paid = deal({ facts: ['F1'], history: [{ ...SIGNED, level: 'cash' }] });
    for (const counted of [follows, paid]) {
      expect(knownAmount(counted, '2026-06-29', told)).toBeNull();
      expect(knownAmount(counted, '2026-06-30', told)).toBe(22.5);
    }
  });

  // Catches: a repayment agreed later taken off what was lent.
  it('does not shrink by later repayments', () => {
    const lent = deal({ tranches: [{ ...part, amount: 5, since: '2026-01-01', reverse: true }] });
    expect(knownAmount(lent, '2025-12-31', NOTHING)).toBe(22.5);
  });
});

describe('day on which the texts of a deal can be shown', () => {
  const timeline = buildTimeline({ asOf: '2026-07-31' });
  const fact = buildFact('F1', { knownFrom: '2025-11-02' });
  const source = (date: string) => ({ publisher: 'P', title: 'T', date });

  // Catches: a term, condition or source told before the last thing behind it was known.
  it.each<[string, Partial<Deal>, string]>([
    ['its last status', { history: [SIGNED, { ...SIGNED, from: '2025-12-01' }] }, '2025-12-01'],
    ['a fact', { facts: ['F1'] }, '2025-11-02'],
    ['a fact of a status', { history: [{ ...SIGNED, facts: ['F1'] }] }, '2025-11-02'],
    ['a later slice', { tranches: [{ ...part, amount: 1, since: '2026-02-03' }] }, '2026-02-03'],
    ['a late announcement', { announced: '2026-04-27' }, '2026-04-27'],
    ['a source of a day', { source: source('2026-03-05') }, '2026-03-05'],
    ['a source of a month', { source: source('2026-02') }, '2026-02-28'],
    ['a source of a leap month', { source: source('2024-02') }, '2025-03-10'],
    ['a source of a year', { source: source('2025') }, '2025-12-31'],
    ['a source of the year under way', { source: source('2026') }, '2026-07-31'],
    ['a source without a date', { source: source('') }, '2025-03-10'],
  ])('%s', (_, parts, day) => {
    const early = deal({ facts: [], source: source('2025-03-01'), ...parts });
    expect(textsKnownFrom(early, { facts: [fact], timeline })).toBe(day);
  });
});
