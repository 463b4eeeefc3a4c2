import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toNumber, toText } from '../coerce.ts';
import { failure } from './errors.ts';
import { formatDate, isDateFormat } from './format-code/format-date.ts';
import { formatFraction, isFraction } from './format-code/format-fraction.ts';
import { formatGeneral, formatNumber, generalText } from './format-code/format-number.ts';
import { type FormatCondition, type FormatSection, parseFormat } from './format-code/tokens.ts';

const PLAIN: FormatSection = { tokens: [{ kind: 'general' }], condition: null };

/** A value in an Excel number format, as the function TEXT gives it: `#,##0.0;(#,##0.0)`, `mmm yyyy`, `0.0%`. */
export function formatValue(value: CellValue, format: string): string | ErrorValue {
  const sections = parseFormat(format);
  if (!sections) return failure('#VALUE!', 'format-unknown', { format });
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (format === '') return '';
  const number = toNumber(value);
  if (!isErrorValue(number)) return formatWith(sections, number);
  return typeof value === 'string' ? formatText(sections, value) : number;
}

function formatText(sections: readonly FormatSection[], text: string): string | ErrorValue {
  const last = sections.at(-1);
  const own = sections.length === 4 || last?.tokens.some((token) => token.kind === 'text') ? last : undefined;
  return own ? formatGeneral(text, own.tokens) : toText(text);
}

function formatWith(sections: readonly FormatSection[], value: number): string | ErrorValue {
  const { section, isSigned } = chosen(sections, value);
  const { tokens } = section;
  if (isDateFormat(tokens)) {
    return formatDate(value, tokens) ?? failure('#VALUE!', 'date-out-of-range');
  }
  const size = Math.abs(value);
  const sign = value < 0 && isSigned ? '-' : '';
  if (tokens.some((token) => token.kind === 'general' || token.kind === 'text')) {
    return formatGeneral(sign + generalText(size), tokens);
  }
  if (tokens.length === 0) return sign;
  return sign + (isFraction(tokens) ? formatFraction(size, tokens) : formatNumber(size, tokens));
}

/** The section for a number, and whether a minus sign has to be put before it. */
function chosen(
  sections: readonly FormatSection[],
  value: number,
): { readonly section: FormatSection; readonly isSigned: boolean } {
  const numeric = sections.length === 4 ? sections.slice(0, 3) : sections.filter((one) => !isTextOnly(one));
  const [first = PLAIN, second, third] = numeric;
  if (first.condition || second?.condition) return byCondition(numeric, value);
  if (second && value < 0) return { section: second, isSigned: false };
  if (third && value === 0) return { section: third, isSigned: false };
  return { section: first, isSigned: true };
}

function isTextOnly(section: FormatSection): boolean {
  return section.tokens.some((token) => token.kind === 'text') && section.condition === null;
}

function byCondition(sections: readonly FormatSection[], value: number) {
  const found = sections.find((one) => !one.condition || satisfies(value, one.condition)) ?? sections.at(-1);
  const section = found ?? PLAIN;
  const isOnlyNegative = section.condition !== null && impliesNegative(section.condition);
  return { section, isSigned: !isOnlyNegative };
}

function impliesNegative({ operator, limit }: FormatCondition): boolean {
  return (operator === '<' && limit <= 0) || (operator === '<=' && limit < 0);
}

function satisfies(value: number, { operator, limit }: FormatCondition): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '<>':
      return value !== limit;
    default:
      return value === limit;
  }
}
