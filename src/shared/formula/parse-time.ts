import { parsePeriodName } from '#shared/model/period.ts';
import type { Span, TimePoint, TimeReference } from './ast.ts';
import { withLatinDigits } from './digits.ts';
import { refuse } from './parse-failure.ts';

const EXPECTED =
  'a distance such as -1, a quarter such as 2027Q1, a range such as -3:0, or : for the whole row';
const LONGEST_DISTANCE = 9999;
const INVISIBLE = /[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Reads what stands between the brackets of a time reference. Throws ParseFailure. */
export function parseTime(text: string, span: Span): TimeReference {
  const plain = withLatinDigits(text).replace(INVISIBLE, '').replace(/[−–]/gu, '-');
  if (plain === ':') return { kind: 'all' };
  const parts = plain.split(':');
  if (parts.length > 2) return refuse('bad-time', span, 'A range has one colon.', { expected: EXPECTED });
  const [from = '', to] = parts;
  if (to === undefined) return { kind: 'point', at: parsePoint(from, span) };
  return { kind: 'range', from: parsePoint(from, span), to: parsePoint(to, span) };
}

function parsePoint(text: string, span: Span): TimePoint {
  const name = text.toUpperCase();
  if (parsePeriodName(name)) return { kind: 'period', period: name };
  if (/^[+-]?\d+$/.test(text)) return distance(text, span);
  const other = /^Q([1-4])[-/]?(\d{4})$|^(\d{4})[-/]Q([1-4])$/.exec(name);
  if (other) {
    const suggestion = `${other[2] ?? other[3]}Q${other[1] ?? other[4]}`;
    return refuse('bad-time', span, `A quarter is written ${suggestion}.`, {
      expected: EXPECTED,
      suggestion,
    });
  }
  if (text === '')
    return refuse('bad-time', span, 'A time is missing between the brackets.', { expected: EXPECTED });
  return refuse('bad-time', span, `${text} is no time.`, { expected: EXPECTED });
}

function distance(text: string, span: Span): TimePoint {
  if (/^(?:19|20|21)\d\d$/.test(text)) {
    const suggestion = `${text}Q1:${text}Q4`;
    return refuse('bad-time', span, `A year is no period here; write its quarters: ${suggestion}.`, {
      expected: EXPECTED,
      suggestion,
    });
  }
  const offset = Number(text);
  if (Math.abs(offset) > LONGEST_DISTANCE) {
    return refuse('bad-time', span, `${text} quarters is further than any timeline reaches.`, {
      expected: EXPECTED,
    });
  }
  return { kind: 'offset', offset: offset === 0 ? 0 : offset };
}
