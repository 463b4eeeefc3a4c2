import type { Streams } from '#main/cli/command.ts';
import { runCli } from '#main/cli/run-cli.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one command line in this process. */
export async function headroom(args: readonly string[], input: readonly string[] = []): Promise<Ran> {
  let out = '';
  let error = '';
  const streams: Streams = {
    input: (async function* () {
      yield* input;
    })(),
    out: async (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  };
  return { code: await runCli(args, streams), out, error };
}
