import { textOf } from './decode.ts';

/** A key where it stood first: from its first byte to its closing quote. */
interface Seen {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/**
 * Gives each different key of a JSON text a number. Files repeat a few keys many times, mostly one
 * after the same other: those are known by their bytes again, without being read. The same key
 * written with escapes has the same number.
 */
export class KeyNumbers {
  private readonly bytes: Uint8Array;
  private readonly byHash = new Map<number, Seen>();
  private readonly byText = new Map<string, number>();
  /** Number 0 stands for the beginning of an object, before its first key. */
  private readonly texts: string[] = [''];
  /** By number of a key: the key that followed it last time. */
  private readonly followers: (Seen | undefined)[] = [];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The key that begins here, when it is the one that followed `previous` last time. */
  guess(previous: number, start: number): Seen | undefined {
    const seen = this.followers[previous];
    return seen && this.same(seen, start) ? seen : undefined;
  }

  /** Number of the key after `previous` between two quotes: `start` inclusive, `end` exclusive. */
  numberOf(previous: number, start: number, end: number): number {
    const number = this.known(start, end);
    this.followers[previous] = { start, end, number };
    return number;
  }

  private known(start: number, end: number): number {
    const hash = this.hash(start, end);
    const seen = this.byHash.get(hash);
    if (seen && this.same(seen, start)) return seen.number;
    const text = JSON.parse(`"${textOf(this.bytes.subarray(start, end))}"`) as string;
    const number = this.byText.get(text) ?? this.texts.push(text) - 1;
    this.byText.set(text, number);
    if (!seen) this.byHash.set(hash, { start, end, number });
    return number;
  }

  textOf(number: number): string {
    return this.texts[number] ?? '';
  }

  private hash(start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (this.bytes[at] as number)) | 0;
    return hash;
  }

  /** Compares up to and with the closing quote, so that nothing longer is taken for the key. */
  private same(seen: Seen, start: number): boolean {
    for (let at = start, other = seen.start; other <= seen.end; at++, other++) {
      if (this.bytes[at] !== this.bytes[other]) return false;
    }
    return true;
  }
}
