import type { CellValue } from '#shared/model/value.ts';
import { define } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { failure, VALUE_ERROR } from './errors.ts';
import { converted, LONGEST_TEXT } from './text-arguments.ts';
import { wildcardSearch } from './wildcard.ts';

/** Position of a text in another, 1 for the first character. */
function position(
  wanted: string,
  text: string,
  start: number,
  search: (wanted: string, text: string, from: number) => number,
): CellValue {
  const from = Math.trunc(start) - 1;
  if (from < 0 || from > text.length) return VALUE_ERROR;
  const found = search(wanted, text, from);
  return found < 0 ? failure('#VALUE!', 'text-absent', { text: wanted }) : found + 1;
}

function substituted(text: string, old: string, fresh: string, instance: number | null): CellValue {
  if (instance !== null && instance < 1) return VALUE_ERROR;
  if (old === '') return text;
  if (instance === null) {
    const parts = text.split(old);
    const length = text.length + (parts.length - 1) * (fresh.length - old.length);
    return length > LONGEST_TEXT ? VALUE_ERROR : parts.join(fresh);
  }
  let at = -1;
  for (let count = 0; count < Math.trunc(instance); count++) {
    at = text.indexOf(old, at < 0 ? 0 : at + old.length);
    if (at < 0) return text;
  }
  return text.slice(0, at) + fresh + text.slice(at + old.length);
}

export const TEXT_SEARCH: readonly FunctionDefinition[] = [
  define(
    'FIND(find_text, within_text, [start_num])',
    'Position of a text in another; letter case counts.',
    'موضع نص داخل نص آخر مع مراعاة حالة الأحرف.',
    [
      ['FIND("M", "Miriam McGovern")', 1],
      ['FIND("m", "Miriam McGovern")', 6],
      ['FIND("M", "Miriam McGovern", 3)', 8],
      ['FIND("x", "abc")', { error: '#VALUE!' }],
    ],
    converted(
      'ttn',
      ({ texts: [wanted = '', text = ''], numbers: [start = 1] }) =>
        position(wanted, text, start, (one, other, from) => other.indexOf(one, from)),
      1,
    ),
  ),
  define(
    'SEARCH(find_text, within_text, [start_num])',
    'Position of a text in another without regard to letter case; ? and * stand for other characters.',
    'موضع نص داخل نص آخر دون مراعاة حالة الأحرف، مع الرمزين ? و* لأي أحرف.',
    [
      ['SEARCH("e", "Statements", 6)', 7],
      ['SEARCH("margin", "Profit Margin")', 8],
      ['SEARCH("p*t", "Profit Margin")', 1],
    ],
    converted(
      'ttn',
      ({ texts: [wanted = '', text = ''], numbers: [start = 1] }) =>
        position(wanted, text, start, wildcardSearch),
      1,
    ),
  ),
  define(
    'SUBSTITUTE(text, old_text, new_text, [instance_num])',
    'Puts a new text in place of an old one, everywhere or at one occurrence.',
    'تضع نصاً جديداً مكان نص قديم في كل المواضع أو في موضع واحد.',
    [
      ['SUBSTITUTE("Sales Data", "Sales", "Cost")', 'Cost Data'],
      ['SUBSTITUTE("Quarter 1, 2008", "1", "2", 1)', 'Quarter 2, 2008'],
      ['SUBSTITUTE("Quarter 1, 2011", "1", "2", 3)', 'Quarter 1, 2012'],
    ],
    converted(
      'tttn',
      ({ texts: [text = '', old = '', fresh = ''], numbers: [instance = 0] }) =>
        substituted(text, old, fresh, instance === Number.POSITIVE_INFINITY ? null : instance),
      Number.POSITIVE_INFINITY,
    ),
  ),
];
