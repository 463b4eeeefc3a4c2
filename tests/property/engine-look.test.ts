import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/engine.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
import type { Case } from '#shared/model/case.ts';
import { BINDING_LEVELS, type Deal } from '#shared/model/deal.ts';
import type { Content } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildCase, buildDeal, buildItem, buildScenario, formula } from '#tests/support/builders.ts';
import { openaiScenario } from '#tests/support/openai.ts';

/** Few, so that a look often falls on the very day of a change or beside it; ends of quarters among them. */
const days = fc.constantFrom(
  ...['2024-12-30', '2025-03-30', '2025-03-31', '2025-04-01', '2025-05-10', '2025-06-29', '2025-06-30'],
  ...['2025-09-30', '2025-12-30', '2025-12-31', '2026-01-31', '2026-02-01', '2026-06-30', '2026-07-31'],
);
const levels = fc.constantFrom(...BINDING_LEVELS, 'lapsed' as const);

const dated: fc.Arbitrary<Content> = fc
  .uniqueArray(fc.tuple(days, fc.integer({ min: -9, max: 9 })), { maxLength: 3, selector: ([from]) => from })
  .map((entries) => ({
    kind: 'dated',
    entries: entries.sort().map(([from, value]) => ({ from, value })),
  }));

const contents: fc.Arbitrary<Content> = fc.oneof(
  dated,
  fc.integer({ min: -9, max: 9 }).map((value): Content => ({ kind: 'constant', value })),
  fc
    .constantFrom(
      'IF(IS_ACTUAL(), base, base[-1] + 1)',
      'LET(x, IS_ACTUAL(), IF(x, "yes", base))',
      'DEALS("in") + DEALS("out", "", "signed")',
      'DEALS("in", "", "cash") * 100 + DEALS("in")',
      'DEALS("in", "", "counted") & ""',
      'base + 1',
      'other[-1] + base',
      'IF(IS_ACTUAL(), 1, 0.5 * (own + base))',
    )
    .map(formula),
);

const deals: fc.Arbitrary<Deal> = fc
  .record({
    isIn: fc.boolean(),
    type: fc.constantFrom<Deal['type']>('equity', 'purchase commitment', 'purchase commitment'),
    history: fc.array(fc.tuple(days, levels), { minLength: 1, maxLength: 3 }),
    paid: fc.option(days, { nil: undefined }),
    since: fc.option(days, { nil: undefined }),
    at: fc.constantFrom('2025Q2', '2025Q4', '2026Q3'),
  })
  .map(({ isIn, type, history, paid, since, at }) =>
    buildDeal('deal', {
      type,
      scope: 'priced',
      payer: isIn ? 'Giver' : 'Company',
      payee: isIn ? 'Company' : 'Giver',
      history: history.sort().map(([from, level]) => ({ from, level, facts: [] })),
      tranches: [
        { kind: 'dated', at, amount: 3, ...(paid ? { paid } : {}), ...(since ? { since } : {}) },
        { kind: 'item', item: 'base', ...(since ? { since } : {}) },
      ],
    }),
  );

const KEYS = ['base', 'other', 'own', 'last'];

/** A case may replace what a row says, or single periods of it, and be seen from a day of its own. */
const cases: fc.Arbitrary<Omit<Case, 'id'>> = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom(...KEYS),
      fc.oneof(
        contents.map((content) => ({ content, values: {}, reason: '' })),
        fc.integer({ min: -9, max: 9 }).map((value) => ({ values: { '2025Q4': value }, reason: '' })),
      ),
      { maxKeys: 2 },
    ),
    fc.option(days, { nil: undefined }),
  )
  .map(([overrides, asOf]) => ({
    ...buildCase('one', {}),
    overrides,
    ...(asOf === undefined ? {} : { asOf }),
  }));

