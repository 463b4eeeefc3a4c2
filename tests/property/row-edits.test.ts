import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateRow } from '#shared/analysis/duplicate-row.ts';
import { freezeRow } from '#shared/analysis/freeze-row.ts';
import { renameRow } from '#shared/analysis/rename-row.ts';
import { rowUse } from '#shared/analysis/row-use.ts';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { EMPTY_HISTORY, record, undo } from '#shared/commands/history.ts';
import { createEngine } from '#shared/engine/engine.ts';
import { scenarioToText } from '#shared/format/save.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildCase, buildItem, buildScenario, byPeriod, constant, formula } from '#tests/support/builders.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e'];
const number = fc.integer({ min: -5, max: 9 });
const content = (key: string) => {
  const other = fc.constantFrom(...KEYS.filter((one) => one < key), 'a');
  return fc.oneof(
    number.map(constant),
    fc.array(number, { minLength: 1, maxLength: 8 }).map((values) => byPeriod(...values)),
    fc
      .tuple(other, other, fc.constantFrom('+', '*', '-'))
      .map(([left, right, sign]) => formula(`${left} ${sign} ${right}[-1] + LET(z, ${left}, z)`)),
    other.map((read) => formula(`IF(${read} > 2, 100 / ${read}, ${key}[-1] + 1)`)),
  );
};
const override = fc.record({
  key: fc.constantFrom(...KEYS),
  content: fc.option(fc.oneof(number.map(constant), fc.constant(formula('a * 3'))), { nil: undefined }),
  values: fc.dictionary(fc.constantFrom('2025Q1', '2025Q4'), number, { maxKeys: 2, noNullPrototype: true }),
});
const overrides = fc
  .array(override, { maxLength: 3 })
  .map((all) =>
    Object.fromEntries(
      all
        .filter(({ key }) => key !== 'a')
        .map(({ key, content: whole, values }) => [key, whole ? { content: whole, values } : { values }]),
    ),
  );
const scenarios: fc.Arbitrary<Scenario> = fc
  .record({ rows: fc.tuple(...KEYS.map(content)), one: overrides, two: overrides })
  .map(({ rows, one, two }) =>
    buildScenario(
      rows.map((row, index) =>
        buildItem(KEYS[index] ?? '', row.kind === 'formula' && index === 0 ? constant(2) : row),
      ),
      { cases: [buildCase('one', one), buildCase('two', two, { inherits: 'one' })] },
    ),
  );

const text = (scenario: Scenario) => scenarioToText(scenario, 't');

/** Values of all rows in the base and in each case, by another name where a row has one. */
function valuesOf(scenario: Scenario, nameOf: (key: string) => string = (key) => key) {
  const engine = createEngine(scenario, { caseId: null, asOf: null });
  return Object.fromEntries(
    [null, 'one', 'two'].flatMap((caseId) => {
      engine.look({ caseId, asOf: null });
      return [...engine.rows()].map(([key, { periods }]) => [
        `${caseId} ${nameOf(key)}`,
        periods.map((value) => (typeof value === 'object' && value !== null ? value.code : value)),
      ]);
    }),
  );
}

function run(scenario: Scenario, command: Command): Scenario {
  const applied = applyCommand(scenario, command);
  if (!applied.ok) throw new Error(applied.error.code);
  const back = undo(applied.value.scenario, record(EMPTY_HISTORY, applied.value.change));
  expect(back && text(back.scenario)).toBe(text(scenario));
  return applied.value.scenario;
}

function rename(scenario: Scenario, key: string, to: string): Scenario {
  const command = renameRow(scenario, key, to);
  if (!command.ok) throw new Error(command.error.code);
  return run(scenario, command.value);
}

describe('edits of rows', () => {
  it('gives the same values under another key, and the same bytes when renamed back', () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(...KEYS), (scenario, key) => {
        const renamed = rename(scenario, key, 'renamed');
        expect(valuesOf(renamed, (one) => (one === 'renamed' ? key : one))).toEqual(valuesOf(scenario));
        expect(text(rename(renamed, 'renamed', key))).toBe(text(scenario));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the values of every other row, in every case, when a row in use is deleted and frozen', () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(...KEYS), (scenario, key) => {
        const plan = freezeRow(scenario, key, null, 'kept');
        const frozen = run(scenario, { type: 'deleteItem', key, frozen: plan.frozen });
        expect(rowUse(frozen, key).readers).toEqual([]);
        const before = valuesOf(scenario);
        const after = valuesOf(frozen);
        for (const [name, values] of Object.entries(after)) {
          // Cells with errors cannot be typed: the plan counts them, and what read them may follow.
          if (plan.blanks === 0) expect([name, values]).toEqual([name, before[name]]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives a copy the values of its row in every case', () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(...KEYS), (scenario, key) => {
        const command = duplicateRow(scenario, key);
        if (!command) throw new Error('no such row');
        const values = valuesOf(run(scenario, command));
        for (const caseId of [null, 'one', 'two'])
          expect(values[`${caseId} ${command.item.key}`]).toEqual(values[`${caseId} ${key}`]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('renaming is refused', () => {
  const model = (text_: string) =>
    buildScenario([buildItem('a', constant(1)), buildItem('b', formula(text_))]);

  it.each([
    ['inside a LET that binds the new key', 'LET(k, 2, a + k)'],
    ['where the new key is read already and is no row', 'a + k'],
  ])('%s', (_, formulaText) => {
    const renamed = renameRow(model(formulaText), 'a', 'k');
    expect(renamed.ok || renamed.error).toEqual({
      code: 'key-means-another',
      params: { key: 'k', row: 'b' },
    });
  });

  it('only where it matters: a LET elsewhere in the formula does no harm', () => {
    expect(renameRow(model('LET(k, 2, k) + a'), 'a', 'k').ok).toBe(true);
  });
});

describe('freezing', () => {
  it('writes the number of a constant into the formulas, which go on living', () => {
    const scenario = buildScenario([
      buildItem('rate', constant(-0.5)),
      buildItem('base', byPeriod(1, 2)),
      buildItem('sum', formula('base * rate')),
    ]);
    expect(freezeRow(scenario, 'rate', null, 'kept')).toEqual({
      kind: 'number',
      frozen: [{ key: 'sum', caseId: null, content: formula('base * (-0.5)'), reason: '' }],
      blanks: 0,
    });
  });

  it('types what the readers show where the row changes, and counts what cannot be typed', () => {
    const scenario = buildScenario([
      buildItem('price', byPeriod(1, 2, 3, 4, 5, 6, 7, 0)),
      buildItem('share', formula('1 / price')),
    ]);
    const plan = freezeRow(scenario, 'price', null, 'kept');
    expect(plan).toMatchObject({ kind: 'values', blanks: 1 });
    expect(plan.frozen[0]).toMatchObject({ key: 'share', caseId: null, reason: 'kept' });
  });
});
