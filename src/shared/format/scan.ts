import { isHostileKey } from '#shared/model/item-key.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { textOf } from './decode.ts';
import { type FormatError, type FormatErrorCode, formatError } from './format-error.ts';
import { KeyNumbers } from './key-numbers.ts';
import { LIMITS } from './limits.ts';

/** What the scan saw that reading needs to know. */
export interface Scan {
  /** `-0` stands somewhere: readers turn it into 0. */
  readonly negativeZero: boolean;
}

/**
 * Goes once over a JSON text (RFC 8259, valid UTF-8) before it is parsed: grammar, depth, number of
 * values, length of texts, size of numbers, repeated and hostile keys. Linear in time, bounded in stack.
 */
export function scanJson(bytes: Uint8Array): Result<Scan, FormatError> {
  const scanner = new Scanner(bytes);
  try {
    scanner.document();
    return ok({ negativeZero: scanner.negativeZero });
  } catch (thrown) {
    if (thrown instanceof ScanFailure) return err(thrown.error);
    throw thrown;
  }
}

class ScanFailure extends Error {
  readonly error: FormatError;

  constructor(error: FormatError) {
    super(error.code);
    this.error = error;
  }
}

const QUOTE = 34;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const SMALL_E = 101;
const SMALL_U = 117;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

const ESCAPED = new Set([...'"\\/bfnrt'].map(codeOf));
const FOUR_HEX_DIGITS = /^[0-9a-fA-F]{4}$/;
const WORDS = ['true', 'false', 'null'].map((word) => [...word].map(codeOf));
/** Bit that tells `e` from `E`. */
const LOWER_CASE = 32;
/** No number of so few characters without an exponent is infinite. */
const SAFE_DIGITS = 300;
/** Stands behind the last byte, so that reading past the end needs no test: it is in no JSON text. */
const END = 0;

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

class Scanner {
  private readonly bytes: Uint8Array;
  private readonly length: number;
  private readonly keys: KeyNumbers;
  /** For each depth and key: in which object of that depth it stood last. */
  private readonly lastObject: number[][] = [];
  private objects = 0;
  private at = 0;
  private values = 0;
  negativeZero = false;

  constructor(bytes: Uint8Array) {
    this.bytes = new Uint8Array(bytes.length + 1);
    this.bytes.set(bytes);
    this.bytes[bytes.length] = END;
    this.length = bytes.length;
    this.keys = new KeyNumbers(this.bytes);
  }

  document(): void {
    this.space();
    this.value(0);
    this.space();
    if (this.at < this.length) this.fail('syntax');
  }

  private code(): number {
    return this.bytes[this.at] as number;
  }

  private value(depth: number): void {
    if (++this.values > LIMITS.values) this.fail('too-many-values', { limit: LIMITS.values });
    const code = this.code();
    if (code === QUOTE) this.string();
    else if (code === MINUS || (code >= ZERO && code <= NINE)) this.number();
    else if (code === OPEN_LIST) this.list(depth + 1);
    else if (code === OPEN_OBJECT) this.object(depth + 1);
    else this.word();
  }

  /** Past an opening bracket; true when the closing one follows at once. */
  private enter(depth: number, close: number): boolean {
    if (depth > LIMITS.depth) this.fail('too-deep', { limit: LIMITS.depth });
    this.at++;
    this.space();
    if (this.code() !== close) return false;
    this.at++;
    return true;
  }

  private list(depth: number): void {
    if (this.enter(depth, CLOSE_LIST)) return;
    do this.value(depth);
    while (this.continues(CLOSE_LIST));
  }

  private object(depth: number): void {
    if (this.enter(depth, CLOSE_OBJECT)) return;
    const object = ++this.objects;
    this.lastObject[depth] ??= [];
    const last = this.lastObject[depth];
    let key = 0;
    do {
      key = this.key(key, object, last);
      this.space();
      if (this.code() !== COLON) this.fail('syntax');
      this.at++;
      this.space();
      this.value(depth);
    } while (this.continues(CLOSE_OBJECT));
  }

