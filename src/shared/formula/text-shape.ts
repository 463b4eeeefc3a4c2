import { nameEnd, numberEnd, spacesEnd } from './characters.ts';

/**
 * A formula text apart from the rows it names: `a[-1] + a * b` and `x[-1] + x * y` have one shape.
 * Texts of one shape have one tree but for these names, so what is found for one holds for all.
 */
export interface TextShape {
  /** The text with the place of each name in `names` instead of the name. */
  readonly text: string;
  /** Each row once, in the order of the text. */
  readonly names: readonly string[];
}

/** Signs that mean the same whatever surrounds them. */
const PLAIN_SIGNS = '-+*/^&=<>(),;{}%';

/**
 * The shape of a text, without parsing it; null where a name may be no row (`LET`), and for signs that
 * are rare or refused: such a text stands for itself alone.
 */
export function textShapeOf(text: string): TextShape | null {
  const names: string[] = [];
  let shape = '';
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    const end = nameEnd(text, at);
    if (end === at) {
      at = signEnd(text, at);
      if (at < 0) return null;
      continue;
    }
    const follower = text.charAt(spacesEnd(text, end));
    const name = text.slice(at, end);
    if (follower === '(') {
      if (bindsNames(name)) return null;
    } else if (follower === '[' || !isTruth(name)) {
      shape += `${text.slice(copied, at)}@${placeOf(name, names)}`;
      copied = end;
    }
    at = end;
  }
  return { text: shape + text.slice(copied), names };
}

/** End of what stands at a place and is no name; −1 for what has no shape. */
function signEnd(text: string, at: number): number {
  const sign = text.charAt(at);
  if (sign === ' ' || PLAIN_SIGNS.includes(sign)) return at + 1;
  if (sign === '"') return behind(text, '"', at);
  if (sign === '[') return behind(text, ']', at);
  const end = numberEnd(text, at);
  return end > at ? end : -1;
}

function behind(text: string, sign: string, at: number): number {
  const found = text.indexOf(sign, at + 1);
  return found < 0 ? -1 : found + 1;
}

function placeOf(name: string, names: string[]): number {
  const place = names.indexOf(name);
  return place < 0 ? names.push(name) - 1 : place;
}

function bindsNames(functionName: string): boolean {
  return functionName.length >= 3 && functionName.toUpperCase().endsWith('LET');
}

function isTruth(name: string): boolean {
  return (name.length === 4 || name.length === 5) && /^(?:TRUE|FALSE)$/i.test(name);
}
