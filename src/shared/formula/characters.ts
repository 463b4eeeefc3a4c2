/** Compiled only where a text leaves ASCII: classes of Unicode cost milliseconds on first use. */
const LETTER = /^\p{L}$/u;
const NAME_PART = /^[\p{L}\p{M}\p{Nd}]$/u;
const SPACE = /^[\s\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]$/u;

const ZERO = 48;
const NINE = 57;
const UNDERSCORE = 95;
const POINT = 46;
const LAST_ASCII = 127;

/** End of the spaces and invisible direction marks that begin at a place. */
export function spacesEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text, at)) at++;
  return at;
}

/** Digits of either kind: Latin, Arabic-Indic, Persian. */
export function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** End of the number that begins at a place, with its exponent; the place itself when none does. */
export function numberEnd(text: string, start: number): number {
  const whole = digitsEnd(text, start);
  const isPointed = isPoint(text.charAt(whole));
  const end = isPointed ? digitsEnd(text, whole + 1) : whole;
  if (end === start || (isPointed && whole === start && end === start + 1)) return start;
  return exponentEnd(text, end);
}

function isPoint(character: string): boolean {
  return character === '.' || character === '٫';
}

/** End of an exponent such as `e-9`; the place itself when none follows. */
function exponentEnd(text: string, at: number): number {
  if (text[at] !== 'e' && text[at] !== 'E') return at;
  const digits = '-+−'.includes(text[at + 1] ?? ' ') ? at + 2 : at + 1;
  const end = digitsEnd(text, digits);
  return end > digits ? end : at;
}

/** End of the name that begins at a place; the place itself when none does. */
export function nameEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const length = nameCharacter(text, at, at === start);
    if (length === 0) break;
    at += length;
  }
  return at;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= LAST_ASCII ? code === 32 || (code >= 9 && code <= 13) : SPACE.test(text.charAt(at));
}

function isDigit(code: number): boolean {
  if (code <= LAST_ASCII) return code >= ZERO && code <= NINE;
  return (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9);
}

/** Length of a character that may stand in a name; 0 for others. */
function nameCharacter(text: string, at: number, isFirst: boolean): number {
  const code = text.charCodeAt(at);
  if (code <= LAST_ASCII) {
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === UNDERSCORE;
    return isLetter || (!isFirst && (code === POINT || (code >= ZERO && code <= NINE))) ? 1 : 0;
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return (isFirst ? LETTER : NAME_PART).test(character) ? character.length : 0;
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > LAST_ASCII) return false;
  return true;
}
