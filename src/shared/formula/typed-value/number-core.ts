import { ok, type Result } from '#shared/util/result.ts';
import type { Decimal } from './decimal.ts';
import { refused, type TypedFault } from './fault.ts';
import { HARD_SPACE } from './normalise.ts';

/** How digits are separated. */
export type Locale = 'en' | 'ar' | 'de';

interface Separators {
  readonly decimal: string;
  readonly groups: string;
  /** How a number is written here, for the reason of a refusal. */
  readonly hint: string;
}

/** Groups may be parted anywhere by a hard space, the Swiss apostrophe or the Arabic sign. */
const EVERYWHERE = `${HARD_SPACE}'’٬`;

const SEPARATORS: Readonly<Record<Locale, Separators>> = {
  en: {
    decimal: '.٫',
    groups: `,${EVERYWHERE}`,
    hint: 'in English a comma groups and a point is the decimal sign',
  },
  ar: {
    decimal: '.٫',
    groups: `,،${EVERYWHERE}`,
    hint: 'in Arabic ٬ or a comma groups and ٫ or a point is the decimal sign',
  },
  de: {
    decimal: ',٫',
    groups: `.${EVERYWHERE}`,
    hint: 'in German a point groups and a comma is the decimal sign',
  },
};

/** Reads digits with their separators and an exponent, without sign, unit or outer spaces. */
export function parseCore(text: string, locale: Locale): Result<Decimal, TypedFault> {
  const parts = /^(.*?)(?:e([+\-−]?\d{1,5}))?$/i.exec(text);
  const body = parts?.[1] ?? '';
  const foreign = foreignCharacter(body, text);
  if (foreign) return foreign;
  const { decimal, groups, hint } = SEPARATORS[locale];
  const places = [...body].flatMap((character, index) => (decimal.includes(character) ? [index] : []));
  if (places.length > 1) return refused('two-decimals', text);
  const point = places[0] ?? body.length;
  const whole = withoutGroups(body.slice(0, point), groups);
  const fraction = body.slice(point + 1);
  if (whole === undefined || !/^\d*$/.test(fraction)) return refused('wrong-groups', text, hint);
  const exponent = Number((parts?.[2] ?? '0').replace('−', '-')) - fraction.length;
  return ok({ isNegative: false, digits: whole + fraction, exponent });
}

function foreignCharacter(body: string, text: string): Result<never, TypedFault> | undefined {
  if (/^[\d.,٫٬،'’\u00a0]+$/u.test(body)) return undefined;
  if (/^[\d.,٫٬،'’\s]+$/u.test(body)) return refused('space-in-number', text);
  if (/[/⁄½¼¾⅓⅔]/u.test(body)) return refused('fraction', text);
  if (/^\d{1,2}:\d{2}/.test(body)) return refused('time', text);
  return refused(/[+*^−–-]/u.test(body) ? 'calculation' : 'words', text);
}

/** The digits of a whole number; undefined when separators do not part them in threes. */
function withoutGroups(text: string, separators: string): string | undefined {
  if (/^\d*$/.test(text)) return text;
  const separator = /\D/u.exec(text)?.[0] ?? '';
  if (!separators.includes(separator)) return undefined;
  const [first = '', ...rest] = text.split(separator);
  const isRight = /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
  return isRight ? first + rest.join('') : undefined;
}
