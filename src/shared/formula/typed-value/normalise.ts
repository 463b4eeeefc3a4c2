import { withLatinDigits } from '../digits.ts';

/** Direction marks, byte order marks, soft hyphens: nobody sees them, nobody means them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const GROUPING_SPACE = /[\u00a0\u2007\u2009\u202f]/gu;
const OTHER_SPACE = /[\t\n\v\f\r\u1680\u2000-\u2006\u2008\u200a\u2028\u2029\u205f\u3000]/gu;

/** The one space that may stand between groups of digits once a text is normalised. */
export const HARD_SPACE = '\u00a0';

/** A text with Latin digits, two kinds of space and no invisible signs, trimmed. */
export function normalised(text: string): string {
  return withLatinDigits(text)
    .replace(INVISIBLE, '')
    .replace(GROUPING_SPACE, HARD_SPACE)
    .replace(OTHER_SPACE, ' ')
    .trim();
}

/** For looking words up: lower case, one space, Arabic letters without vowel signs and in one spelling. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u0640\u064b-\u0652\u0670]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/[\s\u00a0]+/gu, ' ');
}
