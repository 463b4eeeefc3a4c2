import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { checkScenario } from '#shared/format/check.ts';
import { openScenario } from '#shared/format/open.ts';
import { scenarioToText } from '#shared/format/save.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodNames } from '#shared/model/timeline.ts';
import { arbitraryScenario } from '#tests/support/arbitraries.ts';
import { buildItem, constant } from '#tests/support/builders.ts';

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
);

/** Commands on what is there, and on what is not. */
function commandOn(scenario: Scenario): fc.Arbitrary<Command> {
  const key = fc.constantFrom(...scenario.itemOrder, 'gone');
  const caseId = fc.constantFrom(null, ...scenario.cases.map((one) => one.id), 'gone');
  const at = fc.constantFrom(null, '2025', '2026', '2024Q4', ...periodNames(scenario.timeline));
  const section = fc.constantFrom(...scenario.sections.map((one) => one.id), 'gone');
  const newKey = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('TRUE', '2027Q1', '__proto__', 'new_row', 'a b'),
  );
  const type = <T extends Command['type']>(name: T) => fc.constant(name);
  return fc.oneof(
    fc.record({
      type: type('setCells'),
      caseId,
      cells: fc.array(fc.record({ key, at, value }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ type: type('setFormula'), key, caseId, formula: fc.string() }),
    fc.record({
      type: type('resetToBase'),
      keys: fc.array(key, { maxLength: 2 }),
      caseId: caseId.map((id) => id ?? 'gone'),
    }),
    fc.record({ key: newKey, section, after: fc.oneof(fc.constant(null), key) }).map((row) => ({
      type: 'insertItem' as const,
      item: buildItem(row.key, constant(1), { section: row.section }),
      after: row.after,
    })),
    fc.record({ type: type('deleteItem'), key }),
    fc.record({
      type: type('editItem'),
      key,
      properties: fc.record({ unit: fc.string(), decimals: fc.nat({ max: 9 }) }),
    }),
    fc.record({ type: type('setTitle'), title: fc.record({ en: fc.string(), ar: fc.string() }) }),
    fc.record({ type: type('setAsOf'), asOf: fc.constantFrom('2026-01-01', '2026-02-30', '') }),
  );
}

test('whatever is done to a scenario, it can be saved and opened again', { timeout: 60_000 }, () => {
  const journey = arbitraryScenario.chain((scenario) =>
    fc.record({ scenario: fc.constant(scenario), commands: fc.array(commandOn(scenario), { maxLength: 8 }) }),
  );
  fc.assert(
    fc.property(journey, ({ scenario, commands }) => {
      const edited = commands.reduce((now, command) => {
        const applied = applyCommand(now, command);
        return applied.ok ? applied.value.scenario : now;
      }, scenario);
      const checked = checkScenario(edited);
      expect(checked.ok ? 'accepted' : checked.error).toBe('accepted');
      expect(openScenario(new TextEncoder().encode(scenarioToText(edited, '0.1.0'))).ok).toBe(true);
    }),
    { numRuns: 150 },
  );
});
