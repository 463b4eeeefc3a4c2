import { type CliError, inputRefused } from '../cli-error.ts';

type Params = Readonly<Record<string, string | number>>;

/** What is wrong in a table: the first problem is told, the others are counted. */
export class Problems {
  private readonly path: string;
  private first: { readonly code: string; readonly params: Params } | undefined;
  private count = 0;

  constructor(path: string) {
    this.path = path;
  }

  add(code: string, params: Params): void {
    this.first ??= { code, params };
    this.count++;
  }

  /** The end of the command; undefined when nothing is wrong. */
  error(): CliError | undefined {
    if (!this.first) return undefined;
    const { code, params } = this.first;
    return inputRefused(code, params, { subject: this.path, further: this.count - 1 });
  }
}
