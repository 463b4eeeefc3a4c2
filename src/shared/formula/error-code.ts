import { ERROR_CODES, type ErrorCode } from '#shared/model/value.ts';

/** The code that a text such as `#n/a` names; undefined for anything else. */
export function errorCodeOf(text: string): ErrorCode | undefined {
  const upper = text.toUpperCase();
  return ERROR_CODES.find((code) => code === upper);
}
