import { ok, type Result } from '#shared/util/result.ts';
import { refused, type TypedFault } from './fault.ts';
import { folded } from './normalise.ts';

const YEAR = String.raw`((?:19|20|21)\d{2}|\d{2})`;
const FORECAST = '[aefp]?';
const QUARTER_FIRST = new RegExp(String.raw`^q([0-9])[ \-/.']*(?:fy ?)?'?${YEAR} ?${FORECAST}$`);
const NUMBER_FIRST = new RegExp(String.raw`^([0-9]) ?q[ \-/.']*'?${YEAR} ?${FORECAST}$`);
const YEAR_FIRST = new RegExp(String.raw`^(?:fy ?)?${YEAR}[ \-/.]*(?:q([0-9])|([0-9])q) ?${FORECAST}$`);
const IN_WORDS = new RegExp(String.raw`^([0-9])(?:\.|st|nd|rd|th)? ?(?:quarter|quartal)(?: of)? ?${YEAR}$`);
const ARABIC = new RegExp(`^الربع ([0-9]|الاول|الثاني|الثالث|الرابع)(?: (?:من|لعام|عام|سنه))*[ /-]?${YEAR}$`);
const FISCAL_YEAR = new RegExp(String.raw`^(?:fy|cy|gj|السنه الماليه|سنه|عام)[ \-']*${YEAR} ?${FORECAST}$`);
const FORECAST_YEAR = /^((?:19|20|21)\d{2}) ?[aefp]$/;
const HALF_YEAR = /^(?:[1-4] ?h|h ?[1-4])[ \-/.']*(?:\d{2}|\d{4})?$/;
const LONE_QUARTER = /^(?:q ?[0-9]|[0-9] ?q)$/;
const ARABIC_ORDINALS = ['الاول', 'الثاني', 'الثالث', 'الرابع'];

/** `2026Q3` or `2027` for a text that names a quarter or a year; undefined for a text that does not try to. */
export function parsePeriodText(text: string): Result<string, TypedFault> | undefined {
  const plain = folded(text);
  const quarterFirst = QUARTER_FIRST.exec(plain) ?? NUMBER_FIRST.exec(plain) ?? IN_WORDS.exec(plain);
  if (quarterFirst) return quarterOf(quarterFirst[1], quarterFirst[2], text);
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst) return quarterOf(yearFirst[2] ?? yearFirst[3], yearFirst[1], text);
  const arabic = ARABIC.exec(plain);
  if (arabic) {
    const ordinal = ARABIC_ORDINALS.indexOf(arabic[1] ?? '') + 1;
    return quarterOf(ordinal > 0 ? String(ordinal) : arabic[1], arabic[2], text);
  }
  const year = FISCAL_YEAR.exec(plain) ?? FORECAST_YEAR.exec(plain);
  if (year) return ok(fullYear(year[1]));
  if (HALF_YEAR.test(plain)) return refused('half-year', text);
  return LONE_QUARTER.test(plain) ? refused('quarter-without-year', text) : undefined;
}

function quarterOf(
  quarter: string | undefined,
  year: string | undefined,
  text: string,
): Result<string, TypedFault> {
  return /^[1-4]$/.test(quarter ?? '')
    ? ok(`${fullYear(year)}Q${quarter}`)
    : refused('no-such-quarter', text);
}

/** Two digits are years of this century. */
function fullYear(year = ''): string {
  return year.length === 2 ? `20${year}` : year;
}
