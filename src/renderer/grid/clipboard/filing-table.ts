/** A cell of a table as it was marked up. */
export interface SpannedCell {
  readonly text: string;
  /** Columns from `start`, inclusive; both count as the page draws them. */
  readonly start: number;
  readonly span: number;
}

const PREFIX = /^(?:US|C|A|HK)?[$€£¥₹₩﷼]$|^(?:USD|EUR|GBP|CHF|JPY|SAR|AED)$|^[-−–(]?\s*[$€£¥]\s*\(?$|^\($/u;
const SUFFIX = /^\)?\s*[%٪]?$|^\)$/u;

/**
 * Tables of filings put currency signs, closing parentheses and per cent signs into columns of their own.
 * They are joined to their numbers, and columns that only made room go. Other tables stay as they are.
 */
export function alignTable(rows: readonly (readonly SpannedCell[])[]): string[][] {
  const joined = rows.map(joinSigns);
  const hasSigns = joined.some((row, index) => row.length < filled(rows[index] ?? []).length);
  return hasSigns ? byColumns(joined) : plain(rows);
}

/** The same for text between tabs, where a cell is one column wide. */
export function alignText(rows: readonly (readonly string[])[]): string[][] {
  const spanned = rows.map((row) => row.map((text, start) => ({ text, start, span: 1 })));
  const signs = spanned.some((row) => row.some(({ text }) => isSign(text)));
  return signs ? alignTable(spanned) : rows.map((row) => [...row]);
}

const isSign = (text: string): boolean =>
  PREFIX.test(text.trim()) || (text.trim() !== '' && SUFFIX.test(text.trim()));

const filled = (row: readonly SpannedCell[]): SpannedCell[] => row.filter(({ text }) => text.trim() !== '');

function joinSigns(row: readonly SpannedCell[]): SpannedCell[] {
  const found: SpannedCell[] = [];
  let before: SpannedCell | null = null;
  for (const cell of filled(row)) {
    const last = found.at(-1);
    if (before === null && last && SUFFIX.test(cell.text.trim()) && isNumeric(last.text)) {
      found[found.length - 1] = join(last, cell);
    } else if (before) {
      found.push(isNumeric(cell.text) ? join(before, cell) : before);
      if (!isNumeric(cell.text)) found.push(cell);
      before = null;
    } else if (PREFIX.test(cell.text.trim())) before = cell;
    else found.push(cell);
  }
  return before ? [...found, before] : found;
}

function join(a: SpannedCell, b: SpannedCell): SpannedCell {
  return { text: a.text.trim() + b.text.trim(), start: a.start, span: b.start + b.span - a.start };
}

/** A number, or a sign that stands for none. */
function isNumeric(text: string): boolean {
  return /\p{Nd}/u.test(text) || /^[-−–—]$/.test(text.trim());
}

/** Columns are where numbers, and the first cells of rows, overlap; heads over several stand over the first. */
function byColumns(rows: readonly (readonly SpannedCell[])[]): string[][] {
  const shapers = rows.flatMap((row) => row.filter((cell, index) => index === 0 || isNumeric(cell.text)));
  const narrow = shapers.filter((cell) => !coversSeveral(cell, shapers));
  const columns = merged(narrow);
  return rows.map((row) => {
    const cells = columns.map(() => '');
    for (const cell of row) {
      const at = columns.findIndex(({ start, end }) => cell.start <= end && cell.start + cell.span > start);
      const place = at < 0 ? -1 : at;
      if (place >= 0) cells[place] = [cells[place], cell.text.trim()].filter(Boolean).join(' ');
    }
    return cells;
  });
}

function coversSeveral(cell: SpannedCell, others: readonly SpannedCell[]): boolean {
  const inside = others.filter(
    (other) =>
      other !== cell && other.start >= cell.start && other.start + other.span <= cell.start + cell.span,
  );
  return inside.some((one) => inside.some((other) => other.start >= one.start + one.span));
}

function merged(cells: readonly SpannedCell[]): { readonly start: number; readonly end: number }[] {
  const sorted = cells
    .map(({ start, span }) => ({ start, end: start + span - 1 }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const columns: { start: number; end: number }[] = [];
  for (const one of sorted) {
    const last = columns.at(-1);
    if (last && one.start <= last.end) last.end = Math.max(last.end, one.end);
    else columns.push({ ...one });
  }
  return columns;
}

/** A cell over several columns fills the first of them. */
function plain(rows: readonly (readonly SpannedCell[])[]): string[][] {
  const width = Math.max(0, ...rows.flatMap((row) => row.map(({ start, span }) => start + span)));
  return rows.map((row) => {
    const cells: string[] = Array.from({ length: width }, () => '');
    for (const { text, start } of row) cells[start] = text;
    return cells;
  });
}
