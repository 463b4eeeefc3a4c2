import type { Result } from '#shared/util/result.ts';
import { refused, type TypedFault } from './fault.ts';
import { folded } from './normalise.ts';

const MONTH =
  '(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر)';

const DATES: readonly RegExp[] = [
  /^\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[ t].*)?$/,
  /^\d{1,2}([-/.])\d{1,2}\1(?:\d{2}|\d{4})(?: .*)?$/,
  /^(?:19|20)\d{2}[-/](?:0?[1-9]|1[0-2])$/,
  /^(?:0?[1-9]|1[0-2])[-/](?:19|20)\d{2}$/,
  /^\d{1,2}\.\d{1,2}\.$/,
  new RegExp(String.raw`^\d{1,2}(?:st|nd|rd|th|\.)?[-/. ]*${MONTH}\.?[-/, ']*(?:\d{2}|\d{4})?$`),
  new RegExp(String.raw`^${MONTH}\.?[-/, ']*\d{1,2}(?:st|nd|rd|th)?(?:[-/, ]+(?:\d{2}|\d{4}))?$`),
  new RegExp(String.raw`^${MONTH}\.?[-/, ']*\d{4}$`),
  new RegExp(String.raw`^\d{4}[-/ ]*${MONTH}$`),
];

/** The refusal of a text that a spreadsheet would turn into a date, a time or a fraction; undefined for others. */
export function refuseDate(text: string): Result<never, TypedFault> | undefined {
  const plain = folded(text);
  if (DATES.some((date) => date.test(plain))) return refused('date', text);
  if (/^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m?)?$/.test(plain)) return refused('time', text);
  if (/^[-−]?(?:\d+ )?\d+ ?[/⁄] ?\d+$/u.test(plain)) return refused('fraction', text);
  return undefined;
}
