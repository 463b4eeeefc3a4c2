import type { ExitCode } from './exit-code.ts';

/** A command line, taken apart. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** Value of an option; `''` for a flag that is there; undefined for what is not. */
  readonly option: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
}

/** Where a command reads and writes: the process, or a test. */
export interface Streams {
  readonly input: AsyncIterable<string>;
  /** Resolves when the text is handed to the system, so that a reader at the other end sees it at once. */
  readonly out: (text: string) => Promise<void>;
  readonly error: (text: string) => void;
}

export interface Command {
  readonly name: string;
  /** What follows the name, as help shows it. */
  readonly usage: string;
  readonly summary: string;
  /** Options with what kind of value they take; null for none. */
  readonly options: Readonly<Record<string, string | null>>;
  /** Options that may stand several times; their values are joined by commas. */
  readonly repeatable?: readonly string[];
  /** Names of what stands without an option; the last may repeat where `many` is set. */
  readonly positionals: readonly string[];
  /** How many of them must be there. */
  readonly required: number;
  readonly many?: boolean;
  readonly run: (args: Arguments, streams: Streams) => Promise<ExitCode>;
}
