import type { DealBook } from '#shared/finance/deal-book.ts';
import { readDealsQuery } from '#shared/finance/deals-query.ts';
import type { TimeReference } from '#shared/formula/ast.ts';
import { evaluateExpression, toCellValue } from '#shared/formula/evaluate.ts';
import { first } from '#shared/formula/functions/broadcast.ts';
import type { Argument } from '#shared/formula/functions/definition.ts';
import { isMatrix, type Operand } from '#shared/formula/matrix.ts';
import type { Scope } from '#shared/formula/scope.ts';
import { columnsOf } from '#shared/formula/time-columns.ts';
import { unknownRowReason } from '#shared/formula/unknown-name.ts';
import { type Reason, reasonOf } from '#shared/model/reason.ts';
import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import type { Calendar } from './calendar.ts';
import type { RowPlan } from './plan.ts';
import { DEALS } from './read-formula.ts';

/** Value of a cell by row and column; asked only for columns of the timeline. */
export type ReadCell = (row: number, column: number) => CellValue;

/** What the interpreter needs of the model around it. */
export interface Surroundings {
  readonly calendar: Calendar;
  readonly deals: DealBook;
  indexOf(name: string): number | undefined;
  names(): Iterable<string>;
}

/** The value of one formula cell, by the interpreter: the meaning that all faster paths agree with. */
export function evaluateCell(
  plan: RowPlan,
  column: number,
  read: ReadCell,
  surroundings: Surroundings,
): CellValue {
  const { formula, failure } = plan;
  if (failure) return withOrigin(failure, plan.key, column);
  if (!formula?.ok) return plan.typed[column] ?? null;
  const scope = scopeAt(column, read, surroundings);
  return withOrigin(toCellValue(evaluateExpression(formula.expression, scope)), plan.key, column);
}

/** An error that arose here gets the address of this cell; one that was read keeps its own. */
function withOrigin(value: CellValue, key: string, period: number): CellValue {
  return isErrorValue(value) && !value.origin ? { ...value, origin: { key, period } } : value;
}

function scopeAt(column: number, read: ReadCell, surroundings: Surroundings): Scope {
  return {
    period: surroundings.calendar.columns[column] ?? null,
    reference: (name, time) => referenceTo(name, time, column, read, surroundings),
    external: (name, args) => (name === DEALS ? askDeals(args, column, read, surroundings) : undefined),
  };
}

function referenceTo(
  name: string,
  time: TimeReference | undefined,
  column: number,
  read: ReadCell,
  surroundings: Surroundings,
): Operand {
  const row = surroundings.indexOf(name);
  if (row === undefined) return unknownName(name, surroundings);
  const { from, to } = columnsOf(time, column, surroundings.calendar.timeline);
  const values: CellValue[] = [];
  for (let at = from; at <= to; at++) values.push(valueAt(row, at, read, surroundings.calendar.size));
  return { kind: 'matrix', rows: 1, columns: values.length, values, fromReference: true };
}

function valueAt(row: number, column: number, read: ReadCell, size: number): CellValue {
  return column >= 0 && column < size ? read(row, column) : null;
}

export function unknownName(name: string, surroundings: Pick<Surroundings, 'names'>): ErrorValue {
  return { kind: 'error', code: '#NAME?', reason: unknownRowReason(name, surroundings.names()) };
}

/** The host function `DEALS` in a column. */
export function askDeals(
  args: readonly Argument[],
  column: number,
  read: ReadCell,
  surroundings: Surroundings,
): Operand {
  if (args.length < 1 || args.length > 4) {
    return refusal(reasonOf('deals-arguments'));
  }
  const words: string[] = [];
  for (const argument of args) {
    const value = wordOf(argument);
    if (isErrorValue(value)) return value;
    words.push(value);
  }
  const query = readDealsQuery(words);
  if (!query.ok) return refusal(query.error);
  return surroundings.deals.amount(query.value, column, (name, at) => {
    const row = surroundings.indexOf(name);
    return row === undefined
      ? unknownName(name, surroundings)
      : valueAt(row, at, read, surroundings.calendar.size);
  });
}

function wordOf(argument: Argument): string | ErrorValue {
  const value = argument === undefined ? null : first(argument);
  if (value === null) return '';
  if (argument !== undefined && isMatrix(argument) && argument.values.length > 1) {
    return refusal(reasonOf('deals-single-texts'));
  }
  if (typeof value === 'string' || isErrorValue(value)) return value;
  return refusal(reasonOf('deals-texts'));
}

function refusal(reason: Reason): ErrorValue {
  return { kind: 'error', code: '#VALUE!', reason };
}
