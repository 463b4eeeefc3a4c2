/**
 * Why a cell or a formula has no value: a stable code for each, with the names of what its text
 * mentions. The texts are in resources/locales/{en,ar}/reasons.json under these codes.
 */
export const REASON_PARAMS = {
  'error-written': ['code'],
  'division-by-zero': [],
  'zero-power-zero': [],
  'zero-negative-power': [],
  'negative-base-power': [],
  'result-too-large': [],
  'text-not-number': ['text'],
  'text-not-boolean': ['text'],
  'several-values': ['rows', 'columns'],
  'text-too-long': ['limit'],
  'out-of-range': [],
  'wrong-type': [],
  'no-value': [],
  'outside-range': [],
  'arguments-few': ['signature'],
  'arguments-many': ['signature'],
  'function-unknown': ['name'],
  'function-unknown-near': ['name', 'near'],
  'function-clock': ['name'],
  'function-chance': ['name'],
  'function-address': ['name'],
  'function-offset': ['name'],
  'function-workbook': ['name'],
  'let-pairs': [],
  'let-name': [],
  'let-time': ['name'],
  'row-unknown': ['name'],
  'row-unknown-near': ['name', 'near'],
  'row-outside-scenario': ['name'],
  'timeline-missing': ['name'],
  'not-found': [],
  'no-error': [],
  'format-unknown': ['format'],
  'date-out-of-range': [],
  'date-unit': ['unit'],
  'date-before-first': [],
  'dates-and-amounts': [],
  'matrix-singular': [],
  'no-rate-payments': [],
  'no-rate-flows': [],
  'no-sign-change': [],
  'text-no-number': [],
  'text-no-date': [],
  'text-absent': ['text'],
  'choice-missing': ['number'],
  'deals-arguments': [],
  'deals-single-texts': [],
  'deals-texts': [],
  'deals-direction': ['word', 'allowed'],
  'deals-type': ['word', 'allowed'],
  'deals-level': ['word', 'allowed'],
  'amount-text': ['text'],
  'units-mixed': ['left', 'right'],
  'units-declared': ['left', 'right'],
  'loop-no-solution': ['chain'],
  'loop-not-settled': ['chain'],
  'parse-empty': [],
  'parse-too-long': ['limit', 'length'],
  'parse-too-deep': ['limit', 'position'],
  'parse-stray-close': ['sign', 'position'],
  'parse-stray-comma': ['position'],
  'parse-operator-missing': ['position'],
  'parse-misplaced': ['sign', 'position'],
  'parse-misplaced-time': ['position'],
  'parse-ends-early': ['position'],
  'parse-list-in-group': ['position'],
  'parse-unclosed': ['sign', 'position'],
  'parse-semicolon': ['position'],
  'parse-closing-missing': ['sign', 'position'],
  'parse-number-too-large': ['text', 'position'],
  'parse-unclosed-text': ['position'],
  'parse-foreign': ['written', 'meant', 'position'],
  'parse-dollar': ['position'],
  'parse-at': ['position'],
  'parse-apostrophe': ['position'],
  'parse-unknown-character': ['sign', 'position'],
  'parse-time-colons': ['position'],
  'parse-time-quarter': ['meant', 'position'],
  'parse-time-missing': ['position'],
  'parse-time-unknown': ['text', 'position'],
  'parse-time-year': ['meant', 'position'],
  'parse-time-far': ['text', 'position'],
  'parse-array-rows': ['position'],
  'parse-array-constants': ['position'],
  'parse-array-sign': ['position'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReasonCode = keyof typeof REASON_PARAMS;

/** What the text of a code mentions, by name. */
export type ReasonParams<Code extends ReasonCode> = Readonly<
  Record<(typeof REASON_PARAMS)[Code][number], string>
>;

/** The last argument of functions that take a code: left out where its text mentions nothing. */
export type ReasonArguments<Code extends ReasonCode> = [(typeof REASON_PARAMS)[Code][number]] extends [never]
  ? []
  : [params: ReasonParams<Code>];

/** What is wrong and what to do, to be read in the language of the reader. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string>>;
}

export function reasonOf<Code extends ReasonCode>(code: Code, ...args: ReasonArguments<Code>): Reason {
  return { code, params: args[0] ?? NOTHING };
}

const NOTHING: Reason['params'] = {};

export function sameReason(a: Reason | undefined, b: Reason | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.code !== b.code) return false;
  return REASON_PARAMS[a.code].every((name) => a.params[name] === b.params[name]);
}
