import fc from 'fast-check';
import type { Case } from '#shared/model/case.ts';
import { BINDING_LEVELS, type Deal, type Tranche } from '#shared/model/deal.ts';
import type { Fact } from '#shared/model/fact.ts';
import { AGGREGATIONS, type Content, type LineItem } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodNames, type Timeline } from '#shared/model/timeline.ts';
import type { InputValue } from '#shared/model/value.ts';
import { buildDeal, buildFact } from './builders.ts';

/** Finite numbers of every size; −0 is left out because saving turns it into 0. */
export const finite = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (value === 0 ? 0 : value));

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const text = fc.record({ en: words, ar: words });
const inputValue: fc.Arbitrary<InputValue> = fc.oneof(finite, words, fc.boolean(), fc.constant(null));
const date = fc
  .tuple(
    fc.integer({ min: 2000, max: 2090 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => [year, month, day].map((part) => String(part).padStart(2, '0')).join('-'));
const year = fc.integer({ min: 2020, max: 2040 }).map(String);
const periodName = fc
  .tuple(year, fc.integer({ min: 1, max: 4 }))
  .map(([inYear, quarter]) => `${inYear}Q${quarter}`);
const rank = fc.nat({ max: 1_000_000 });

/** Names in any script that the formula language allows. */
const names = fc
  .uniqueArray(fc.stringMatching(/^[a-zA-Z_éßаяمنو][a-zA-Z0-9_.éßаяمنو]{0,9}$/), {
    minLength: 1,
    maxLength: 6,
  })
  .map((keys) => keys.filter((key) => !/^(true|false|constructor|prototype|__proto__)$/i.test(key)))
  .filter((keys) => keys.length > 0);

function ascending<T extends { readonly from: string }>(
  entry: fc.Arbitrary<T>,
  maxLength = 3,
): fc.Arbitrary<T[]> {
  return fc
    .uniqueArray(entry, { maxLength, selector: ({ from }) => from })
    .map((entries) => [...entries].sort((a, b) => (a.from < b.from ? -1 : 1)));
}

function content(timeline: Timeline): fc.Arbitrary<Content> {
  return fc.oneof(
    fc.record({ kind: fc.constant('constant' as const), value: inputValue }),
    fc.record({
      kind: fc.constant('dated' as const),
      entries: ascending(fc.record({ from: date, value: inputValue })),
    }),
    fc.record({
      kind: fc.constant('byYear' as const),
      values: fc.dictionary(year, inputValue, { maxKeys: 4, noNullPrototype: true }),
    }),
    fc.record({
      kind: fc.constant('byPeriod' as const),
      values: fc.array(inputValue, { maxLength: timeline.periods }),
    }),
    fc.record({ kind: fc.constant('formula' as const), formula: fc.string({ minLength: 1, maxLength: 20 }) }),
  );
}

function periodValues(timeline: Timeline): fc.Arbitrary<Record<string, InputValue>> {
  return fc.dictionary(fc.constantFrom(...periodNames(timeline)), inputValue, {
    maxKeys: 4,
    noNullPrototype: true,
  });
}

function comments(timeline: Timeline): fc.Arbitrary<Record<string, string>> {
  const names = periodNames(timeline);
  const places = [...names, ...names.map((name) => name.slice(0, 4))];
  return fc.dictionary(fc.constantFrom(...places), fc.string({ minLength: 1, maxLength: 9 }), {
    maxKeys: 3,
    noNullPrototype: true,
  });
}

function present<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

function item(key: string, timeline: Timeline, sections: readonly string[], facts: readonly string[]) {
  return fc
    .record({
      key: fc.constant(key),
      label: text,
      section: fc.constantFrom(...sections),
      unit: words,
      role: fc.constantFrom('driver', 'calculation', 'check', 'header'),
      aggregation: fc.constantFrom(...AGGREGATIONS),
      content: content(timeline),
      overrides: periodValues(timeline),
      range: maybe(fc.record({ low: maybe(finite), high: maybe(finite) }).map(present)),
      facts: fc.subarray([...facts]),
      assumption: maybe(words),
      note: maybe(words),
      comments: maybe(comments(timeline)),
      total: maybe(fc.boolean()),
      folded: maybe(fc.boolean()),
      decimals: maybe(fc.integer({ min: 0, max: 15 })),
    })
    .map((parts) => present(parts) as LineItem);
}

function scenarioCase(id: string, earlier: readonly string[], keys: readonly string[], timeline: Timeline) {
  const override = fc
    .record({ content: maybe(content(timeline)), values: periodValues(timeline), reason: words })
    .map(present);
  return fc
    .record({
      id: fc.constant(id),
      name: text,
      reason: text,
      inherits: earlier.length > 0 ? maybe(fc.constantFrom(...earlier)) : fc.constant(undefined),
      asOf: maybe(date),
      overrides: fc.dictionary(fc.constantFrom(...keys), override, { maxKeys: 3, noNullPrototype: true }),
    })
    .map((parts) => present(parts) as Case);
}

function tranche(keys: readonly string[]): fc.Arbitrary<Tranche> {
  const terms = {
    since: maybe(date),
    level: maybe(fc.constantFrom(...BINDING_LEVELS)),
    reverse: maybe(fc.boolean()),
  };
  const key = fc.constantFrom(...keys);
  const kind = <K extends Tranche['kind']>(name: K) => fc.constant(name);
  const amounts = fc.dictionary(year, finite, { maxKeys: 3, noNullPrototype: true });
  return fc
    .oneof(
      fc.record({ kind: kind('dated'), at: periodName, amount: finite, paid: maybe(date), ...terms }),
      fc.record({
        kind: kind('linear'),
        start: periodName,
        quarters: fc.integer({ min: 1, max: 40 }),
        amount: finite,
        ...terms,
      }),
      fc.record({ kind: kind('annual'), start: periodName, byYear: amounts, beyond: finite, ...terms }),
      fc.record({
        kind: kind('quarters'),
        start: periodName,
        amounts: fc.array(finite, { maxLength: 4 }),
        ...terms,
      }),
      fc.record({ kind: kind('per unit'), item: key, rate: fc.oneof(finite, key), cap: finite, ...terms }),
      fc.record({ kind: kind('event'), item: key, amount: finite, last: periodName, ...terms }),
      fc.record({ kind: kind('item'), item: key, ...terms }),
      fc.record({ kind: kind('before'), amount: finite, ...terms }),
    )
    .map((parts) => present(parts) as Tranche);
}

function deal(id: string, keys: readonly string[], facts: readonly string[]): fc.Arbitrary<Deal> {
  return fc
    .record({
      amount: fc.option(finite),
      gw: maybe(finite),
      facts: fc.subarray([...facts]),
      history: ascending(
        fc.record({
          from: date,
          level: fc.constantFrom(...BINDING_LEVELS, 'lapsed' as const),
          facts: fc.subarray([...facts]),
        }),
      ),
      tranches: fc.array(tranche(keys), { maxLength: 3 }),
      note: maybe(words),
    })
    .map((parts) => buildDeal(id, present(parts)));
}

function fact(id: string): fc.Arbitrary<Fact> {
  return fc
    .record({ value: fc.option(finite), statement: words, original: maybe(text), low: maybe(finite) })
    .map((parts) => buildFact(id, present(parts)));
}

/** Any scenario that keeps the rules of the format; formulas are texts that need not parse. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .record({
    keys: names,
    periods: fc.integer({ min: 1, max: 12 }),
    start: periodName,
    ids: fc.uniqueArray(rank, { minLength: 1, maxLength: 3 }),
  })
  .chain(({ keys, periods, start, ids }) => {
    const timeline: Timeline = { start, periods, asOf: '2026-07-31', actuals: [] };
    const facts = ids.map((id) => `F${id}`);
    const sections = ids.map((id) => `section-${id}`);
    const cases = ids.map((id) => `case-${id}`);
    return fc.record({
      title: text,
      company: words,
      timeline: ascending(fc.record({ from: date, lastActual: periodName })).map((actuals) => ({
        ...timeline,
        actuals,
      })),
      sections: fc.tuple(...sections.map((id) => fc.record({ id: fc.constant(id), label: text }))),
      items: fc
        .tuple(...keys.map((key) => item(key, timeline, sections, facts)))
        .map((rows) => Object.fromEntries(rows.map((row) => [row.key, row]))),
      itemOrder: fc.shuffledSubarray(keys, { minLength: keys.length }),
      cases: fc.tuple(...cases.map((id, index) => scenarioCase(id, cases.slice(0, index), keys, timeline))),
      deals: fc.tuple(...ids.map((id) => deal(`D${id}`, keys, facts))),
      facts: fc.tuple(...facts.map(fact)),
      presentation: fc.record({ pinned: fc.subarray(keys) }),
    });
  });
