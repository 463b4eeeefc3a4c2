import { type Locale, parseTypedValue } from '#shared/formula/typed-value/typed-value.ts';
import { choice } from './arguments.ts';
import type { Arguments, Command, Streams } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import { linesOf } from './lines.ts';

export const LOCALES = ['en', 'ar', 'de'] as const satisfies readonly Locale[];

export const parseCommand: Command = {
  name: 'parse',
  usage: '[TEXT…] [--locale en|ar|de] [--json]',
  summary:
    'Reads numbers as analysts type them: those given, or one a line from the input; one JSON object a line out.',
  options: { '--locale': 'en|ar|de', '--json': null },
  positionals: ['TEXT'],
  required: 0,
  many: true,
  run: parse,
};

async function parse(args: Arguments, { input, out }: Streams): Promise<ExitCode> {
  const locale = choice(args, '--locale', LOCALES, 'en');
  if (args.positionals.length > 0) {
    for (const text of args.positionals) await out(jsonLine(text, locale));
    return 0;
  }
  for await (const line of linesOf(input)) await out(jsonLine(line, locale));
  return 0;
}

function jsonLine(text: string, locale: Locale): string {
  const typed = parseTypedValue(text, locale);
  const { kind, value } = typed;
  const range = typed.kind === 'range' ? { low: typed.low, high: typed.high } : {};
  const reason = 'reason' in typed && typed.reason !== undefined ? { reason: typed.reason } : {};
  return `${JSON.stringify({ kind, value, ...range, ...reason })}\n`;
}
