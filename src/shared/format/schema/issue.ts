import type { z } from 'zod';
import {
  FORMAT_ERROR_CODES,
  type FormatError,
  type FormatErrorCode,
  formatError,
  pathText,
} from '../format-error.ts';

type Issue = z.core.$ZodIssue;

const CODES: ReadonlySet<string> = new Set(FORMAT_ERROR_CODES);

/** The first thing that the schema found wrong, under one of our codes. */
export function errorOfIssues(issues: readonly Issue[], input: unknown): FormatError {
  const issue = issues[0];
  if (!issue) throw new Error('A failed check has an issue');
  return errorOfIssue(issue, input);
}

function errorOfIssue(issue: Issue, input: unknown): FormatError {
  const where = pathText(issue.path) || undefined;
  if (isCode(issue.message))
    return formatError(issue.message, where, { value: shown(valueAt(input, issue.path)) });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      return formatError('key-unknown', pathText([...issue.path, key]), { key });
    }
    case 'invalid_value':
      return formatError('value-not-allowed', where, { allowed: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return errorOfUnion(issue, where);
    case 'too_big':
      return formatError(issue.origin === 'array' ? 'too-many-entries' : 'value-too-long', where, {
        limit: Number(issue.maximum),
      });
    case 'too_small':
      return formatError('out-of-range', where);
    case 'invalid_key':
      return errorOfKey(issue, where);
    case 'invalid_type':
      return valueAt(input, issue.path) === undefined
        ? formatError('value-missing', where)
        : formatError('wrong-type', where, { expected: issue.expected });
    default:
      return formatError('wrong-type', where, { expected: issue.code });
  }
}

/** Either the kind of an object is none of those known, or a value is of none of several types. */
function errorOfUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  where: string | undefined,
): FormatError {
  const kinds = 'options' in issue ? issue.options : undefined;
  if (Array.isArray(kinds)) return formatError('value-not-allowed', where, { allowed: kinds.join(', ') });
  const types = issue.errors.flat().map((one) => ('expected' in one ? one.expected : ''));
  return formatError('wrong-type', where, { expected: types.filter(Boolean).join(' / ') });
}

function errorOfKey(issue: Extract<Issue, { code: 'invalid_key' }>, where: string | undefined): FormatError {
  const message = issue.issues[0]?.message ?? '';
  return formatError(isCode(message) ? message : 'name-invalid', where, { value: String(issue.path.at(-1)) });
}

function isCode(message: string): message is FormatErrorCode {
  return CODES.has(message);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function shown(value: unknown): string {
  if (value === '') return '""';
  return typeof value === 'object' && value !== null ? '…' : String(value);
}
