import { ok, type Result } from '#shared/util/result.ts';
import { type Decimal, decimalNumber, isZero, shifted } from './decimal.ts';
import { refused, type TypedFault } from './fault.ts';
import { folded } from './normalise.ts';
import { type Locale, parseCore } from './number-core.ts';
import { type ScaleLanguage, type UnitWord, unitWordAt, unitWords } from './words.ts';

/** A number with what stands beside it. */
export interface Amount {
  /** As written, before scale and per cent. */
  readonly written: Decimal;
  /** Power of ten of the scale word; null for none. */
  readonly scale: number | null;
  readonly scaleLanguage: ScaleLanguage;
  /** −2 for per cent, −4 for basis points; null for none. */
  readonly percent: number | null;
  readonly isMultiple: boolean;
  /** Codes that the currency sign may stand for; null for none. */
  readonly currency: readonly string[] | null;
}

/** The amount in units of one. */
export function amountNumber(amount: Amount): number {
  return decimalNumber(amount.written, (amount.scale ?? 0) + (amount.percent ?? 0));
}

/** The amount of a text that is only digits, with a minus before and a point inside at most. */
export function plainAmount(text: string): Amount {
  const isNegative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.slice(isNegative ? 1 : 0).split('.');
  const written = { isNegative, digits: whole + fraction, exponent: 0 - fraction.length };
  return { written, scale: null, scaleLanguage: 'any', percent: null, isMultiple: false, currency: null };
}

interface Surroundings {
  signs: string[];
  opened: number;
  closed: number;
  words: UnitWord[];
}

/** Reads one number with sign, currency, scale and per cent from a normalised text. */
export function parseAmount(text: string, locale: Locale, hint?: ScaleLanguage): Result<Amount, TypedFault> {
  const first = text.search(/\d/);
  if (first < 0) return refusedWithoutDigits(text);
  const core = coreOf(text, first);
  const around: Surroundings = { signs: [], opened: 0, closed: 0, words: [] };
  const before = readBefore(text, core.start, locale, around);
  if (before) return before;
  const behind = readBehind(text.slice(core.end), around);
  if (behind) return behind;
  const units = combined(around.words, locale, text);
  if (!units.ok) return units;
  if (around.opened !== around.closed || around.opened > 1) return refused('unbalanced', text);
  if (around.signs.length + around.opened > 1) return refused('two-signs', text);
  const scaleLanguage = units.value.scaleLanguage === 'any' ? (hint ?? 'any') : units.value.scaleLanguage;
  const isNegative = around.opened === 1 || /[-−–]/u.test(around.signs[0] ?? '');
  const number = parseEitherWay(text.slice(core.start, core.end), locale, scaleLanguage);
  if (!number.ok) return number;
  return checkedSize({ ...units.value, scaleLanguage, written: { ...number.value, isNegative } }, text);
}

function refusedWithoutDigits(text: string): Result<never, TypedFault> {
  const words = unitWords(text.replace(/[-+−–()]/gu, ''));
  if (words && words.length > 0) return refused('lone-unit', text);
  return refused(/^[-+−–—]{2,}$/u.test(text) ? 'two-signs' : 'words', text);
}

/** From the first digit, or the decimal sign before it, to the last digit and an end point. */
function coreOf(text: string, first: number): { readonly start: number; readonly end: number } {
  const start = /[.,٫]/u.test(text[first - 1] ?? '') ? first - 1 : first;
  let end = text.length;
  while (!/\d/.test(text[end - 1] ?? '')) end--;
  return {
    start,
    end: /[.,٫]/u.test(text[end] ?? '') && !/\p{L}/u.test(text[end + 1] ?? '') ? end + 1 : end,
  };
}

const APPROXIMATE = /^(?:[~≈<>≤≥±]|ca?\.|ca\b|circa|about|around|over|under|up to|etwa|rund|حوالي|نحو)/u;

