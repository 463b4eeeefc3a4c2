import { z } from 'zod';
import { isIsoDate } from '#shared/model/date.ts';
import { isHostileKey, isItemKey } from '#shared/model/item-key.ts';
import { parsePeriodName } from '#shared/model/period.ts';
import type { Text } from '#shared/model/text.ts';
import type { InputValue } from '#shared/model/value.ts';
import type { FormatErrorCode } from '../format-error.ts';
import { LIMITS } from '../limits.ts';

/** A broken rule is reported under this code. */
export function as(code: FormatErrorCode): { readonly error: FormatErrorCode } {
  return { error: code };
}

const YEAR = /^[1-9]\d{3}$/;

export const itemKeySchema = z.string().refine(isItemKey, as('name-invalid'));
export const idSchema = z
  .string()
  .min(1, as('name-invalid'))
  .max(LIMITS.name)
  .refine(notHostile, as('name-invalid'));
export const dateSchema = z.string().refine(isIsoDate, as('date-invalid'));
export const periodSchema = z.string().refine((name) => parsePeriodName(name) !== null, as('period-invalid'));
export const yearSchema = z.string().regex(YEAR, as('year-invalid'));
export const unitSchema = z.string().max(LIMITS.name);
export const textSchema = z.strictObject({ en: z.string(), ar: z.string() }) satisfies z.ZodType<Text>;
export const inputValueSchema = z.custom<InputValue>(isInputValue, as('cell-value-invalid'));

export const factIdsSchema = z.array(idSchema).max(LIMITS.list);

/** Numbers are finite; the whole scenario holds no others. */
export const numberSchema = z.number();

export function wholeNumber(from: number, to: number) {
  return z.number().int(as('not-a-whole-number')).min(from, as('out-of-range')).max(to, as('out-of-range'));
}

function notHostile(id: string): boolean {
  return !isHostileKey(id);
}

function isInputValue(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}
