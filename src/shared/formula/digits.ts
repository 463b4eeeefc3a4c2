const ARABIC_INDIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Arabic-Indic and Persian digits as 0 to 9; every other character stays, and so does the length. */
export function withLatinDigits(text: string): string {
  return text.replace(FOREIGN_DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_INDIC_ZERO));
  });
}
