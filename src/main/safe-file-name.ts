const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
const LONGEST = 200;

/** A suggested name that every file system takes: no separators, no control signs, no reserved names. */
export function safeFileName(suggested: string, extension: string): string {
  const stem = suggested.toLowerCase().endsWith(`.${extension}`)
    ? suggested.slice(0, -extension.length - 1)
    : suggested;
  const cleaned = withoutForbidden(stem)
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const named = cleaned === '' || RESERVED_ON_WINDOWS.test(cleaned) ? `_${cleaned}` : cleaned;
  return `${shortened(named)}.${extension}`;
}

function withoutForbidden(text: string): string {
  return Array.from(text, (sign) => (isForbidden(sign) ? ' ' : sign)).join('');
}

function isForbidden(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  const controls = code < 0x20 || (code >= 0x7f && code < 0xa0);
  // Marks that turn the writing direction can hide the true ending of a name.
  const turnsDirection = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
  return controls || turnsDirection || '<>:"/\\|?*'.includes(sign);
}

function shortened(text: string): string {
  let result = '';
  for (const sign of text) {
    if (Buffer.byteLength(result + sign) > LONGEST) break;
    result += sign;
  }
  return result;
}