const scenarios: fc.Arbitrary<Scenario> = fc
  .tuple(
    fc.tuple(...KEYS.map(() => contents)),
    fc.array(deals, { minLength: 1, maxLength: 3 }),
    cases,
    cases,
    days,
  )
  .map(([rows, list, first, second, asOf]) =>
    buildScenario(
      [
        ...BINDING_LEVELS.map((level) =>
          buildItem(`count_${level}`, { kind: 'constant', value: level === 'rumoured' ? 0 : 1 }),
        ),
        ...KEYS.map((key, place) =>
          buildItem(key, rows[place] ?? formula('1'), { aggregation: place === 3 ? 'rate' : 'sum' }),
        ),
      ],
      {
        company: 'Company',
        deals: list.map((deal, place) => ({ ...deal, id: `D${place}` })),
        cases: [
          { ...first, id: 'one' },
          { ...second, id: 'two', inherits: 'one' },
        ],
        timeline: {
          start: '2025Q1',
          periods: 8,
          asOf,
          actuals: [
            { from: '2025-05-10', lastActual: '2025Q1' },
            { from: '2026-02-01', lastActual: '2025Q4' },
          ],
        },
      },
    ),
  );

function viewpoints(caseIds: readonly (string | null)[]): fc.Arbitrary<Viewpoint> {
  return fc.record({ caseId: fc.constantFrom(...caseIds), asOf: fc.option(days, { nil: null }) });
}

function expectSame(scenario: Scenario, looks: readonly Viewpoint[]): void {
  const engine = createEngine(scenario, { caseId: null, asOf: null });
  for (const viewpoint of looks) {
    const before = new Map(engine.rows());
    const { rows } = engine.look(viewpoint);
    const fresh = createEngine(scenario, viewpoint);
    expect(Object.fromEntries(engine.rows())).toEqual(Object.fromEntries(fresh.rows()));
    expect(engine.loops()).toEqual(fresh.loops());
    for (const [key, values] of engine.rows()) {
      // What is not reported is the same object as before, so nothing that differs was kept back.
      if (!rows.has(key)) expect(values).toBe(before.get(key));
    }
  }
}

describe('E-906 another look at the same rows', () => {
  // Catches: a row that follows the day or the case and is not calculated anew.
  it('gives what a new engine gives, whatever was looked at before', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        scenarios,
        fc.array(viewpoints([null, 'one', 'two']), { minLength: 4, maxLength: 14 }),
        (scenario, looks) => expectSame(scenario, looks),
      ),
      { numRuns: 300 },
    );
  });

  // Catches: a register that is not opened anew when a quarter ends, though no deal has a day of its own then.
  it('settles a commitment on the last day of its quarter', () => {
    const deal = buildDeal('D1', {
      type: 'purchase commitment',
      history: [{ from: '2025-01-01', level: 'signed', facts: [] }],
      tranches: [{ kind: 'dated', at: '2025Q4', amount: 3 }],
    });
    const scenario = buildScenario([buildItem('settled', formula('DEALS("in", "", "cash")'))], {
      deals: [deal],
    });
    const engine = createEngine(scenario, { caseId: null, asOf: '2025-12-30' });
    const settled = (): unknown => engine.row('settled')?.periods[3];
    expect(settled()).toBe(0);
    engine.look({ caseId: null, asOf: '2025-12-31' });
    expect(settled()).toBe(3);
    engine.look({ caseId: null, asOf: '2025-12-30' });
    expect(settled()).toBe(0);
  });

  // Catches: the same in formulas, deals and loops of the size that people work with.
  it('holds for the shipped scenario', { timeout: 60_000 }, () => {
    const scenario = openaiScenario();
    const ids = [null, null, ...scenario.cases.map(({ id }) => id)];
    fc.assert(
      fc.property(fc.array(viewpoints(ids), { minLength: 1, maxLength: 4 }), (looks) =>
        expectSame(scenario, looks),
      ),
      { numRuns: 12 },
    );
  });
});
