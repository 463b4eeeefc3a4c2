/** Why a command was not carried out. Texts stand in the locale files under these codes. */
export const REFUSAL_CODES = [
  'unknown-item',
  'unknown-case',
  'unknown-section',
  'header-has-no-values',
  'constant-has-no-periods',
  'name-a-period',
  'name-a-year',
  'outside-timeline',
  'formula-empty',
  'formula-too-long',
  'comment-too-long',
  'key-not-a-name',
  'key-taken',
  'key-means-another',
  'case-replaces-row',
  'item-in-deal',
  'item-in-presentation',
  'not-a-date',
  'unknown-deal',
  'deal-taken',
  'deal-replaces-itself',
  'party-missing',
  'status-day-taken',
  'unknown-fact',
  'fact-taken',
  'fact-in-use',
  'fact-replaces-itself',
  'id-missing',
  'id-not-allowed',
  'not-an-amount',
  'not-a-count',
  'not-a-period',
  'range-backwards',
  'no-override',
  'case-taken',
  'case-inherited',
  'case-circle',
  'nothing-changes',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** What the text names: key, period, case, deal. */
  readonly params: Readonly<Record<string, string>>;
}

/** Thrown inside a recipe so that a half-done edit is dropped as a whole; never leaves this folder. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, params: Readonly<Record<string, string>> = {}) {
    super(code);
    this.refusal = { code, params };
  }
}
