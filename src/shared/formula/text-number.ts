import { parseDateAndTime } from './text-date.ts';

const GROUPED = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)`;
const NUMBER = new RegExp(String.raw`^(?:${GROUPED}(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$`, 'i');
const FRACTION = /^(\d+) +(\d+)\/(\d+)$/;

/**
 * E-205: the number that Excel's en-US reads from a text in arithmetic: `1,234.5`, `12%`, `$5`, `(5)`,
 * `1e3`, `1 1/2`, dates and times. null for everything else, the empty text included.
 */
export function textToNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 255) return null;
  const plain = plainNumber(trimmed);
  if (plain !== null) return plain;
  const moment = parseDateAndTime(trimmed);
  return moment ? (moment.day ?? 0) + (moment.time ?? 0) : null;
}

function plainNumber(text: string): number | null {
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) {
    const inner = unsigned((bracketed[1] ?? '').trim());
    return inner === null ? null : -inner;
  }
  const signed = /^([+-]?)\s*(\$?)\s*([+-]?)(.*)$/s.exec(text);
  if (!signed || (signed[1] && signed[3]) || (signed[3] && !signed[2])) return null;
  const magnitude = unsigned(signed[4] ?? '');
  if (magnitude === null) return null;
  return signed[1] === '-' || signed[3] === '-' ? -magnitude : magnitude;
}

function unsigned(text: string): number | null {
  const withoutCurrency = text.replace(/^\$\s*/, '');
  const percent = /^(.*?)\s*%$/.exec(withoutCurrency);
  const body = percent ? (percent[1] ?? '') : withoutCurrency;
  const fraction = FRACTION.exec(body);
  if (fraction && Number(fraction[3]) !== 0)
    return Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]);
  if (!NUMBER.test(body)) return null;
  const value = Number(body.replaceAll(',', ''));
  if (!Number.isFinite(value)) return null;
  return percent ? value / 100 : value;
}
