/** Where something stands in a text: from `start` up to, not including, `end`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** How a text is searched. */
export interface TextQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** Vowel signs, the small alef above, and the stroke that only lengthens a word. */
const ARABIC_MARK = /[\u064B-\u065F\u0670\u0640]/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{Nd}_]/u;

const ARABIC_FORMS: Readonly<Record<string, string>> = {
  '\u0623': '\u0627',
  '\u0625': '\u0627',
  '\u0622': '\u0627',
  '\u0671': '\u0627',
  '\u0649': '\u064A',
};

interface Folded {
  readonly text: string;
  /** For each unit of the folded text, where it stands in the original. */
  readonly from: readonly number[];
}

/** A text without what a reader passes over, or as it is when case counts. */
function folded(text: string, matchCase: boolean): Folded {
  const from: number[] = [];
  let out = '';
  let at = 0;
  for (const character of text) {
    const plain = matchCase ? character : foldedCharacter(character);
    for (let unit = 0; unit < plain.length; unit++) from.push(at);
    out += plain;
    at += character.length;
  }
  return { text: out, from };
}

function foldedCharacter(character: string): string {
  if (ARABIC_MARK.test(character)) return '';
  const digit = '٠١٢٣٤٥٦٧٨٩'.indexOf(character);
  if (digit >= 0) return String(digit);
  return ARABIC_FORMS[character] ?? character.toLowerCase();
}

/**
 * Where a query stands in a text, from left to right, none over another. Unless case counts, capitals,
 * Arabic vowel signs, tatweel and the forms of alef are all the same, and a place takes its signs with it.
 */
export function spansOf(text: string, { text: wanted, matchCase, wholeWord }: TextQuery): TextSpan[] {
  const needle = folded(wanted, matchCase).text;
  if (needle === '') return [];
  const hay = folded(text, matchCase);
  const spans: TextSpan[] = [];
  let at = hay.text.indexOf(needle);
  while (at >= 0) {
    const span = {
      start: hay.from[at] ?? 0,
      end: hay.from[at + needle.length] ?? text.length,
    };
    const counts = !wholeWord || isWhole(text, span);
    if (counts) spans.push(span);
    at = hay.text.indexOf(needle, counts ? at + needle.length : at + 1);
  }
  return spans;
}

/** No letter goes on at either end; a query that itself ends in a sign has no word to complete there. */
function isWhole(text: string, { start, end }: TextSpan): boolean {
  const joins = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && WORD_CHARACTER.test(a) && WORD_CHARACTER.test(b);
  const before = [...text.slice(0, start)].at(-1);
  const inside = [...text.slice(start, end)];
  const [after] = text.slice(end);
  return !joins(before, inside[0]) && !joins(inside.at(-1), after);
}

/** The text with something else in each of the places. */
export function withSpansReplaced(text: string, spans: readonly TextSpan[], by: string): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end }) => result.slice(0, start) + by + result.slice(end), text);
}
