import { askDeals, type ReadCell, unknownName } from '#shared/engine/cell-evaluator.ts';
import { constantQuery, DEALS } from '#shared/engine/read-formula.ts';
import { yearValue } from '#shared/engine/years.ts';
import { type DealsQuery, readDealsQuery } from '#shared/finance/deals-query.ts';
import type { Expression, TimeReference } from '#shared/formula/ast.ts';
import { evaluateExpression, toCellValue } from '#shared/formula/evaluate.ts';
import { first } from '#shared/formula/functions/broadcast.ts';
import type { Argument } from '#shared/formula/functions/definition.ts';
import { isMatrix, type Operand } from '#shared/formula/matrix.ts';
import { printTime } from '#shared/formula/print.ts';
import { callsOf, referencesOf } from '#shared/formula/references.ts';
import type { Scope } from '#shared/formula/scope.ts';
import { columnsOf } from '#shared/formula/time-columns.ts';
import type { CellValue } from '#shared/model/value.ts';
import type { ValuePlace, ViewedModel } from './viewed-model.ts';

/** Something that a formula read while it was calculated for one cell. */
export type Read =
  | {
      readonly kind: 'row';
      /** As written in the formula: `x`, `x[-1]`, `x[-3:0]`. */
      readonly id: string;
      readonly name: string;
      readonly isRange: boolean;
      /** What it covers, in order; null outside the timeline. Empty for a name that is no row. */
      readonly places: readonly (ValuePlace | null)[];
    }
  | {
      readonly kind: 'deals';
      /** As written, with the words that it was asked with. */
      readonly id: string;
      /** null for words that are not known. */
      readonly query: DealsQuery | null;
      readonly value: CellValue;
    };

/** Sees what is read and may put something else in its place. */
export type OnRead = (read: Read, operand: Operand) => Operand;

/** The value of a formula, or of a part of it, in one cell, by the meaning of the language. */
export function evaluateAt(
  model: ViewedModel,
  place: ValuePlace,
  expression: Expression,
  onRead: OnRead,
): CellValue {
  return toCellValue(operandAt(model, place, expression, onRead));
}

export function operandAt(
  model: ViewedModel,
  place: ValuePlace,
  expression: Expression,
  onRead: OnRead,
): Operand {
  return evaluateExpression(expression, scopeAt(model, place, onRead));
}

/** What is really read, each once: a branch that is not taken reads nothing. */
export function readsAt(model: ViewedModel, place: ValuePlace, expression: Expression): readonly Read[] {
  const reads = new Map<string, Read>();
  operandAt(model, place, expression, (read, operand) => {
    if (!reads.has(read.id)) reads.set(read.id, read);
    return operand;
  });
  return [...reads.values()];
}

/** What the formula names but did not read here: as written, in the order of the text. */
export function unreadIn(expression: Expression, reads: readonly Read[]): readonly string[] {
  const known = new Set(reads.map((read) => read.id));
  const named = referencesOf(expression).map(({ name, time }) => idOf(name, time));
  const asked = callsOf(expression).flatMap((call) => {
    const query = call.name === DEALS ? constantQuery(call) : null;
    return query ? [idOfQuery(query)] : [];
  });
  return [...new Set([...named, ...asked])].filter((id) => !known.has(id));
}

function idOf(name: string, time: TimeReference | undefined): string {
  return time ? `${name}${printTime(time)}` : name;
}

function scopeAt(model: ViewedModel, place: ValuePlace, onRead: OnRead): Scope {
  const column = columnOf(model, place);
  return {
    period: model.calendar.columns[column] ?? null,
    reference: (name, time) => {
      const read = rowRead(model, place, name, time);
      if (!model.has(name)) return onRead(read, unknownName(name, model.surroundings));
      const values = read.places.map((at) => (at ? model.value(at) : null));
      return onRead(read, { kind: 'matrix', rows: 1, columns: values.length, values, fromReference: true });
    },
    external: (name, args) => (name === DEALS ? dealsOperand(model, place, args, onRead) : undefined),
  };
}

/** A year is calculated at its last quarter. */
function columnOf(model: ViewedModel, place: ValuePlace): number {
  return 'year' in place ? (model.quartersOf(place.year).at(-1) ?? -1) : place.period;
}

function rowRead(
  model: ViewedModel,
  place: ValuePlace,
  name: string,
  time: TimeReference | undefined,
): Extract<Read, { kind: 'row' }> {
  const id = idOf(name, time);
  const isRange = time !== undefined && time.kind !== 'point';
  if (!model.has(name)) return { kind: 'row', id, name, isRange, places: [] };
  const { from, to } = columnsOf(time, columnOf(model, place), model.calendar.timeline);
  const quarters = Array.from({ length: to - from + 1 }, (_, index) => model.calendar.columns[from + index]);
  // In the formula of a year a named quarter stands for its year; ranges keep their quarters.
  const isAnnual = 'year' in place && !isRange;
  const places = quarters.map((quarter): ValuePlace | null => {
    if (!quarter) return null;
    return isAnnual ? { key: name, year: quarter.year } : { key: name, period: quarter.index };
  });
  return { kind: 'row', id, name, isRange, places };
}

function dealsOperand(
  model: ViewedModel,
  place: ValuePlace,
  args: readonly Argument[],
  onRead: OnRead,
): Operand {
  const words = args.map(wordOf);
  const query = readDealsQuery(words);
  const value = first(dealsValue(model, place, args));
  const known = query.ok ? query.value : null;
  const id = known ? idOfQuery(known) : `${DEALS}(${words.map(quoted).join(', ')})`;
  return onRead({ kind: 'deals', id, query: known, value }, value);
}

/** Flows of a year are the sum of its quarters; capacity is that of its end. */
function dealsValue(model: ViewedModel, place: ValuePlace, args: readonly Argument[]): Operand {
  const { scenario, surroundings } = model;
  const read: ReadCell = (row, column) => model.quarter(scenario.itemOrder[row] ?? '', column);
  const at = (column: number): CellValue => first(askDeals(args, column, read, surroundings));
  if (!('year' in place)) return at(place.period);
  const isLevel = wordOf(args[0]).trim().toLowerCase() === 'gw';
  return yearValue(isLevel ? 'end' : 'sum', model.quartersOf(place.year), at);
}

function wordOf(argument: Argument): string {
  const value = argument === undefined ? null : isMatrix(argument) ? first(argument) : argument;
  return typeof value === 'string' ? value : '';
}

/** `DEALS("in", , "signed")`: words that mean any are left out. */
export function idOfQuery({ direction, type, binding, counterparty }: DealsQuery): string {
  const words = [direction, type, binding, counterparty].map((word) => (word === null ? '' : quoted(word)));
  while (words.at(-1) === '') words.pop();
  return `${DEALS}(${words.join(', ')})`;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
