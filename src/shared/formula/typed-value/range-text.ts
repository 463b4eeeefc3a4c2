import { err, ok, type Result } from '#shared/util/result.ts';
import { type Amount, amountNumber, isBare, parseAmount, withUnitsOf } from './amount.ts';
import { refused, type TypedFault } from './fault.ts';
import type { Locale } from './number-core.ts';
import { parsePeriodText } from './period-text.ts';

export interface AmountRange {
  readonly low: Amount;
  readonly high: Amount;
}

interface Split {
  readonly left: string;
  readonly right: string;
  /** A hyphen may be a sign or part of an exponent; the other separators mean a range whatever follows. */
  readonly isSure: boolean;
}

const SEPARATOR =
  /\s+(?:to|until|till|through|bis|إلى|الى|حتى)\s+|[\s\u00a0]*(?:\.{3}|…|[–—-])[\s\u00a0]*/giu;

/** Reads `5 to 9`, `5–9`, `10%–15%`; undefined for a text that is no range. */
export function parseRange(text: string, locale: Locale): Result<AmountRange, TypedFault> | undefined {
  let failure: Result<never, TypedFault> | undefined;
  for (const split of splitsOf(text)) {
    const range = parseSplit(split, locale);
    if (range.ok) return isPerhapsDate(text) ? refused('ambiguous-range', text) : range;
    if (split.isSure || isTelling(range.error)) failure ??= range;
  }
  return failure;
}

function splitsOf(text: string): Split[] {
  const splits: Split[] = [];
  for (const match of text.matchAll(SEPARATOR)) {
    const left = text.slice(0, match.index).trim();
    const right = text.slice(match.index + match[0].length).trim();
    const isSure = match[0].trim() !== '-' && right !== '';
    if (left !== '' && right !== '' && !/[(+−–—-]$/u.test(left)) splits.push({ left, right, isSure });
  }
  return splits;
}

function parseSplit({ left, right }: Split, locale: Locale): Result<AmountRange, TypedFault> {
  if (parsePeriodText(left)?.ok && parsePeriodText(right)?.ok)
    return refused('range-of-periods', `${left} ${right}`);
  const last = parseAmount(right, locale);
  if (!last.ok) return last;
  const first = parseAmount(left, locale, last.value.scaleLanguage);
  return first.ok ? joined(first.value, last.value, `${left} ${right}`) : err(first.error);
}

/** Faults of the range itself, as against faults of a text that was never meant as one. */
function isTelling({ code }: TypedFault): boolean {
  return code.startsWith('range-') || code === 'two-currencies' || code === 'clashing-units';
}

function joined(first: Amount, last: Amount, text: string): Result<AmountRange, TypedFault> {
  if (isBare(last) && !isBare(first)) return refused('range-scale', text);
  const low = isBare(first) ? withUnitsOf(first, last) : first;
  if ((low.percent === null) !== (last.percent === null) || low.isMultiple !== last.isMultiple) {
    return refused('clashing-units', text);
  }
  const currency = sharedCurrency(low, last);
  if (currency === undefined) return refused('two-currencies', text);
  if (currency !== null && low.percent !== null) return refused('clashing-units', text);
  return ordered({ low: { ...low, currency }, high: { ...last, currency } }, text);
}

/** Codes that both ends allow; null without a currency, undefined when the ends differ. */
function sharedCurrency(low: Amount, high: Amount): readonly string[] | null | undefined {
  if (low.currency === null || high.currency === null) return low.currency ?? high.currency;
  const shared = low.currency.filter((code) => high.currency?.includes(code));
  return shared.length > 0 ? shared : undefined;
}

/** A loss `(5) to (9)` is written by size: both negative ends may stand in either order. */
function ordered({ low, high }: AmountRange, text: string): Result<AmountRange, TypedFault> {
  if (amountNumber(low) <= amountNumber(high)) return ok({ low, high });
  if (low.written.isNegative && high.written.isNegative) return ok({ low: high, high: low });
  return refused('range-order', text);
}

/** `5-9` is the ninth of May to a spreadsheet. */
function isPerhapsDate(text: string): boolean {
  const match = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return false;
  const [a, b] = [Number(match[1]), Number(match[2])];
  return (a >= 1 && a <= 12 && b >= 1 && b <= 31) || (b >= 1 && b <= 12 && a >= 1 && a <= 31);
}
