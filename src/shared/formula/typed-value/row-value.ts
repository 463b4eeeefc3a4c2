import type { InputValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { ok, type Result } from '#shared/util/result.ts';
import { type Amount, amountIn } from './amount.ts';
import { refused, type TypedFault } from './fault.ts';
import { type RowUnit, readRowUnit } from './row-unit.ts';
import type { TypedValue } from './typed-kinds.ts';

/**
 * A typed value in the unit of a row. A bare number is in the row's unit; a written scale is converted
 * (`1.5bn` is 1500 in `USD m`), per cent too (`12%` is 12 in `%`, 0.12 in `ratio`). Currencies are never
 * converted. A blank is null. What does not fit is refused with the reason.
 */
export function toRowValue(typed: TypedValue, unit: string): Result<InputValue, TypedFault> {
  const row = readRowUnit(unit);
  if (row.kind === 'truth' && typed.kind !== 'blank') return truthValue(typed, unit);
  switch (typed.kind) {
    case 'blank':
      return ok(null);
    case 'text':
      return row.kind === 'text' || unit.trim() === '' ? ok(typed.value) : refused('row-takes-no-text', unit);
    case 'period':
      return row.kind === 'year' && /^\d{4}$/.test(typed.value)
        ? ok(Number(typed.value))
        : refused('row-takes-no-period', named(unit));
    case 'range':
      return refused('row-takes-one-value', `${typed.low} to ${typed.high}`);
    case 'number':
    case 'percent':
      return fitted(typed.amount, row, unit);
    case 'reject':
      return { ok: false, error: { code: typed.code, detail: typed.detail, reason: typed.reason } };
    default:
      return assertNever(typed);
  }
}

function truthValue(typed: TypedValue, unit: string): Result<boolean, TypedFault> {
  if (typed.kind !== 'reject' || typed.code !== 'truth-value') return refused('row-takes-truth', unit);
  return ok(/^(?:true|wahr|صحيح)$/i.test(typed.detail));
}

/** A typed range, such as the low and high of a driver, in the unit of a row; a single number is refused. */
export function toRowRange(
  typed: TypedValue,
  unit: string,
): Result<{ readonly low: number; readonly high: number }, TypedFault> {
  if (typed.kind === 'reject') {
    return { ok: false, error: { code: typed.code, detail: typed.detail, reason: typed.reason } };
  }
  if (typed.kind !== 'range') return refused('no-range', '');
  const row = readRowUnit(unit);
  const low = fitted(typed.amounts.low, row, unit);
  if (!low.ok) return low;
  const high = fitted(typed.amounts.high, row, unit);
  return high.ok ? ok({ low: low.value, high: high.value }) : high;
}

function fitted(amount: Amount, row: RowUnit, unit: string): Result<number, TypedFault> {
  const clash = clashOf(amount, row, unit);
  if (clash) return clash;
  if (amount.percent !== null) return ok(amountIn(amount, row.kind === 'percent' ? -2 : 0));
  return ok(amount.scale === null ? amountIn(amount, 0) : amountIn(amount, row.scale));
}

function clashOf(amount: Amount, row: RowUnit, unit: string): Result<never, TypedFault> | undefined {
  const { percent, scale, currency, isMultiple } = amount;
  if (percent !== null && row.kind !== 'percent' && row.kind !== 'ratio') {
    return refused('row-takes-no-percent', named(unit));
  }
  if (isMultiple && row.kind !== 'ratio') return refused('row-takes-no-multiple', named(unit));
  if (
    scale !== null &&
    row.kind !== 'money' &&
    row.kind !== 'plain' &&
    unit.trim() !== 'number' &&
    unit.trim() !== ''
  ) {
    return refused('row-takes-no-scale', named(unit));
  }
  if (currency === null) return undefined;
  if (row.currency === null) return unit.trim() === '' ? undefined : refused('row-takes-no-currency', unit);
  return currency.includes(row.currency)
    ? undefined
    : refused('other-currency', row.currency, currency[0] ?? '');
}

function named(unit: string): string {
  return unit.trim() === '' ? 'plain numbers' : unit;
}
