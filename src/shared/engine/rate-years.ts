import type { TimeReference } from '#shared/formula/ast.ts';
import { evaluateExpression, toCellValue } from '#shared/formula/evaluate.ts';
import { first } from '#shared/formula/functions/broadcast.ts';
import type { Argument } from '#shared/formula/functions/definition.ts';
import type { Operand } from '#shared/formula/matrix.ts';
import { columnsOf } from '#shared/formula/time-columns.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import type { Calculation } from './calculation.ts';
import { askDeals, type ReadCell, unknownName } from './cell-evaluator.ts';
import { DEALS } from './read-formula.ts';
import { yearValue } from './years.ts';

/** Annual value of a row, by its index and the place of the year. */
export type ReadYear = (row: number, year: number) => CellValue;

/**
 * A `rate` row in a year: its own formula at the last quarter of the year, read on annual values of
 * its inputs. A quarter that the formula names stands for its year, so `x[-4]` is the year before;
 * ranges keep their quarters.
 */
export function rateInYear(
  calculation: Calculation,
  row: number,
  year: number,
  readYear: ReadYear,
): CellValue {
  const { calendar } = calculation;
  const plan = calculation.plan(row);
  const column = calendar.columnsOfYears[year]?.at(-1);
  if (column === undefined) return null;
  if (!plan.formula?.ok || plan.failure) return calculation.store.get(row, column);
  const reference = (name: string, time: TimeReference | undefined): Operand => {
    const target = calculation.indexOf(name);
    if (target === undefined) return unknownName(name, calculation);
    const values = annualValues(calculation, target, time, column, readYear);
    return { kind: 'matrix', rows: 1, columns: values.length, values, fromReference: true };
  };
  const value = toCellValue(
    evaluateExpression(plan.formula.expression, {
      period: calendar.columns[column] ?? null,
      reference,
      external: (name, args) => (name === DEALS ? dealsInYear(calculation, args, year) : undefined),
    }),
  );
  return isErrorValue(value) && !value.origin
    ? { ...value, origin: { key: plan.key, period: column } }
    : value;
}

function annualValues(
  calculation: Calculation,
  row: number,
  time: TimeReference | undefined,
  column: number,
  readYear: ReadYear,
): CellValue[] {
  const { calendar, store } = calculation;
  const { from, to } = columnsOf(time, column, calendar.timeline);
  if (time === undefined || time.kind === 'point') {
    const quarter = calendar.columns[from];
    return [quarter ? readYear(row, calendar.years.indexOf(quarter.year)) : null];
  }
  return Array.from({ length: to - from + 1 }, (_, index) => store.get(row, from + index));
}

/** Flows of a year are the sum of its quarters; capacity is that of its end. */
function dealsInYear(calculation: Calculation, args: readonly Argument[], year: number): CellValue {
  const read: ReadCell = (row, column) => calculation.store.get(row, column);
  const direction = args[0] === undefined ? null : first(args[0]);
  const isLevel = typeof direction === 'string' && direction.trim().toLowerCase() === 'gw';
  return yearValue(isLevel ? 'end' : 'sum', calculation.calendar.columnsOfYears[year] ?? [], (column) =>
    first(askDeals(args, column, read, calculation)),
  );
}
