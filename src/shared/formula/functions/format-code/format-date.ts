import { calendarDate, isSerial, weekdayOf } from '../numeric/serial-date.ts';
import type { FormatToken } from './tokens.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const SECONDS_PER_DAY = 86400;

/** True for a section with letters of a date or a time. */
export function isDateFormat(tokens: readonly FormatToken[]): boolean {
  return tokens.some((token) => token.kind === 'date' || token.kind === 'elapsed' || token.kind === 'half');
}

/** A moment taken apart. */
interface Moment {
  readonly serial: number;
  /** Seconds of the day, whole or with the decimals shown. */
  readonly seconds: number;
  readonly decimals: number;
  readonly isHalfDay: boolean;
}

/** A serial date as text; null where it is no date. */
export function formatDate(value: number, tokens: readonly FormatToken[]): string | null {
  if (!isSerial(value)) return null;
  const decimals = tokens.filter(
    (token, index) => isSecondsDecimal(tokens, index) && token.kind === 'digit',
  ).length;
  const scale = 10 ** decimals;
  const hasSeconds = tokens.some((token) => token.kind === 'date' && token.letters.startsWith('s'));
  const raw = (value - Math.floor(value)) * SECONDS_PER_DAY;
  const rounded = Math.round(raw * scale) / scale;
  const seconds = hasSeconds ? rounded : Math.floor(rounded + 1e-9);
  const isNextDay = seconds >= SECONDS_PER_DAY;
  const moment: Moment = {
    serial: Math.floor(value) + (isNextDay ? 1 : 0),
    seconds: isNextDay ? 0 : seconds,
    decimals,
    isHalfDay: tokens.some((token) => token.kind === 'half'),
  };
  return tokens.map((token, index) => partText(token, index, tokens, moment)).join('');
}

function partText(token: FormatToken, index: number, tokens: readonly FormatToken[], moment: Moment): string {
  if (token.kind === 'literal') return token.text;
  if (token.kind === 'comma') return ',';
  if (token.kind === 'point') return isSecondsDecimal(tokens, index + 1) ? secondDecimals(moment) : '.';
  if (token.kind === 'digit') return isSecondsDecimal(tokens, index) ? '' : token.placeholder;
  if (token.kind === 'half') return moment.seconds < SECONDS_PER_DAY / 2 ? token.am : token.pm;
  if (token.kind === 'elapsed') return elapsedText(token.letters, moment);
  if (token.kind !== 'date') return '';
  return token.letters.startsWith('m') && isMinutes(tokens, index)
    ? padded(Math.floor(moment.seconds / 60) % 60, token.letters)
    : dateText(token.letters, moment);
}

/** `mm` means minutes right after hours or right before seconds. */
function isMinutes(tokens: readonly FormatToken[], index: number): boolean {
  const letters = (token: FormatToken | undefined) =>
    token?.kind === 'date' || token?.kind === 'elapsed' ? token.letters[0] : undefined;
  const before = tokens.slice(0, index).findLast((token) => letters(token) !== undefined);
  const after = tokens.slice(index + 1).find((token) => letters(token) !== undefined);
  return letters(before) === 'h' || letters(after) === 's';
}

function isSecondsDecimal(tokens: readonly FormatToken[], index: number): boolean {
  let place = index;
  while (tokens[place]?.kind === 'digit') place -= 1;
  const before = tokens[place - 1];
  const isSeconds = (before?.kind === 'date' || before?.kind === 'elapsed') && before.letters.startsWith('s');
  return place < index && tokens[place]?.kind === 'point' && isSeconds;
}

function secondDecimals({ seconds, decimals }: Moment): string {
  const part = Math.round((seconds - Math.floor(seconds)) * 10 ** decimals);
  return `.${String(part).padStart(decimals, '0')}`;
}

function elapsedText(letters: string, { serial, seconds }: Moment): string {
  const total = serial * SECONDS_PER_DAY + Math.floor(seconds);
  const unit = letters.startsWith('h') ? 3600 : letters.startsWith('m') ? 60 : 1;
  return padded(Math.floor(total / unit), letters);
}

function padded(value: number, letters: string): string {
  return String(value).padStart(Math.min(2, letters.length), '0');
}

function dateText(letters: string, moment: Moment): string {
  const { year, month, day } = calendarDate(moment.serial);
  const hour = Math.floor(moment.seconds / 3600);
  switch (letters[0]) {
    case 'y':
      return letters.length > 2 ? String(year).padStart(4, '0') : String(year % 100).padStart(2, '0');
    case 'm':
      return named(MONTHS, month - 1, month, letters);
    case 'd':
      return letters.length > 2 ? named(DAYS, weekdayOf(moment.serial), day, letters) : padded(day, letters);
    case 'h':
      return padded(moment.isHalfDay ? ((hour + 11) % 12) + 1 : hour, letters);
    default:
      return padded(Math.floor(moment.seconds) % 60, letters);
  }
}

/** A name in full, its first three letters, its initial, or a number. */
function named(names: readonly string[], index: number, value: number, letters: string): string {
  const name = names[index] ?? '';
  if (letters.length < 3) return padded(value, letters);
  if (letters.length === 3) return name.slice(0, 3);
  return letters.length === 5 && names === MONTHS ? name.slice(0, 1) : name;
}
