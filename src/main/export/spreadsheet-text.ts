/**
 * What a spreadsheet would take for a formula (OWASP ASVS 5, 1.2.10), also behind apostrophes that
 * are part of the text: so that taking one off always gives the text back.
 */
const LIKE_A_FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n\0＝＋－＠]/;

/** A text that no spreadsheet takes for a formula: an apostrophe stands before what looks like one. */
export function guarded(text: string): string {
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}

/** The text as it was before `guarded`. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
