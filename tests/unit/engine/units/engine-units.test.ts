import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { createEngine, type Engine } from '#shared/engine/engine.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { CellValue } from '#shared/model/value.ts';
import {
  buildCase,
  buildItem,
  buildScenario,
  buildTimeline,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { shippedScenario } from '#tests/support/shipped.ts';

const BASE = { caseId: null, asOf: null };
const UNITS = {
  revenue: 'USD bn',
  cost_m: 'USD m',
  gw: 'GW (online)',
  gw_signed: 'GW (contracted)',
  users: 'users m',
  price: 'USD bn per GW-year',
  share: '%',
  bare: '',
};
const timeline = buildTimeline({ periods: 2 });

function scenarioOf(text: string, unit: string, overrides = {}): Scenario {
  const inputs = Object.entries(UNITS).map(([key, own]) => buildItem(key, constant(2), { unit: own }));
  return buildScenario(
    [...inputs, buildItem('x', formula(text), { unit, overrides }), buildItem('reader', formula('x * 2'))],
    { timeline },
  );
}

function periods(engine: Engine, key: string): readonly CellValue[] {
  return engine.row(key)?.periods ?? [];
}

function edit(engine: Engine, scenario: Scenario, command: Command): Scenario {
  const applied = applyCommand(scenario, command);
  if (!applied.ok) throw new Error(applied.error.code);
  engine.update(applied.value.scenario, applied.value.change.touched);
  const fresh = createEngine(applied.value.scenario, engine.viewpoint);
  expect([...engine.rows()]).toEqual([...fresh.rows()]);
  return applied.value.scenario;
}

describe('E-905 a row whose formula mixes units', () => {
  // Catches: a kind of mix that shows a number.
  it.each([
    ['revenue + gw', 'USD bn', 'units-mixed', 'USD bn', 'GW (online)'],
    ['revenue - cost_m', 'USD bn', 'units-mixed', 'USD bn', 'USD m'],
    ['gw + gw_signed', 'GW (online)', 'units-mixed', 'GW (online)', 'GW (contracted)'],
    ['IF(revenue > users, 1, 0)', '0/1', 'units-mixed', 'USD bn', 'users m'],
    ['MAX(revenue, gw)', 'USD bn', 'units-mixed', 'USD bn', 'GW (online)'],
    ['SUM(revenue[:], users[:])', 'USD bn', 'units-mixed', 'USD bn', 'users m'],
    ['IF(bare > 0, revenue, users)', 'USD bn', 'units-mixed', 'USD bn', 'users m'],
    ['gw * price', 'USD bn', 'units-declared', 'USD per time', 'USD bn'],
    ['cost_m', 'USD bn', 'units-declared', 'USD m', 'USD bn'],
    ['gw_signed', 'GW (online)', 'units-declared', 'GW (contracted)', 'GW (online)'],
  ])('%s in %s', (text, unit, code, left, right) => {
    const engine = createEngine(scenarioOf(text, unit), BASE);
    const expected = [0, 1].map((period) => ({
      kind: 'error',
      code: '#UNIT!',
      origin: { key: 'x', period },
      reason: { code, params: { left, right } },
    }));
    expect(periods(engine, 'x')).toEqual(expected);
    expect(periods(engine, 'reader')).toEqual(expected);
    expect(engine.row('x')?.years[0]).toEqual(expected[0]);
  });

  it('is not checked when it has no unit; typed values stay', () => {
    expect(periods(createEngine(scenarioOf('revenue + gw', ''), BASE), 'x')).toEqual([4, 4]);
    const typed = createEngine(scenarioOf('revenue + gw', 'USD bn', { '2025Q2': 7 }), BASE);
    expect(periods(typed, 'x')).toMatchObject([{ code: '#UNIT!' }, 7]);
  });

  // Catches: a check that is kept when a unit changes, or a reader that is not calculated again.
  it('fails and recovers with the unit of a row that it reads', () => {
    let scenario = scenarioOf('revenue + users', 'USD bn');
    const engine = createEngine(scenario, BASE);
    expect(periods(engine, 'x')).toMatchObject([{ code: '#UNIT!' }, { code: '#UNIT!' }]);
    scenario = edit(engine, scenario, { type: 'editItem', key: 'users', properties: { unit: 'USD bn' } });
    expect(periods(engine, 'x')).toEqual([4, 4]);
    expect(periods(engine, 'reader')).toEqual([8, 8]);
    scenario = edit(engine, scenario, { type: 'editItem', key: 'revenue', properties: { unit: 'USD m' } });
    expect(periods(engine, 'x')).toMatchObject([
      { reason: { params: { left: 'USD m', right: 'USD bn' } } },
      {},
    ]);
    scenario = edit(engine, scenario, { type: 'editItem', key: 'revenue', properties: { unit: '' } });
    expect(periods(engine, 'x')).toEqual([4, 4]);
    scenario = edit(engine, scenario, { type: 'editItem', key: 'x', properties: { unit: 'GW' } });
    expect(periods(engine, 'x')).toMatchObject([{ reason: { code: 'units-declared' } }, {}]);
    edit(engine, scenario, { type: 'setFormula', key: 'x', formula: 'gw', caseId: null });
    expect(periods(engine, 'x')).toEqual([2, 2]);
  });

  it('in a case alone when the case brings the mix', () => {
    const scenario = {
      ...scenarioOf('revenue', 'USD bn'),
      cases: [buildCase('mixed', { x: { content: formula('revenue + gw') } })],
    };
    const engine = createEngine(scenario, BASE);
    expect(periods(engine, 'x')).toEqual([2, 2]);
    engine.look({ caseId: 'mixed', asOf: null });
    expect(periods(engine, 'x')).toMatchObject([{ code: '#UNIT!' }, { code: '#UNIT!' }]);
    engine.look(BASE);
    expect(periods(engine, 'x')).toEqual([2, 2]);
  });

  // Catches: a loop that is blamed, or solved, though one of its rows cannot be calculated.
  it('opens a loop that it would be part of', () => {
    let scenario = buildScenario(
      [
        buildItem('a', formula('b / 2 + 1'), { unit: 'USD bn' }),
        buildItem('b', formula('a + c'), { unit: 'USD bn' }),
        buildItem('c', constant(2), { unit: 'GW' }),
      ],
      { timeline },
    );
    const engine = createEngine(scenario, BASE);
    expect(periods(engine, 'a')).toMatchObject([{ code: '#UNIT!', origin: { key: 'b' } }, {}]);
    expect(engine.loops()).toEqual([]);
    scenario = edit(engine, scenario, { type: 'editItem', key: 'c', properties: { unit: 'USD bn' } });
    expect(periods(engine, 'a')).toEqual([4, 4]);
    expect(engine.loops()).toMatchObject([{ status: 'linear-exact' }]);
  });

  it('there is none in the shipped scenario, in any case', () => {
    const shipped = shippedScenario();
    for (const caseId of [null, ...shipped.cases.map((one) => one.id)]) {
      const values = [...createEngine(shipped, { caseId, asOf: null }).rows().values()];
      expect(JSON.stringify(values)).not.toContain('#UNIT!');
    }
  });
});
