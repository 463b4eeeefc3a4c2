import { folded } from './normalise.ts';

export type ScaleLanguage = 'en' | 'de' | 'any';

/** What a word, a sign or an abbreviation beside a number means. */
export type UnitWord =
  | {
      readonly kind: 'scale';
      readonly exponent: number;
      readonly language: ScaleLanguage;
      /** Set where the word means another number in German: what to write there instead. */
      readonly falseFriend?: string;
    }
  /** A part of one: 10^exponent, −2 for per cent, −4 for basis points. */
  | { readonly kind: 'percent'; readonly exponent: number }
  | { readonly kind: 'multiple' }
  /** Codes that the sign may stand for: `$` is any dollar. */
  | { readonly kind: 'currency'; readonly codes: readonly string[] }
  /** Thousand to a German, trillion to others. */
  | { readonly kind: 'ambiguous'; readonly hint: string };

const SCALES: readonly (readonly [number, ScaleLanguage, string])[] = [
  [3, 'any', 'k|الف|الاف'],
  [3, 'en', 'thousand|thousands'],
  [3, 'de', 'tsd|tausend'],
  [6, 'any', 'm|mm|mn|mln|million|مليون|مليونا|ملايين'],
  [6, 'en', 'millions'],
  [6, 'de', 'mio|millionen'],
  [9, 'any', 'مليار|مليارا|مليارات|بليون|بلايين'],
  [9, 'en', 'b|bn|bln|billion|billions'],
  [9, 'de', 'mrd|milliarde|milliarden'],
  [12, 'any', 'تريليون|ترليون|تريليونا|تريليونات'],
  [12, 'en', 't|tn|trn|trillion|trillions'],
  [12, 'de', 'bio|billionen'],
];

const PERCENTS: readonly (readonly [number, string])[] = [
  [-2, '%|٪|percent|per cent|pct|prozent|v.h|بالمئه|بالمائه|في المئه|في المائه'],
  [-3, '‰'],
  [-4, 'bp|bps|basis point|basis points|basispunkt|basispunkte|نقطه اساس|نقاط اساس'],
];

const FALSE_FRIENDS: Readonly<Record<string, string>> = {
  billion: 'Mrd. or Bio.',
  trillion: 'Bio. or 10^18 in full',
  t: 'Tsd. or Bio.',
};
const AMBIGUOUS = 'teur|tusd|tchf|tgbp|t€|t$|t£';

const DOLLARS = ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD'];

const CURRENCY_SIGNS: readonly (readonly [readonly string[], string])[] = [
  [DOLLARS, '$|dollar|dollars|دولار|دولارا|دولارات'],
  [['USD'], 'us$|u.s. dollars|us dollars|us-dollar|us-dollars|دولار امريكي|دولارا امريكيا'],
  [['CAD'], 'c$|ca$'],
  [['AUD'], 'a$|au$'],
  [['HKD'], 'hk$'],
  [['SGD'], 's$'],
  [['NZD'], 'nz$'],
  [['TWD'], 'nt$'],
  [['EUR'], '€|euro|euros|يورو'],
  [['GBP', 'EGP'], '£|pound|pounds|جنيه'],
  [['GBP'], 'sterling|جنيه استرليني'],
  [['EGP'], 'جنيه مصري'],
  [['JPY', 'CNY'], '¥'],
  [['JPY'], 'yen|ين'],
  [['CNY'], 'rmb|yuan|يوان'],
  [['INR'], '₹'],
  [['KRW'], '₩'],
  [['ILS'], '₪'],
  [['TRY'], '₺'],
  [['RUB'], '₽'],
  [['CHF'], 'francs|franken'],
  [['SAR', 'QAR', 'OMR', 'YER'], '﷼|ريال'],
  [['SAR'], 'ر.س|ريال سعودي'],
  [['QAR'], 'ر.ق|ريال قطري'],
  [['AED', 'MAD'], 'درهم'],
  [['AED'], 'د.ا|درهم اماراتي'],
  [['KWD', 'BHD', 'JOD', 'IQD', 'TND'], 'دينار'],
  [['KWD'], 'د.ك|دينار كويتي'],
];

const CURRENCY_CODES =
  'USD EUR GBP JPY CNY CHF CAD AUD NZD SEK NOK DKK INR KRW SGD HKD TWD BRL MXN ZAR TRY PLN CZK HUF RUB ILS THB IDR MYR PHP AED SAR QAR KWD BHD OMR EGP JOD MAD IQD TND';

function entries(): [string, UnitWord][] {
  const list: [string, UnitWord][] = [
    ['x', { kind: 'multiple' }],
    ['×', { kind: 'multiple' }],
  ];
  for (const [exponent, language, words] of SCALES) {
    for (const word of words.split('|')) list.push([word, scaleWord(word, exponent, language)]);
  }
  for (const word of AMBIGUOUS.split('|')) list.push([word, { kind: 'ambiguous', hint: 'Tsd. or tn' }]);
  for (const [exponent, words] of PERCENTS) {
    for (const word of words.split('|')) list.push([word, { kind: 'percent', exponent }]);
  }
  for (const [codes, words] of CURRENCY_SIGNS) {
    for (const word of words.split('|')) list.push([word, { kind: 'currency', codes }]);
  }
  for (const code of CURRENCY_CODES.split(' '))
    list.push([code.toLowerCase(), { kind: 'currency', codes: [code] }]);
  return list;
}

function scaleWord(word: string, exponent: number, language: ScaleLanguage): UnitWord {
  const falseFriend = FALSE_FRIENDS[word];
  return falseFriend === undefined
    ? { kind: 'scale', exponent, language }
    : { kind: 'scale', exponent, language, falseFriend };
}

/** Longest first, so that `million` is not read as `m`. */
const WORDS: readonly (readonly [string, UnitWord])[] = entries().sort((a, b) => b[0].length - a[0].length);

/** The word that a folded text begins with, and how long it is with its abbreviation dot. */
export function unitWordAt(text: string): { readonly word: UnitWord; readonly length: number } | undefined {
  const found = WORDS.find(([spelling]) => text.startsWith(spelling));
  if (!found) return undefined;
  const [spelling, word] = found;
  const isAbbreviation = text[spelling.length] === '.' && !/[%٪‰$€£¥₹₩₪₺₽﷼×]$/u.test(spelling);
  return { word, length: spelling.length + (isAbbreviation ? 1 : 0) };
}

/** All words of a text that consists of nothing else; undefined otherwise. */
export function unitWords(text: string): UnitWord[] | undefined {
  const words: UnitWord[] = [];
  let rest = folded(text).trim();
  while (rest !== '') {
    const next = unitWordAt(rest);
    if (!next) return undefined;
    words.push(next.word);
    rest = rest.slice(next.length).trimStart();
  }
  return words;
}
