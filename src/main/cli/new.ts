import { newScenario, TEMPLATES } from '../files/templates.ts';
import { choice, requiredOption } from './arguments.ts';
import { inputRefused } from './cli-error.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { saveDocument } from './documents.ts';
import type { ExitCode } from './exit-code.ts';
import { localDay } from './local-day.ts';
import { programVersion, resourcesFolder } from './program-files.ts';

export const newCommand: Command = {
  name: 'new',
  usage: '--template openai|blank -o FILE',
  summary: 'Writes a new scenario.',
  options: { '--template': 'openai|blank', '-o': 'FILE' },
  positionals: [],
  required: 0,
  run: create,
};

async function create(args: Arguments, { out }: Streams): Promise<ExitCode> {
  requiredOption(args, '--template', 'new');
  const template = choice(args, '--template', TEMPLATES, 'blank');
  const target = requiredOption(args, '-o', 'new');
  const scenario = await newScenario(template, resourcesFolder(), localDay(new Date()));
  if (!scenario.ok)
    throw inputRefused(scenario.error.code, scenario.error.params, { subject: `${template}.scenario` });
  await saveDocument(target, scenario.value, programVersion());
  await out(`${target}: written\n`);
  return 0;
}
