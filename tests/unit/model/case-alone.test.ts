import { describe, expect, it } from 'vitest';
import { checkScenario } from '#shared/format/check.ts';
import { caseAlone } from '#shared/model/case-alone.ts';
import { laidItem } from '#shared/model/lay-case.ts';
import { caseChain } from '#shared/model/resolve-case.ts';
import {
  buildCase,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { engineOf, openaiScenario } from '#tests/support/openai.ts';

const rows = [
  buildItem('price', constant(1), { facts: ['f'] }),
  buildItem('users', byPeriod(1, 2, 3), { facts: ['f'] }),
  buildItem('rent', byYear({ '2025': 4, '2026': 5 })),
  buildItem('revenue', formula('price * users')),
];
const cases = [
  buildCase('under', { price: { content: constant(7), reason: 'Dearer' } }, { asOf: '2025-06-30' }),
  buildCase(
    'over',
    {
      users: { values: { '2025Q2': 9 }, reason: 'Counted anew' },
      rent: { values: { '2026Q1': 6 } },
      revenue: { values: { '2025Q3': 0 } },
    },
    { inherits: 'under' },
  ),
];
const scenario = buildScenario(rows, { cases, facts: [buildFact('f')] });
const laid = (key: string) => laidItem(scenario, caseChain(scenario, 'over'), key);

describe('a case laid into the base', () => {
  // Catches: single values beside a series, which would hide whatever is typed there afterwards.
  it('puts single values into series and leaves them beside formulas', () => {
    expect(laid('users')).toMatchObject({
      content: byPeriod(1, 9, 3, null, null, null, null, null),
      overrides: {},
    });
    expect(laid('rent')?.content).toEqual(byPeriod(4, 4, 4, 4, 6, 5, 5, 5));
    expect(laid('revenue')).toMatchObject({ content: rows[3]?.content, overrides: { '2025Q3': 0 } });
  });

  // Catches: a source that is named for a value which it does not state.
  it('names the reason of the case where the value is no longer that of a source', () => {
    expect(laid('price')).toMatchObject({ facts: [], assumption: 'Dearer' });
    expect(laid('users')).toMatchObject({ facts: ['f'], assumption: 'Counted anew' });
  });

  it('leaves the very row where nothing differs', () => {
    const equal = buildScenario(rows, { cases: [buildCase('equal', { price: { content: constant(1) } })] });
    expect(laidItem(equal, caseChain(equal, 'equal'), 'price')).toBe(rows[0]);
  });
});

describe('a case alone', () => {
  it('is the base, on its day, under a name that says so', () => {
    const alone = caseAlone(scenario, 'over');
    expect(alone.cases).toEqual([]);
    expect(alone.timeline.asOf).toBe('2025-06-30');
    expect(alone.title.en).toBe('Test: over');
    expect(checkScenario(alone).ok).toBe(true);
    expect([...engineOf(alone).rows()]).toEqual([...engineOf(scenario, 'over').rows()]);
  });

  it('without a case is the base without any', () => {
    expect(caseAlone(scenario, null)).toEqual({ ...scenario, cases: [] });
  });

  // Catches: what a case inherits, or its as-of date, lost on the way into a file of its own.
  it.each(['lois-lapse', 'growth-miss'])('%s of the shipped scenario has the values it had', (id) => {
    const shipped = openaiScenario();
    const alone = caseAlone(shipped, id);
    expect(checkScenario(alone).ok).toBe(true);
    expect([...engineOf(alone).rows()]).toEqual([...engineOf(shipped, id).rows()]);
  });
});
