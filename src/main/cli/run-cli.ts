import { nearestName } from '#shared/formula/suggest.ts';
import { readArguments } from './arguments.ts';
import { CliError, wrongUsage } from './cli-error.ts';
import type { Command, Streams } from './command.ts';
import { COMMANDS, isCommandName } from './commands.ts';
import { errorLine } from './error-line.ts';
import type { ExitCode } from './exit-code.ts';
import { programVersion } from './program-files.ts';

/** Runs one command line, without the name of the program. Never throws; errors are one line. */
export async function runCli(args: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    const [name, ...rest] = args;
    if (name === 'help' || name === '--help' || name === '-h') return await help(streams);
    if (name === '--version') {
      await streams.out(`${programVersion()}\n`);
      return 0;
    }
    const command = await findCommand(name);
    const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
    if (options.includes('--help')) {
      await streams.out(helpText(command));
      return 0;
    }
    return await command.run(readArguments(rest, command), streams);
  } catch (thrown) {
    const error = thrown instanceof CliError ? thrown : unexpected(thrown);
    streams.error(errorLine(error));
    return error.exitCode;
  }
}

async function findCommand(name: string | undefined): Promise<Command> {
  const names = Object.keys(COMMANDS);
  const commands = names.join(', ');
  if (name === undefined) throw wrongUsage('command-missing', { commands });
  if (!isCommandName(name)) {
    throw wrongUsage('command-unknown', { command: name, commands }, nearestName(name, names));
  }
  return COMMANDS[name]();
}

/** A defect of ours: one line, no stack. */
function unexpected(thrown: unknown): CliError {
  return new CliError(4, 'unexpected-failure', {
    reason: thrown instanceof Error ? thrown.message : String(thrown),
  });
}

async function help({ out }: Streams): Promise<ExitCode> {
  for (const load of Object.values(COMMANDS)) await out(helpText(await load()));
  return 0;
}

function helpText({ name, usage, summary }: Command): string {
  return `headroom ${name} ${usage}\n    ${summary}\n`;
}
