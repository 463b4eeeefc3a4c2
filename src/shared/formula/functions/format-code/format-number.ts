import { assertNever } from '#shared/util/assert-never.ts';
import { generalNumber } from '../../general-number.ts';
import { decimalDigits } from '../numeric/decimal-text.ts';
import type { FormatToken } from './tokens.ts';

type Digit = Extract<FormatToken, { kind: 'digit' }>;

/** How the digits of a section are laid out. */
interface Layout {
  /** Index of the decimal point among the tokens; their number when there is none. */
  readonly point: number;
  /** Index of the exponent; their number when there is none. */
  readonly exponent: number;
  readonly decimals: number;
  readonly isGrouped: boolean;
  /** Power of ten that percent signs and trailing commas shift by. */
  readonly shift: number;
}

function layoutOf(tokens: readonly FormatToken[]): Layout {
  const indexOf = (kind: FormatToken['kind']) => {
    const found = tokens.findIndex((token) => token.kind === kind);
    return found < 0 ? tokens.length : found;
  };
  const exponent = indexOf('exponent');
  const point = Math.min(indexOf('point'), exponent);
  const lastDigit = tokens.slice(0, exponent).findLastIndex((token) => token.kind === 'digit');
  const firstDigit = tokens.findIndex((token) => token.kind === 'digit');
  const lastWhole = tokens.slice(0, point).findLastIndex((token) => token.kind === 'digit');
  const commas = tokens.flatMap((token, index) => (token.kind === 'comma' ? [index] : []));
  const scaling = commas.filter((index) => index > lastDigit || (index > lastWhole && index < point)).length;
  return {
    point,
    exponent,
    decimals: tokens.slice(point, exponent).filter((token) => token.kind === 'digit').length,
    isGrouped: commas.some((index) => index > firstDigit && index < lastWhole),
    shift: 2 * tokens.filter((token) => token.kind === 'percent').length - 3 * scaling,
  };
}

/** A size from 0 by the tokens of one section. */
export function formatNumber(size: number, tokens: readonly FormatToken[]): string {
  const layout = layoutOf(tokens);
  if (layout.exponent < tokens.length) return formatScientific(size, tokens, layout);
  const digits = decimalDigits(shifted(size, layout.shift), layout.decimals);
  return (
    filledWhole(tokens.slice(0, layout.point), digits.whole, layout.isGrouped) +
    filledFraction(tokens.slice(layout.point), digits.fraction)
  );
}

/** Moves the decimal point of the shortest decimal form: 0.285 by 2 is 28.5 exactly. */
function shifted(size: number, places: number): number {
  if (places === 0 || size === 0) return size;
  const [mantissa, power] = size.toExponential().split('e');
  return Number(`${mantissa}e${Number(power) + places}`);
}

/** Digits before the point, from the right into the placeholders; what is left over goes before the first. */
function filledWhole(tokens: readonly FormatToken[], digits: string, isGrouped: boolean): string {
  let rest = digits;
  let count = 0;
  let left = tokens.filter((token) => token.kind === 'digit').length;
  let text = '';
  const put = (digit: string) => {
    text = digit + (isGrouped && count > 0 && count % 3 === 0 && digit !== '' ? ',' : '') + text;
    count += 1;
  };
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'digit') {
      text = plainText(token) + text;
      continue;
    }
    left -= 1;
    put(rest === '' ? emptyPlace(token) : rest.slice(-1));
    rest = rest.slice(0, -1);
    while (left === 0 && rest !== '') {
      put(rest.slice(-1));
      rest = rest.slice(0, -1);
    }
  }
  return text;
}

function filledFraction(tokens: readonly FormatToken[], digits: string): string {
  const significant = digits.replace(/0+$/, '').length;
  let place = 0;
  let text = '';
  for (const token of tokens) {
    if (token.kind !== 'digit') {
      text += plainText(token);
      continue;
    }
    text += place < significant ? (digits[place] ?? '') : emptyPlace(token);
    place += 1;
  }
  return text;
}

function emptyPlace({ placeholder }: Digit): string {
  if (placeholder === '0') return '0';
  return placeholder === '?' ? ' ' : '';
}

function plainText(token: FormatToken): string {
  switch (token.kind) {
    case 'literal':
      return token.text;
    case 'point':
      return '.';
    case 'percent':
      return '%';
    case 'comma':
    case 'digit':
    case 'exponent':
    case 'general':
    case 'text':
    case 'date':
    case 'elapsed':
    case 'half':
      return '';
    default:
      return assertNever(token);
  }
}

/** `0.00E+00`; several places before the point make the exponent a multiple of their number. */
function formatScientific(size: number, tokens: readonly FormatToken[], layout: Layout): string {
  const mantissa = tokens.slice(0, layout.exponent);
  const places = Math.max(
    1,
    mantissa.slice(0, layout.point).filter((token) => token.kind === 'digit').length,
  );
  let power = size === 0 ? 0 : exponentOf(size, places);
  let digits = decimalDigits(shifted(size, -power), layout.decimals);
  if (digits.whole.length > places) {
    power += places;
    digits = decimalDigits(shifted(size, -power), layout.decimals);
  }
  const mark = tokens[layout.exponent];
  const isSignShown = mark?.kind === 'exponent' && mark.isSignShown;
  const sign = power < 0 ? '-' : isSignShown ? '+' : '';
  return (
    filledWhole(mantissa.slice(0, layout.point), digits.whole, layout.isGrouped) +
    filledFraction(mantissa.slice(layout.point), digits.fraction) +
    `E${sign}` +
    filledWhole(tokens.slice(layout.exponent + 1), String(Math.abs(power)), false)
  );
}

function exponentOf(size: number, places: number): number {
  const power = Number(size.toExponential(14).split('e')[1]);
  return places === 1 ? power : Math.floor(power / places) * places;
}

/** A number or text where the format says General or @. */
export function formatGeneral(text: string, tokens: readonly FormatToken[]): string {
  return tokens
    .map((token) => (token.kind === 'general' || token.kind === 'text' ? text : plainText(token)))
    .join('');
}

/** A size in General format. */
export function generalText(size: number): string {
  return generalNumber(size);
}