function readBefore(
  text: string,
  end: number,
  locale: Locale,
  around: Surroundings,
): Result<never, TypedFault> | undefined {
  const before = text.slice(0, end);
  let rest = folded(before).trimStart();
  while (rest !== '') {
    const word = unitWordAt(rest)?.word;
    const isUnit =
      word?.kind === 'currency' || (word?.kind === 'percent' && (locale === 'ar' || rest.startsWith('٪')));
    if (/^[-+−–]/u.test(rest)) around.signs.push(rest.slice(0, 1));
    else if (rest.startsWith('(')) around.opened++;
    else if (word && isUnit) around.words.push(word);
    else if (APPROXIMATE.test(rest)) return refused('approximate', before.trim());
    else return refused('words', text);
    rest = rest.slice(isUnit ? (unitWordAt(rest)?.length ?? 1) : 1).trimStart();
  }
  return undefined;
}

function readBehind(text: string, around: Surroundings): Result<never, TypedFault> | undefined {
  let rest = folded(text);
  while (rest.trimStart() !== '') {
    const isAttached = !rest.startsWith(' ');
    rest = rest.trimStart();
    const next = unitWordAt(rest);
    if (rest.startsWith(')')) around.closed++;
    else if (isAttached && /^[-−]$/u.test(rest)) around.signs.push(rest);
    else if (next) around.words.push(next.word);
    else return unknownBehind(rest, text.trim());
    rest = rest.slice(next && !rest.startsWith(')') ? next.length : 1);
  }
  return undefined;
}

function unknownBehind(rest: string, text: string): Result<never, TypedFault> {
  if (/^[–—]$|^-\s*$/u.test(rest)) return refused('range-open', text);
  if (/^[+~±]/u.test(rest)) return refused('approximate', text);
  if (/^[½¼¾⅓⅔]/u.test(rest)) return refused('fraction', text);
  return refused('unknown-word', text);
}

type Units = Omit<Amount, 'written'>;

function combined(words: readonly UnitWord[], locale: Locale, text: string): Result<Units, TypedFault> {
  const scales = words.filter((word) => word.kind === 'scale');
  const percents = words.filter((word) => word.kind === 'percent');
  const multiples = words.filter((word) => word.kind === 'multiple');
  const currencies = words.filter((word) => word.kind === 'currency');
  const ambiguous = words.find((word) => word.kind === 'ambiguous')?.hint;
  const falseFriend = locale === 'de' ? scales[0]?.falseFriend : undefined;
  const hint = ambiguous ?? falseFriend;
  if (hint !== undefined) return refused('ambiguous-scale', text, hint);
  if (scales.length > 1) return refused('two-scales', text);
  if (currencies.length > 1) return refused('two-currencies', text);
  const kinds = Number(scales.length + currencies.length > 0) + percents.length + multiples.length;
  if (kinds > 1) return refused('clashing-units', text);
  return ok({
    scale: scales[0]?.exponent ?? null,
    scaleLanguage: scales[0]?.language ?? 'any',
    percent: percents[0]?.exponent ?? null,
    isMultiple: multiples.length > 0,
    currency: currencies[0]?.codes ?? null,
  });
}

/**
 * A scale word of another language may bring that language's separators (`1,5 Mrd` in English).
 * Where both readings exist and differ, the text is refused.
 */
function parseEitherWay(core: string, locale: Locale, language: ScaleLanguage): Result<Decimal, TypedFault> {
  const own = parseCore(core, locale);
  const isForeign = language !== 'any' && (language === 'de') !== (locale === 'de');
  if (!isForeign) return own;
  const other = parseCore(core, language);
  if (!other.ok) return own;
  if (!own.ok) return other;
  const isSame = decimalNumber(own.value) === decimalNumber(other.value);
  return isSame ? own : refused('ambiguous-separator', core);
}

function checkedSize(amount: Amount, text: string): Result<Amount, TypedFault> {
  const value = amountNumber(amount);
  if (!Number.isFinite(value)) return refused('too-large', text);
  return value === 0 && !isZero(amount.written) ? refused('too-small', text) : ok(amount);
}

/** The amount as if it had been written with the scale or per cent that stands at the end of its range. */
export function withUnitsOf(amount: Amount, other: Amount): Amount {
  return { ...amount, scale: other.scale, percent: other.percent, isMultiple: other.isMultiple };
}

export function isBare(amount: Amount): boolean {
  return amount.scale === null && amount.percent === null && !amount.isMultiple;
}

/** Moves the amount into units of 10^exponent, exactly. */
export function amountIn(amount: Amount, exponent: number): number {
  return decimalNumber(shifted(amount.written, (amount.scale ?? 0) + (amount.percent ?? 0)), -exponent);
}
