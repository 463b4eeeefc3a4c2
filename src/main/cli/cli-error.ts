import type { ExitCode } from './exit-code.ts';

type Params = Readonly<Record<string, string | number>>;

interface MoreOfError {
  readonly subject?: string;
  readonly near?: string | undefined;
  readonly further?: number;
}

/** Ends a command with one line on stderr; thrown inside this folder, caught by `runCli`. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  readonly code: string;
  readonly params: Params;
  /** File that the sentence is about. */
  readonly subject: string | undefined;
  /** What was probably meant. */
  readonly near: string | undefined;
  /** How many other problems there are. */
  readonly further: number;

  constructor(exitCode: ExitCode, code: string, params: Params = {}, more: MoreOfError = {}) {
    super(code);
    this.exitCode = exitCode;
    this.code = code;
    this.params = params;
    this.subject = more.subject;
    this.near = more.near;
    this.further = more.further ?? 0;
  }
}

export function wrongUsage(code: string, params: Params = {}, near?: string): CliError {
  return new CliError(2, code, params, { near });
}

export function inputRefused(code: string, params: Params = {}, more: MoreOfError = {}): CliError {
  return new CliError(3, code, params, more);
}

export function notWritten(code: string, params: Params = {}, subject?: string): CliError {
  return new CliError(4, code, params, subject === undefined ? {} : { subject });
}
