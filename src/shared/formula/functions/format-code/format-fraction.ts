import type { FormatToken } from './tokens.ts';

/** Whole, numerator and denominator placeholders of `# ?/?`; a denominator may be a number. */
interface FractionLayout {
  readonly hasWhole: boolean;
  readonly numerator: number;
  readonly denominator: number;
  readonly fixed: number | null;
}

function isSlash(token: FormatToken): boolean {
  return token.kind === 'literal' && token.text === '/';
}

/** True for a section with placeholders on both sides of a slash. */
export function isFraction(tokens: readonly FormatToken[]): boolean {
  const slash = tokens.findIndex(isSlash);
  return slash > 0 && tokens[slash - 1]?.kind === 'digit' && denominatorText(tokens.slice(slash + 1)) !== '';
}

/** What stands behind the slash: placeholders, or the digits of a fixed denominator. */
function denominatorText(tokens: readonly FormatToken[]): string {
  const marks = tokens.map((token) => {
    if (token.kind === 'digit') return token.placeholder;
    return token.kind === 'literal' && /^\d$/.test(token.text) ? token.text : ' ';
  });
  return /^\S*/.exec(marks.join(''))?.[0] ?? '';
}

function layoutOf(tokens: readonly FormatToken[]): FractionLayout {
  const slash = tokens.findIndex(isSlash);
  let start = slash;
  while (start > 0 && tokens[start - 1]?.kind === 'digit') start -= 1;
  const denominator = denominatorText(tokens.slice(slash + 1));
  return {
    hasWhole: tokens.slice(0, start).some((token) => token.kind === 'digit'),
    numerator: slash - start,
    denominator: denominator.length,
    fixed: /[1-9]/.test(denominator) ? Number(denominator.replace(/\D/g, '0')) : null,
  };
}

/** Nearest fraction with a denominator of at most so many digits, by continued fractions. */
function nearest(value: number, most: number): readonly [number, number] {
  let [n0, d0, n1, d1] = [0, 1, 1, 0];
  let rest = value;
  for (let step = 0; step < 40; step++) {
    const whole = Math.floor(rest + 1e-12);
    if (d1 * whole + d0 > most) break;
    [n0, d0, n1, d1] = [n1, d1, n1 * whole + n0, d1 * whole + d0];
    if (Math.abs(rest - whole) < 1e-12) break;
    rest = 1 / (rest - whole);
  }
  return betweenLast(value, most, [n0, d0, n1, d1]);
}

/** The best may lie between the last two convergents. */
function betweenLast(value: number, most: number, last: readonly [number, number, number, number]) {
  const [n0, d0, n1, d1] = last;
  if (d1 === 0) return [Math.round(value), 1] as const;
  const steps = Math.floor((most - d0) / d1);
  const [n, d] = [n0 + steps * n1, d0 + steps * d1];
  const isBetter = d > 0 && d <= most && Math.abs(value - n / d) < Math.abs(value - n1 / d1);
  return isBetter ? ([n, d] as const) : ([n1, d1] as const);
}

/** A size from 0 as a fraction: `4 1/3`. */
export function formatFraction(size: number, tokens: readonly FormatToken[]): string {
  const layout = layoutOf(tokens);
  let whole = layout.hasWhole ? Math.floor(size) : 0;
  const part = size - whole;
  let [numerator, denominator] = layout.fixed
    ? ([Math.round(part * layout.fixed), layout.fixed] as const)
    : nearest(part, 10 ** layout.denominator - 1);
  if (layout.hasWhole && numerator === denominator) [whole, numerator] = [whole + 1, 0];
  const blank = ' '.repeat(layout.numerator + 1 + layout.denominator);
  const fraction =
    numerator === 0 && layout.hasWhole
      ? blank
      : `${String(numerator).padStart(layout.numerator)}/${String(denominator).padEnd(layout.denominator)}`;
  if (!layout.hasWhole) return fraction;
  return `${whole === 0 && numerator !== 0 ? '' : whole} ${fraction}`;
}
