import fc from 'fast-check';
import type { Command } from '#shared/commands/command.ts';
import {
  buildCase,
  buildDeal,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
  SECTION,
} from './builders.ts';

/** A small document with a row of every kind, and commands about it, most of which change something. */
export const start = buildScenario(
  [
    buildItem('a', constant(1)),
    buildItem('b', byYear({ '2025': 1 })),
    buildItem('c', byPeriod(1, 2, null, 4)),
    buildItem('d', formula('a + c'), { overrides: { '2025Q2': 7 } }),
    buildItem('e', formula('e[-1] + d'), { comments: { '2025Q4': 'checked' } }),
  ],
  {
    cases: [buildCase('one', { a: { content: constant(3) } }), buildCase('two', {}, { inherits: 'one' })],
    facts: [buildFact('F1')],
    deals: [buildDeal('D1')],
  },
);

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const caseId = fc.constantFrom(null, null, 'one', 'two');
const someCase = fc.constantFrom('one', 'two', 'three', 'base-before');
const at = fc.constantFrom(null, '2025', '2026', '2025Q1', '2025Q2', '2026Q4', '2027Q1');
const value = fc.oneof(fc.constant(null), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.boolean());
const factId = fc.constantFrom('F1', 'F2');
const dealId = fc.constantFrom('D1', 'D2');
const words = fc.constantFrom('', 'so', 'n.a.');
const row = (name: string) => buildItem(name, formula('a * 2'), { comments: { '2025': 'new' } });

/** Every kind of command; what is refused is part of the sequence too. */
const single = {
  setCells: fc.record({
    cells: fc.array(fc.record({ key, at, value }), { minLength: 1, maxLength: 4 }),
    caseId,
  }),
  setFormula: fc.record({ key, formula: fc.constantFrom('a + 1', 'c[-1]', 'd + e', '1 +'), caseId }),
  resetToBase: fc.record({ keys: fc.array(key, { maxLength: 3 }), caseId: someCase }),
  insertItem: fc.record({ item: fc.constantFrom(row('f'), row('a')), after: fc.option(key) }),
  deleteItem: fc.record({ key }),
  moveItems: fc.record({
    keys: fc.uniqueArray(key, { minLength: 1, maxLength: 2 }),
    section: fc.constant(SECTION),
    before: fc.option(key),
  }),
  foldItems: fc.record({ keys: fc.uniqueArray(key, { minLength: 1 }), folded: fc.boolean() }),
  formatItems: fc.record({
    keys: fc.uniqueArray(key, { minLength: 1 }),
    properties: fc.constantFrom({ decimals: 0 }, { aggregation: 'end' as const }, { unit: '%' }),
  }),
  duplicateItem: fc.record({ key, item: fc.constant(row('e')), overrides: fc.constant({}) }),
  editItem: fc.record({
    key,
    properties: fc.constantFrom({ unit: 'USD bn' }, { decimals: 2 }, { note: 'n' }),
  }),
  setComment: fc.record({ key, at, text: words }),
  setTitle: fc.record({ title: fc.record({ en: words, ar: words }) }),
  setItemFacts: fc.record({ key, facts: fc.subarray(['F1', 'F2']) }),
  setRange: fc.record({ key, range: fc.constantFrom(null, { low: 1 }, { low: 1, high: 2 }) }),
  insertDeal: fc.record({ deal: dealId.map((id) => buildDeal(id)) }),
  editDeal: fc.record({ id: dealId, properties: fc.constantFrom({ amount: 5 }, { facts: ['F1'] }) }),
  addDealStatus: fc.record({
    id: dealId,
    status: fc.record({
      from: fc.constantFrom('2026-02-01', '2026-03-01'),
      level: fc.constantFrom('signed' as const, 'lapsed' as const),
      facts: fc.constant([]),
    }),
  }),
  deleteDeal: fc.record({ id: dealId }),
  insertFact: fc.record({ fact: factId.map((id) => buildFact(id)) }),
  editFact: fc.record({ id: factId, properties: fc.constantFrom({ value: 2 }, { value: null }) }),
  deleteFact: fc.record({ id: factId, detach: fc.boolean() }),
  insertCase: fc.record({ case: someCase.map((id) => buildCase(id)) }),
  editCase: fc.record({ id: someCase, properties: fc.record({ inherits: someCase }) }),
  deleteCase: fc.record({ id: someCase }),
  copyCase: fc.record({ id: caseId, newId: someCase, name: fc.constant({ en: 'copy', ar: 'نسخة' }) }),
  setOverrideReason: fc.record({ caseId: someCase, key, reason: words }),
  promoteCase: fc.record({ id: someCase }),
  setAsOf: fc.record({ asOf: fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-30') }),
} satisfies {
  [T in Exclude<Command['type'], 'group'>]?: fc.Arbitrary<Omit<Extract<Command, { type: T }>, 'type'>>;
};

const one: fc.Arbitrary<Command> = fc.oneof(
  ...Object.entries(single).map(([type, parts]) => ({
    // Rows that are gone refuse the rest of the sequence: most of it would be refusals.
    weight: type.startsWith('delete') ? 1 : type === 'setCells' ? 12 : 3,
    arbitrary: (parts as fc.Arbitrary<object>).map((rest) => ({ type, ...rest }) as unknown as Command),
  })),
);
const group = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: single.setCells.map((rest) => ({ type: 'setCells' as const, ...rest })) },
      { weight: 1, arbitrary: one },
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((commands): Command => ({ type: 'group', label: { en: 'Several', ar: 'عدّة' }, commands }));
/** A command, now and then several as one. */
export const step: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: one },
  { weight: 1, arbitrary: group },
);
