import { err, ok, type Result } from '#shared/util/result.ts';
import { type FormatError, formatError } from './format-error.ts';
import { LIMITS } from './limits.ts';

/** Every runtime of the program has it; the language's own library does not list it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** The bytes of a file as text. Strict: what is not UTF-8 is refused, a byte order mark too. */
export function decodeText(bytes: Uint8Array): Result<string, FormatError> {
  if (bytes.length > LIMITS.bytes) {
    return err(formatError('file-too-large', undefined, { limit: LIMITS.bytes / 1024 / 1024 }));
  }
  if (bytes.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))) return err(formatError('file-empty'));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return err(formatError('byte-order-mark'));
  try {
    return ok(textOf(bytes));
  } catch {
    return err(formatError('not-utf8'));
  }
}

/** Throws on bytes that are not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