  /** After an entry: true at a comma, false at the closing bracket. */
  private continues(close: number): boolean {
    this.space();
    const code = this.code();
    if (code !== COMMA && code !== close) this.fail('syntax');
    this.at++;
    if (code === close) return false;
    this.space();
    return true;
  }

  /** Reads the key after `previous` and notes that it stands in this object. */
  private key(previous: number, object: number, last: number[]): number {
    const start = this.at;
    if (this.code() !== QUOTE) this.fail('syntax');
    const key = this.keyNumber(previous);
    if (last[key] === object) this.fail('key-repeated', { key: this.keys.textOf(key) }, start);
    if (last[key] === undefined && isHostileKey(this.keys.textOf(key))) {
      this.fail('key-forbidden', { key: this.keys.textOf(key) }, start);
    }
    last[key] = object;
    return key;
  }

  private keyNumber(previous: number): number {
    const start = this.at + 1;
    const guess = this.keys.guess(previous, start);
    if (guess) {
      this.at = start + guess.end - guess.start + 1;
      return guess.number;
    }
    this.string();
    return this.keys.numberOf(previous, start, this.at - 1);
  }

  private string(): void {
    const { bytes } = this;
    const start = this.at;
    let at = start + 1;
    for (let code = bytes[at] as number; code !== QUOTE; code = bytes[++at] as number) {
      if (code >= 32 && code !== BACKSLASH) continue;
      if (code !== BACKSLASH) this.fail('syntax', {}, at);
      at = this.escape(at);
    }
    this.at = at + 1;
    if (at - start > LIMITS.text) this.measure(start);
  }

  /** The exact length, for texts whose bytes alone do not show that they are short enough. */
  private measure(start: number): void {
    const text = JSON.parse(textOf(this.bytes.subarray(start, this.at))) as string;
    if (text.length > LIMITS.text) this.fail('text-too-long', { limit: LIMITS.text }, start);
  }

  /** From the backslash to the last character of the escape. */
  private escape(at: number): number {
    const code = this.bytes[at + 1] as number;
    if (ESCAPED.has(code)) return at + 1;
    const digits = String.fromCharCode(...this.bytes.subarray(at + 2, at + 6));
    if (code === SMALL_U && FOUR_HEX_DIGITS.test(digits)) return at + 5;
    return this.fail('syntax', {}, at);
  }

  private number(): void {
    const { bytes } = this;
    const start = this.at;
    const negative = bytes[start] === MINUS;
    let at = negative ? start + 1 : start;
    at = bytes[at] === ZERO ? at + 1 : this.digits(at);
    if (bytes[at] === DOT) at = this.digits(at + 1);
    const scientific = ((bytes[at] as number) | LOWER_CASE) === SMALL_E;
    if (scientific) {
      const sign = bytes[at + 1];
      at = this.digits(sign === PLUS || sign === MINUS ? at + 2 : at + 1);
    }
    this.at = at;
    if (scientific || negative || at - start > SAFE_DIGITS) this.magnitude(start);
  }

  private magnitude(start: number): void {
    const number = Number(textOf(this.bytes.subarray(start, this.at)));
    if (!Number.isFinite(number)) this.fail('number-too-large', {}, start);
    if (Object.is(number, -0)) this.negativeZero = true;
  }

  /** At least one digit from `from` on; answers the place after the last. */
  private digits(from: number): number {
    const { bytes } = this;
    let at = from;
    for (let code = bytes[at] as number; code >= ZERO && code <= NINE; code = bytes[at] as number) at++;
    return at > from ? at : this.fail('syntax', {}, at);
  }

  private word(): void {
    const { bytes, at } = this;
    const word = WORDS.find((one) => one.every((code, index) => bytes[at + index] === code));
    this.at += word?.length ?? this.fail('syntax');
  }

  private space(): void {
    const { bytes } = this;
    let at = this.at;
    for (let code = bytes[at] as number; code <= 32; code = bytes[at] as number) {
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
      at++;
    }
    this.at = at;
  }

  private fail(code: FormatErrorCode, params: Record<string, string | number> = {}, at = this.at): never {
    const before = textOf(this.bytes.subarray(0, at));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    throw new ScanFailure(formatError(code, `${line}:${column}`, { ...params, line, column }));
  }
}
