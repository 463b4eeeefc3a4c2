import type { Read, Words } from './read-field.ts';

/** What is wrong with a field. What is only missing is not held against a person who has not got there yet. */
export interface Fault {
  readonly text: string;
  readonly isMissing: boolean;
}

export type Faults = Readonly<Record<string, Fault>>;

export const missing = ({ t }: Words): Fault => ({ text: t('wrong.missing'), isMissing: true });

/** Collects what is wrong while a draft is read, by the name of its field. */
export class DraftReader {
  readonly words: Words;
  readonly #faults: Record<string, Fault> = {};

  constructor(words: Words) {
    this.words = words;
  }

  get faults(): Faults {
    return this.#faults;
  }

  fault(field: string, fault: Fault): void {
    this.#faults[field] = fault;
  }

  /** The value of a field that may be left empty. */
  take<T>(field: string, read: Read<T>): T | null {
    if (read.ok) return read.value;
    this.fault(field, { text: read.error, isMissing: false });
    return null;
  }

  /** The value of a field that may not. */
  need<T>(field: string, read: Read<T>): T | null {
    if (read.ok && read.value === null) this.fault(field, missing(this.words));
    return this.take(field, read);
  }

  text(field: string, text: string): string {
    if (text.trim() === '') this.fault(field, missing(this.words));
    return text.trim();
  }
}
