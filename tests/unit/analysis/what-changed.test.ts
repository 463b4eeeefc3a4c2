import { describe, expect, it } from 'vitest';
import { whatChanged } from '#shared/analysis/what-changed.ts';
import {
  buildCase,
  buildDeal,
  buildItem,
  buildScenario,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { shippedScenario } from '#tests/support/shipped.ts';
import { calculate } from './calculate.ts';

describe('what changed', () => {
  const rows = [
    buildItem('a', constant(1)),
    buildItem('b', constant(2)),
    buildItem('same', constant(3)),
    buildItem('m', formula('a + same')),
    buildItem('x', formula('m - 2 * b')),
  ];
  const cases = [
    buildCase('other', { a: { content: constant(11), reason: '' }, b: { content: constant(3), reason: '' } }),
  ];
  const scenario = buildScenario(rows, { cases });
  const [base, other] = [calculate(scenario), calculate(scenario, { caseId: 'other', asOf: null })];

  it('lists the typed values that differ, by effect, with the way to them', () => {
    const changed = whatChanged(base, other, { key: 'x', period: 2 });
    expect([changed.before, changed.after]).toEqual([0, 8]);
    expect(
      changed.leaves.map(({ place, effect, path }) => [place.key, effect, path.map(({ key }) => key)]),
    ).toEqual([
      ['a', 10, ['x', 'm', 'a']],
      ['b', -2, ['x', 'b']],
    ]);
  });

  it('has nothing to say where nothing differs', () => {
    expect(whatChanged(base, other, { key: 'same', period: 0 }).leaves).toEqual([]);
  });

  it('counts a value typed once for all periods once, with all its effects', () => {
    const changed = whatChanged(base, other, { key: 'm', year: 2025 });
    expect(changed.leaves).toMatchObject([{ place: { key: 'a' }, effect: 40, periods: [0, 1, 2, 3] }]);
  });

  it('stops at a formula that was rewritten', () => {
    const written = calculate(
      buildScenario(rows.map((row) => (row.key === 'm' ? { ...row, content: formula('a * 9') } : row))),
    );
    const changed = whatChanged(base, written, { key: 'x', period: 0 });
    expect(changed.leaves).toMatchObject([{ place: { key: 'm' }, cause: { kind: 'content' }, effect: 5 }]);
  });

  it('names the deals that stand otherwise on another day', () => {
    const deals = [buildDeal('D1', { tranches: [{ kind: 'dated', at: '2025Q2', amount: 10 }] })];
    const one = buildScenario([buildItem('x', formula('DEALS("in") + 1'))], { deals });
    const [early, late] = [calculate(one, { caseId: null, asOf: '2026-01-14' }), calculate(one)];
    expect(whatChanged(early, late, { key: 'x', period: 1 }).leaves).toMatchObject([
      {
        cause: {
          kind: 'deals',
          deals: [{ deal: 'D1', before: null, after: { level: 'announced', amount: 10 } }],
        },
        effect: 10,
      },
    ]);
  });

  it('says that the day decides where only the reported quarters differ', () => {
    const timeline = {
      start: '2025Q1',
      periods: 4,
      asOf: '2026-07-31',
      actuals: [{ from: '2025-05-01', lastActual: '2025Q1' }],
    };
    const one = buildScenario([buildItem('x', formula('IF(IS_ACTUAL(), 1, 2)'))], { timeline });
    const [early, late] = [calculate(one, { caseId: null, asOf: '2025-01-01' }), calculate(one)];
    expect(whatChanged(early, late, { key: 'x', period: 0 }).leaves).toMatchObject([
      { cause: { kind: 'viewpoint' }, effect: -1 },
    ]);
  });

  it('follows the shipped scenario between days, loops and all, to its leaves', () => {
    const shipped = shippedScenario();
    const [early, late] = [
      calculate(shipped, { caseId: null, asOf: '2026-02-26' }),
      calculate(shipped, { caseId: null, asOf: '2026-02-27' }),
    ];
    const { leaves } = whatChanged(early, late, { key: 'gap_total', period: 23 });
    const deals = new Set(
      leaves.flatMap(({ cause }) => (cause.kind === 'deals' ? cause.deals.map(({ deal }) => deal) : [])),
    );
    expect([...deals]).toEqual(expect.arrayContaining(['E01', 'E02', 'E08', 'E17', 'E19']));
  });
});
