/**
 * What a value is measured in. Dimensions are names with exponents (`USD` 1, `GW` −1); users,
 * homes and other counted things are dimensions too. `scale` is the factor to the plain unit
 * (bn 1e9, m 1e6, % 0.01).
 */
export interface Unit {
  readonly dimensions: Readonly<Record<string, number>>;
  readonly scale: number;
  /** How a GW is counted: online, contracted, chip, IT load, facility. */
  readonly basis?: string;
  /** As written, for messages. */
  readonly text: string;
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

/** Pure numbers: what they count has no name that could be mixed up. */
const PURE: Readonly<Record<string, number>> = {
  '%': 0.01,
  points: 0.01,
  bps: 1e-4,
  ratio: 1,
  number: 1,
  '0/1': 1,
  'true/false': 1,
  x: 1,
};

/** Spellings of one dimension. Time is one dimension; its lengths differ by conversion only. */
const NAMES: Readonly<Record<string, readonly [dimension: string, scale: number]>> = {
  $: ['USD', 1],
  usd: ['USD', 1],
  '€': ['EUR', 1],
  year: ['time', 1],
  years: ['time', 1],
  quarter: ['time', 1 / 4],
  quarters: ['time', 1 / 4],
  month: ['time', 1 / 12],
  months: ['time', 1 / 12],
  mo: ['time', 1 / 12],
  gw: ['GW', 1],
  mw: ['GW', 1e-3],
  tw: ['GW', 1e3],
  users: ['user', 1],
  user: ['user', 1],
  homes: ['home', 1],
  home: ['home', 1],
};

const TIME = 'time';

/**
 * Reads `USD bn`, `GW (online)`, `users m`, `USD bn per GW-year`, `USD/user/month`, `% a year`.
 * Empty text is null: a row without a unit is not checked.
 */
export function parseUnit(text: string): Unit | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const pure = PURE[trimmed.toLowerCase()];
  if (pure !== undefined) return { dimensions: {}, scale: pure, text: trimmed };
  const basis = /\(([^)]*)\)/.exec(trimmed)?.[1]?.trim();
  const [numerator = '', ...denominators] = trimmed
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s+per\s+|\s+an?\s+(?=year|quarter|month)|\//);
  const dimensions: Record<string, number> = {};
  let scale = addFactors(dimensions, numerator, 1);
  for (const denominator of denominators) scale *= addFactors(dimensions, denominator, -1);
  return { dimensions: withoutZeros(dimensions), scale, text: trimmed, ...(basis ? { basis } : {}) };
}

/** Adds the words of one side of a fraction; the answer is their scale. */
function addFactors(dimensions: Record<string, number>, text: string, sign: 1 | -1): number {
  let scale = 1;
  const words = text.split(/[\s*·-]+/).filter((word) => word !== '');
  words.forEach((word, place) => {
    const lower = word.toLowerCase();
    const factor = PURE[lower] ?? (place > 0 || words.length > 1 ? SCALES[lower] : undefined);
    const named = NAMES[lower];
    if (factor !== undefined) scale *= factor;
    else if (named) {
      dimensions[named[0]] = (dimensions[named[0]] ?? 0) + sign;
      scale *= named[1];
    } else dimensions[word] = (dimensions[word] ?? 0) + sign;
  });
  return sign === 1 ? scale : 1 / scale;
}

export function withoutZeros(dimensions: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(dimensions).filter(([, exponent]) => exponent !== 0));
}

/** Counted things have no physical dimension: `users × USD per month` is money. */
export function isCount(dimension: string): boolean {
  return dimension === 'user' || dimension === 'home';
}

export function isTime(dimension: string): boolean {
  return dimension === TIME;
}

/** For messages about units that arose inside a formula and were written nowhere. */
export function unitText(dimensions: Readonly<Record<string, number>>, basis?: string): string {
  const side = (sign: 1 | -1): string =>
    Object.entries(dimensions)
      .filter(([, exponent]) => Math.sign(exponent) === sign)
      .map(([name, exponent]) => (Math.abs(exponent) === 1 ? name : `${name}^${Math.abs(exponent)}`))
      .join(' ');
  const [above, below] = [side(1) || 'number', side(-1)];
  return `${below ? `${above} per ${below}` : above}${basis ? ` (${basis})` : ''}`;
}
