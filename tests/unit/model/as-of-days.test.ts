import { describe, expect, it } from 'vitest';
import { asOfRange, changeDays } from '#shared/model/as-of-days.ts';
import { dayAt, dayNumber } from '#shared/model/date.ts';
import { factStanding, followChain, isKnown } from '#shared/model/fact-visibility.ts';
import { buildDeal, buildItem, buildScenario, constant } from '#tests/support/builders.ts';
import { openaiScenario } from '#tests/support/openai.ts';

describe('day numbers', () => {
  it.each(['1999-12-31', '2000-02-29', '2026-07-31'])('%s comes back', (day) => {
    expect(dayAt(dayNumber(day))).toBe(day);
  });

  it('follow each other over the end of a leap February', () => {
    expect(dayAt(dayNumber('2028-02-29') + 1)).toBe('2028-03-01');
  });
});

describe('days to see a scenario from', () => {
  it('begin with the timeline and end with the latest thing known', () => {
    const { first, last } = asOfRange(openaiScenario());
    expect([first, last]).toEqual(['2025-01-01', '2026-07-31']);
  });

  it('change where a deal changes its status or is paid, each day once', () => {
    const deal = buildDeal('D1', {
      history: [
        { from: '2026-05-01', level: 'announced', facts: [] },
        { from: '2026-06-01', level: 'signed', facts: [] },
      ],
      tranches: [{ kind: 'dated', at: '2026Q2', amount: 1, paid: '2026-06-01' }],
    });
    const scenario = buildScenario([buildItem('a', constant(1))], { deals: [deal] });
    expect(changeDays(scenario)).toEqual(['2026-05-01', '2026-06-01']);
  });
});

describe('facts on a day', () => {
  const { facts, items } = openaiScenario();

  it("Nvidia's 100 gives way to 30 on the day that is known", () => {
    expect(factStanding(facts, 'S01', '2025-09-22').visible).toBe(false);
    expect(factStanding(facts, 'S01', '2026-02-26')).toEqual({ visible: true, supersededBy: null });
    expect(factStanding(facts, 'S01', '2026-02-27')).toEqual({ visible: true, supersededBy: 'FUND-14' });
    expect(followChain(facts, 'S01', '2026-07-31')?.value).toBe(30);
    expect(followChain(facts, 'S01', '2025-01-01')).toBeNull();
  });

  it('a row is known once one of its facts is, and one without facts always', () => {
    const early = '2025-01-01';
    const late = Object.values(items).filter((item) => !isKnown(item, facts, early));
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((item) => isKnown(item, facts, '2026-07-31'))).toBe(true);
    expect(isKnown({ facts: [] }, facts, early)).toBe(true);
  });
});
