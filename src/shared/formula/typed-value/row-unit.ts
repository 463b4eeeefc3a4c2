import { unitWords } from './words.ts';

/** What a typed value has to know of the unit of a row. */
export interface RowUnit {
  readonly kind: 'money' | 'percent' | 'ratio' | 'year' | 'truth' | 'text' | 'plain';
  /** The row counts in 10^scale: 9 for `USD bn`, 6 for `users m`. */
  readonly scale: number;
  readonly currency: string | null;
}

const SCALES: Readonly<Record<string, number>> = {
  k: 3,
  m: 6,
  mm: 6,
  mn: 6,
  mio: 6,
  b: 9,
  bn: 9,
  mrd: 9,
  tn: 12,
};
const WORDS_OF_SCALE = /^(?:thousand|million|billion|trillion)s?$/;

/** Reads the unit of a row: what stands before `per`, `/` or `a year` says in what its values are. */
export function readRowUnit(unit: string): RowUnit {
  const plain = unit.trim();
  const lower = plain.toLowerCase();
  const kind = kindOf(lower);
  if (kind) return { kind, scale: 0, currency: null };
  const counted = plain.split(/\s+per\s+|\/|\s+an?\s+/i)[0] ?? '';
  let scale = 0;
  let currency: string | null = null;
  for (const part of counted.replace(/\(.*?\)/g, ' ').split(/\s+/)) {
    const money = moneyOf(part);
    currency ??= money?.currency ?? null;
    scale = money?.scale ?? scaleOf(part) ?? scale;
  }
  return { kind: currency === null ? 'plain' : 'money', scale, currency };
}

function kindOf(unit: string): RowUnit['kind'] | undefined {
  if (/^(?:%|percent|per cent|points?)(?:\W|$)/.test(unit)) return 'percent';
  if (/^(?:|ratio|x|multiple|number|0\/1)$/.test(unit)) return 'ratio';
  if (unit === 'year') return 'year';
  if (unit === 'true/false') return 'truth';
  return unit === 'text' ? 'text' : undefined;
}

function scaleOf(part: string): number | undefined {
  const lower = part.toLowerCase();
  if (Object.hasOwn(SCALES, lower)) return SCALES[lower];
  if (!WORDS_OF_SCALE.test(lower)) return undefined;
  const word = unitWords(lower)?.[0];
  return word?.kind === 'scale' ? word.exponent : undefined;
}

/** `USD`, `$bn`, `EURm`. */
function moneyOf(part: string): { readonly currency: string; readonly scale?: number } | undefined {
  const words = unitWords(part) ?? [];
  const currency = words.find((word) => word.kind === 'currency')?.codes[0];
  if (currency === undefined || words.some((word) => word.kind !== 'currency' && word.kind !== 'scale'))
    return undefined;
  const scale = words.find((word) => word.kind === 'scale')?.exponent;
  return scale === undefined ? { currency } : { currency, scale };
}
