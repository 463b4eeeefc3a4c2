import { parsePeriodName } from '#shared/model/period.ts';
import type { Span, TimePoint, TimeReference } from './ast.ts';
import { withLatinDigits } from './digits.ts';
import { refuse } from './parse-failure.ts';

const LONGEST_DISTANCE = 9999;
/** What most references are. */
const SHORT_DISTANCE = /^[+-]?\d{1,3}$/;
const INVISIBLE = /[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Reads what stands between the brackets of a time reference. Throws ParseFailure. */
export function parseTime(text: string, span: Span): TimeReference {
  if (SHORT_DISTANCE.test(text)) return { kind: 'point', at: { kind: 'offset', offset: Number(text) || 0 } };
  const plain = withLatinDigits(text).replace(INVISIBLE, '').replace(/[−–]/gu, '-');
  if (plain === ':') return { kind: 'all' };
  const parts = plain.split(':');
  if (parts.length > 2) return refuse('bad-time', span, 'parse-time-colons', {});
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
    return refuse('bad-time', span, 'parse-time-quarter', { meant: suggestion }, suggestion);
  }
  if (text === '') return refuse('bad-time', span, 'parse-time-missing', {});
  return refuse('bad-time', span, 'parse-time-unknown', { text });
}

function distance(text: string, span: Span): TimePoint {
  if (/^(?:19|20|21)\d\d$/.test(text)) {
    const suggestion = `${text}Q1:${text}Q4`;
    return refuse('bad-time', span, 'parse-time-year', { meant: suggestion }, suggestion);
  }
  const offset = Number(text);
  if (Math.abs(offset) > LONGEST_DISTANCE) {
    return refuse('bad-time', span, 'parse-time-far', { text });
  }
  return { kind: 'offset', offset: offset === 0 ? 0 : offset };
}
