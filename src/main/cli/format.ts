import { documentBytes } from '../files/document-files.ts';
import { inputRefused } from './cli-error.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { openDocument, saveDocument } from './documents.ts';
import type { ExitCode } from './exit-code.ts';

export const formatCommand: Command = {
  name: 'format',
  usage: 'FILE [-o OUT]',
  summary: 'Writes a scenario in canonical form, to the output or to a file.',
  options: { '-o': 'OUT' },
  positionals: ['FILE'],
  required: 1,
  run: format,
};

async function format(args: Arguments, { out }: Streams): Promise<ExitCode> {
  const path = args.positionals[0] ?? '';
  const { scenario, savedBy, stamp } = await openDocument(path);
  const bytes = documentBytes(scenario, savedBy);
  if (!bytes.ok) throw inputRefused(bytes.error.code, bytes.error.params, { subject: path });
  const target = args.option('-o');
  if (target === undefined) await out(new TextDecoder().decode(bytes.value));
  else await saveDocument(target, scenario, savedBy, { path, stamp });
  return 0;
}
