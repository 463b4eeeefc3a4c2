/** Closing day of the source material: no date may show a fact known later. */
export const CLOSING = '2026-07-31';

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];

/** A partial date is the last day of what it names, never after the closing day. */
export function lastDayOf(text) {
  if (text === null || text === undefined) return CLOSING;
  const day = expand(text.trim());
  if (day === null) throw new Error(`No rule for the date "${text}"`);
  return day > CLOSING ? CLOSING : day;
}

function expand(text) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const quarter = /^(\d{4})-?Q([1-4])$/.exec(text);
  if (quarter) return `${quarter[1]}-${QUARTER_ENDS[Number(quarter[2]) - 1]}`;
  const months = /^(\d{4})-(?:\d{2}\/)?(\d{2})$/.exec(text);
  if (months) return lastOfMonth(Number(months[1]), Number(months[2]));
  return /^\d{4}$/.test(text) ? `${text}-12-31` : null;
}

function lastOfMonth(year, month) {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(days).padStart(2, '0')}`;
}
