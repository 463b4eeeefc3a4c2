import { textOf } from './decode.ts';

interface Remembered {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

const MOST_REMEMBERED = 4_096;

/** Gives the keys of a JSON text as strings. Files repeat a few keys many times: those are read once. */
export class KeyReader {
  private readonly bytes: Uint8Array;
  private readonly remembered = new Map<number, Remembered>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The key between two quotes: `start` inclusive, `end` exclusive. */
  read(start: number, end: number, escaped: boolean): string {
    const hash = this.hash(start, end);
    const before = this.remembered.get(hash);
    if (before && this.same(before, start, end)) return before.key;
    const raw = textOf(this.bytes.subarray(start, end));
    const key = escaped ? (JSON.parse(`"${raw}"`) as string) : raw;
    if (this.remembered.size < MOST_REMEMBERED) this.remembered.set(hash, { start, end, key });
    return key;
  }

  private hash(start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (this.bytes[at] ?? 0)) | 0;
    return hash;
  }

  private same(before: Remembered, start: number, end: number): boolean {
    if (before.end - before.start !== end - start) return false;
    for (let at = start, other = before.start; at < end; at++, other++) {
      if (this.bytes[at] !== this.bytes[other]) return false;
    }
    return true;
  }
}
