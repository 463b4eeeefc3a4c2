import { notWritten } from './cli-error.ts';
import type { Streams } from './command.ts';

/** The streams of this process. */
export function nodeStreams(): Streams {
  // Each write reports its own failure; without a listener the same error would end the process with a stack.
  process.stdout.on('error', () => undefined);
  return {
    input: standardInput(),
    out: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(outputError(error)) : resolve()));
      }),
    error: (text) => {
      process.stderr.write(text);
    },
  };
}

async function* standardInput(): AsyncGenerator<string> {
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) yield String(chunk);
}

/** A reader that has seen enough, such as `head`, closes the pipe: that ends the command in peace. */
function outputError(error: NodeJS.ErrnoException): Error {
  if (error.code === 'EPIPE') process.exit(0);
  return notWritten('output-closed', { system: error.code ?? error.message });
}
