/** Stands before a mark that was raised on the page, so that its digits are not read as the number's. */
export const FOOTNOTE = '\u2063';

export interface PastedText {
  readonly text: string;
  /** Marks of footnotes that were taken off a number. */
  readonly footnote: string;
}

const RAISED = new RegExp(String.raw`^([\s\S]*?)((?:${FOOTNOTE}\S+\s*)+)([)%]*)$`, 'u');
const MARKED = /^(.*\p{Nd}[)%٪]*)\s*((?:[*†‡§¶]|[\u00b9\u00b2\u00b3\u2070-\u2079ᵃ-ᶻ]|\[\w{1,2}\])+)$/u;
/** Behind a space, since `(1)` alone is a number. */
const BRACKETED = /^(.*\p{Nd}[)%٪]*)[\s\u00a0]+(\((?:\d{1,2}|[a-z])\))$/u;

/** Takes marks of footnotes off a number; text without digits stays whole. */
export function withoutFootnote(raw: string): PastedText {
  const raised = RAISED.exec(raw);
  if (raised && /\p{Nd}|^\s*[–—-]/u.test(raised[1] ?? '')) {
    const mark = (raised[2] ?? '').replaceAll(FOOTNOTE, '').trim();
    return { text: `${raised[1] ?? ''}${raised[3] ?? ''}`.trim(), footnote: mark };
  }
  const text = raw.replaceAll(FOOTNOTE, '');
  const marked = MARKED.exec(text) ?? BRACKETED.exec(text);
  return marked ? { text: (marked[1] ?? '').trim(), footnote: marked[2] ?? '' } : { text, footnote: '' };
}
