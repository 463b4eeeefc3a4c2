import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { checkScenario } from '#shared/format/check.ts';
import { openScenario } from '#shared/format/open.ts';
import { scenarioToText } from '#shared/format/save.ts';
import type { Tranche } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodNames } from '#shared/model/timeline.ts';
import { arbitraryScenario } from '#tests/support/arbitraries.ts';
import { buildCase, buildDeal, buildFact, buildItem, constant } from '#tests/support/builders.ts';

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
);

/** Terms that a person may type, good and bad. */
function tranche(key: fc.Arbitrary<string>): fc.Arbitrary<Tranche> {
  const period = fc.constantFrom('2025Q2', '2099Q4', '2025', '');
  const number = fc.double();
  return fc.oneof(
    fc.record({ kind: fc.constant('dated' as const), at: period, amount: number }),
    fc.record({
      kind: fc.constant('linear' as const),
      start: period,
      quarters: fc.constantFrom(0, 1, 1.5, 8),
      amount: number,
    }),
    fc.record({
      kind: fc.constant('annual' as const),
      start: period,
      byYear: fc.dictionary(fc.constantFrom('2025', 'x'), number),
      beyond: number,
    }),
    fc.record({ kind: fc.constant('quarters' as const), start: period, amounts: fc.array(number) }),
    fc.record({
      kind: fc.constant('per unit' as const),
      item: key,
      rate: fc.oneof(number, key),
      cap: number,
    }),
    fc.record({ kind: fc.constant('event' as const), item: key, amount: number, last: period }),
  );
}

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
  const id = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('new', '__proto__', 'a'.repeat(300)));
  const date = fc.constantFrom('2025-06-30', '2026-01-01', '2026-02-30', '');
  const factId = fc.constantFrom(...scenario.facts.map((one) => one.id), 'new', 'gone');
  const dealId = fc.constantFrom(...scenario.deals.map((one) => one.id), 'new', 'gone');
  const someCase = fc.constantFrom(...scenario.cases.map((one) => one.id), 'new', 'base-before');
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
    fc.record({ type: type('insertFact'), fact: id.map((one) => buildFact(one)) }),
    fc
      .record({ id: factId, value: fc.oneof(fc.double(), fc.constant(null)), knownFrom: date, next: factId })
      .map((fact) => ({
        type: 'editFact' as const,
        id: fact.id,
        properties: { value: fact.value, knownFrom: fact.knownFrom, supersededBy: fact.next },
      })),
    fc.record({ type: type('deleteFact'), id: factId, detach: fc.boolean() }),
    fc.record({ type: type('setItemFacts'), key, facts: fc.array(factId, { maxLength: 3 }) }),
    fc.record({
      type: type('setRange'),
      key,
      range: fc.oneof(fc.constant(null), fc.record({ low: fc.double(), high: fc.double() })),
    }),
    fc.record({ type: type('insertDeal'), deal: id.map((one) => buildDeal(one)) }),
    fc
      .record({ id: dealId, amount: fc.double(), payer: id, next: dealId, tranche: tranche(key) })
      .map((deal) => ({
        type: 'editDeal' as const,
        id: deal.id,
        properties: {
          amount: deal.amount,
          payer: deal.payer,
          supersededBy: deal.next,
          tranches: [deal.tranche],
        },
      })),
    fc.record({
      type: type('addDealStatus'),
      id: dealId,
      status: fc.record({
        from: date,
        level: fc.constantFrom('signed' as const, 'lapsed' as const),
        facts: fc.array(factId, { maxLength: 1 }),
      }),
    }),
    fc.record({ type: type('deleteDeal'), id: dealId }),
    fc.record({
      type: type('insertCase'),
      case: fc
        .record({ id, key, inherits: someCase })
        .map((one) => buildCase(one.id, { [one.key]: { content: constant(2) } }, { inherits: one.inherits })),
    }),
    fc.record({ type: type('copyCase'), id: caseId, newId: id, name: fc.constant({ en: 'a', ar: 'ب' }) }),
    fc.record({
      type: type('editCase'),
      id: someCase,
      properties: fc.record({ inherits: someCase, asOf: date }),
    }),
    fc.record({ type: type('deleteCase'), id: someCase }),
    fc.record({ type: type('promoteCase'), id: someCase }),
    fc.record({ type: type('setOverrideReason'), caseId: someCase, key, reason: fc.string() }),
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
