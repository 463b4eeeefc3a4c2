import type { Expression } from '#shared/formula/ast.ts';
import type { CellContent } from './cell-content.ts';
import { type Read, readsAt, unreadIn } from './cell-formula.ts';
import { type Contribution, cellEffect, makeupOf, type Term } from './contributions.ts';
import { countedAmount, type MatchedFlow, matchedFlows } from './deal-flows.ts';
import { nameOfPlace, type ValuePlace, type ViewedModel } from './viewed-model.ts';

/** A place that is read, and the part it plays. */
export interface PlacedInput {
  readonly place: ValuePlace;
  readonly contribution: Contribution | null;
}

/** What one reading of a cell consists of, before the cells behind it are looked at. */
export type CellInput =
  | { readonly kind: 'cell'; readonly at: PlacedInput }
  | {
      readonly kind: 'range';
      readonly text: string;
      readonly key: string;
      readonly cells: readonly (PlacedInput | null)[];
      readonly contribution: Contribution | null;
    }
  | {
      readonly kind: 'deals';
      readonly read: Extract<Read, { kind: 'deals' }>;
      readonly flows: readonly MatchedFlow[];
      readonly cells: readonly PlacedInput[];
      readonly contribution: Contribution | null;
    }
  | { readonly kind: 'outside'; readonly text: string; readonly contribution: Contribution | null }
  | { readonly kind: 'unknown'; readonly text: string };

/** All that one cell reads. */
export interface CellReading {
  readonly inputs: readonly CellInput[];
  readonly terms: readonly Term[];
  readonly notRead: readonly string[];
}

const NOTHING_READ: CellReading = { inputs: [], terms: [], notRead: [] };

/** What a cell reads here; nothing for typed cells and for texts that are no formula. */
export function readingOfCell(
  model: ViewedModel,
  place: ValuePlace,
  content: CellContent | null,
): CellReading {
  if (content?.kind === 'year' && 'year' in place) return readingOfYear(model, place, content.rule);
  const text = content?.kind === 'formula' || content?.kind === 'rate' ? content.formula : null;
  const expression = text === null ? null : model.parse(text);
  return expression ? readingOfFormula(model, place, expression) : NOTHING_READ;
}

/** The places that a cell reads, each once: for walks that need no contributions. */
export function placesRead(model: ViewedModel, place: ValuePlace): readonly ValuePlace[] {
  const content = model.content(place);
  if (content?.kind === 'year' && 'year' in place) {
    return quartersRead(model, place.year, content.rule).map((period) => ({ key: place.key, period }));
  }
  const text = content?.kind === 'formula' || content?.kind === 'rate' ? content.formula : null;
  const expression = text === null ? null : model.parse(text);
  if (!expression) return [];
  const found = readsAt(model, place, expression).flatMap((read) =>
    read.kind === 'row'
      ? read.places.flatMap((at) => (at ? [at] : []))
      : cellsBehind(model, flowsOf(model, place, read), Number.POSITIVE_INFINITY).map(({ place: at }) => at),
  );
  return [...new Map(found.map((at) => [nameOfPlace(at), at])).values()];
}

function readingOfFormula(model: ViewedModel, place: ValuePlace, expression: Expression): CellReading {
  const reads = readsAt(model, place, expression);
  const { terms, contributions } = makeupOf(model, place, expression, reads);
  const inputs = reads.map((read): CellInput => {
    const contribution = contributions.get(read.id) ?? null;
    if (read.kind === 'deals') {
      const flows = flowsOf(model, place, read);
      return { kind: 'deals', read, flows, cells: cellsBehind(model, flows, SHOWN_PAST), contribution };
    }
    if (!model.has(read.name)) return { kind: 'unknown', text: read.id };
    if (!read.isRange) {
      const [at] = read.places;
      return at
        ? { kind: 'cell', at: { place: at, contribution } }
        : { kind: 'outside', text: read.id, contribution };
    }
    const cells = read.places.map((at) =>
      at ? { place: at, contribution: cellEffect(model, place, expression, read.id, at) } : null,
    );
    return { kind: 'range', text: read.id, key: read.name, cells, contribution };
  });
  return { inputs, terms, notRead: unreadIn(expression, reads) };
}

/** The flows behind one `DEALS`, in a year those of its quarters. */
export function flowsOf(
  model: ViewedModel,
  place: ValuePlace,
  { query }: Extract<Read, { kind: 'deals' }>,
): MatchedFlow[] {
  if (!query) return [];
  if (!('year' in place)) return matchedFlows(model, query, place.period);
  const quarters = model.quartersOf(place.year);
  const counted = query.direction === 'gw' ? quarters.slice(-1) : quarters;
  return counted.flatMap((period) => matchedFlows(model, query, period));
}

/** A flow follows the rise of a row: its quarter and the one before; caps and events look at all before. */
const SHOWN_PAST = 1;

/** Rows that weigh levels, with the effect of the weight, and rows that amounts follow, so far back. */
function cellsBehind(model: ViewedModel, flows: readonly MatchedFlow[], past: number): PlacedInput[] {
  const weighed = new Map<string, { place: ValuePlace; sum: number | null }>();
  const followed = new Map<string, ValuePlace>();
  for (const flow of flows) {
    const { weightKey, period, items } = flow;
    if (weightKey !== null && model.has(weightKey)) {
      const place = { key: weightKey, period };
      const sum = weighed.get(nameOfPlace(place))?.sum ?? 0;
      const more = countedAmount(flow);
      weighed.set(nameOfPlace(place), { place, sum: more === null ? null : sum + more });
    }
    for (const key of items.filter((one) => model.has(one))) {
      for (let at = Math.max(0, period - past); at <= period; at++) {
        followed.set(nameOfPlace({ key, period: at }), { key, period: at });
      }
    }
  }
  const weights = [...weighed.values()].map(({ place, sum }): PlacedInput => {
    return { place, contribution: sum === null ? null : { kind: 'effect', value: sum } };
  });
  return [...weights, ...[...followed.values()].map((place) => ({ place, contribution: null }))];
}

type YearRule = Extract<CellContent, { kind: 'year' }>['rule'];

function quartersRead(model: ViewedModel, year: number, rule: YearRule): readonly number[] {
  const quarters = model.quartersOf(year);
  if (rule === 'end') return quarters.slice(-1);
  return rule === 'first' ? quarters.slice(0, 1) : quarters;
}

/** Quarters of a sum add up to the year; of a mean, each counts its share. Blank ones are passed over. */
function readingOfYear(
  model: ViewedModel,
  { key, year }: Extract<ValuePlace, { year: number }>,
  rule: YearRule,
): CellReading {
  const quarters = quartersRead(model, year, rule);
  const count = rule === 'avg' ? quarters.filter((at) => model.quarter(key, at) !== null).length : 1;
  const isNumber = typeof model.yearValue(key, year) === 'number';
  const inputs = quarters.map((period): CellInput => {
    const value = model.quarter(key, period);
    const contribution: Contribution | null =
      isNumber && typeof value === 'number' ? { kind: 'part', value: value / count } : null;
    return { kind: 'cell', at: { place: { key, period }, contribution } };
  });
  return { inputs, terms: [], notRead: [] };
}
