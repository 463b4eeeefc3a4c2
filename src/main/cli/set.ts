import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { choice, requiredOption } from './arguments.ts';
import { inputRefused } from './cli-error.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { caseOption, openDocument, saveDocument } from './documents.ts';
import { readEdit } from './edit.ts';
import type { ExitCode } from './exit-code.ts';
import { LOCALES } from './parse.ts';
import { programVersion } from './program-files.ts';

export const setCommand: Command = {
  name: 'set',
  usage: "FILE 'key[period]=value'… [--case C] [--locale en|ar|de] -o OUT",
  summary: 'Edits a scenario, all edits or none, and saves it.',
  options: { '--case': 'C', '--locale': 'en|ar|de', '-o': 'OUT' },
  positionals: ['FILE', 'an edit such as key[2027Q1]=value'],
  required: 2,
  many: true,
  run: set,
};

async function set(args: Arguments, { out }: Streams): Promise<ExitCode> {
  const [path = '', ...edits] = args.positionals;
  const target = requiredOption(args, '-o', 'set');
  const locale = choice(args, '--locale', LOCALES, 'en');
  const { scenario, stamp } = await openDocument(path);
  const caseId = caseOption(scenario, args);
  const edited = edits.reduce((next, edit) => apply(next, readEdit(edit, next, caseId, locale)), scenario);
  await saveDocument(target, edited, programVersion(), { path, stamp });
  await out(`${target}: written with ${edits.length} ${edits.length === 1 ? 'edit' : 'edits'}\n`);
  return 0;
}

/** A value that stands there already is no reason to refuse the others. */
function apply(scenario: Scenario, command: ReturnType<typeof readEdit>): Scenario {
  const applied = applyCommand(scenario, command);
  if (applied.ok) return applied.value.scenario;
  if (applied.error.code === 'nothing-changes') return scenario;
  throw inputRefused(applied.error.code, applied.error.params);
}
