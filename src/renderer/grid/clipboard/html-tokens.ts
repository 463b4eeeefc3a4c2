/** A piece of HTML: a tag, or text with its entities resolved. */
export type HtmlToken =
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly tag: string }
  | { readonly kind: 'text'; readonly text: string };

const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<!\[[\s\S]*?\]>|<[!?][^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/giu;
/** What lies inside these is no text of the page. */
const HIDDEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);

/**
 * Cuts HTML into tags and text. The page forbids the browser's own parser for text from outside, and a table
 * needs little: nothing is run, loaded or drawn.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let hiddenIn: string | null = null;
  let from = 0;
  const text = (piece: string) => {
    if (piece !== '' && hiddenIn === null) tokens.push({ kind: 'text', text: withoutEntities(piece) });
  };
  for (const match of html.matchAll(PIECE)) {
    text(html.slice(from, match.index));
    from = match.index + match[0].length;
    const tag = match[2]?.toLowerCase();
    if (tag === undefined) continue;
    const isClose = match[1] === '/';
    if (hiddenIn !== null) {
      if (isClose && tag === hiddenIn) hiddenIn = null;
    } else if (!isClose && HIDDEN.has(tag)) hiddenIn = tag;
    else tokens.push(isClose ? { kind: 'close', tag } : { kind: 'open', tag, attributes: match[3] ?? '' });
  }
  text(html.slice(from));
  return tokens;
}

/** The number of an attribute such as `colspan="2"`, 1 without one, within what a sheet could hold. */
export function spanOf(attributes: string, name: 'colspan' | 'rowspan'): number {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*["']?\s*(\d+)`, 'iu').exec(attributes);
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), 1000);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00ad',
  lrm: '\u200e',
  rlm: '\u200f',
  zwnj: '\u200c',
  ndash: '–',
  mdash: '—',
  minus: '−',
  hellip: '…',
  bull: '•',
  middot: '·',
  dagger: '†',
  Dagger: '‡',
  sect: '§',
  para: '¶',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  times: '×',
  permil: '‰',
};

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]*));?/giu, (whole, ...found) => {
    const [decimal, hex, name] = found as (string | undefined)[];
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
