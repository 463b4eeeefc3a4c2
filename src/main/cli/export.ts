import { extname } from 'node:path';
import { createEngine } from '#shared/engine/engine.ts';
import { calculated } from '../export/calculated.ts';
import { EXTRA_COLUMNS, type ExtraColumn, scenarioCsv } from '../export/scenario-csv.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import { choice, requiredOption } from './arguments.ts';
import { notWritten, wrongUsage } from './cli-error.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { asOfOption, caseOption, checkTarget, chosenItems, openDocument } from './documents.ts';
import { drawPicture } from './draw-picture.ts';
import type { ExitCode } from './exit-code.ts';

const ENDINGS = ['csv', 'json', 'png', 'svg', 'pdf'] as const;
type Ending = (typeof ENDINGS)[number];

export const exportCommand: Command = {
  name: 'export',
  usage:
    'FILE --to OUT.(csv|json|png|svg|pdf) [--case C] [--as-of D] [--items a,b*] [--columns section,aggregation,note] [--chart ID] [--report ID] [--scale 1|2|3] [--language en|ar]',
  summary: 'Writes rows as CSV or JSON, a chart as PNG, SVG or PDF, or the report as PDF.',
  options: {
    '--to': 'OUT',
    '--case': 'C',
    '--as-of': 'D',
    '--items': 'a,b',
    '--columns': 'section,aggregation,note',
    '--chart': 'ID',
    '--report': 'ID',
    '--scale': '1|2|3',
    '--language': 'en|ar',
  },
  positionals: ['FILE'],
  required: 1,
  run: exportFile,
};

async function exportFile(args: Arguments, { out }: Streams): Promise<ExitCode> {
  const target = requiredOption(args, '--to', 'export');
  const ending = endingOf(target);
  const path = args.positionals[0] ?? '';
  await checkTarget(path, target);
  const asOf = asOfOption(args);
  if (ending === 'csv' || ending === 'json') await writeRows(path, target, ending, args);
  else if (args.has('--columns')) throw excluded('--columns', target);
  else await drawPicture({ path, target, ending, asOf, args });
  await out(`${target}: written\n`);
  return 0;
}

function endingOf(name: string): Ending {
  const ending = extname(name).slice(1).toLowerCase();
  const found = ENDINGS.find((one) => one === ending);
  if (found === undefined)
    throw wrongUsage('ending-unknown', { name, allowed: ENDINGS.map((one) => `.${one}`).join(', ') });
  return found;
}

function excluded(option: string, target: string): Error {
  return wrongUsage('options-exclude', { option, other: `--to ${target}` });
}

const ONLY_FOR_PICTURES = ['--chart', '--report', '--scale'];

async function writeRows(
  path: string,
  target: string,
  ending: 'csv' | 'json',
  args: Arguments,
): Promise<void> {
  const useless = ONLY_FOR_PICTURES.find((option) => args.has(option));
  if (useless !== undefined) throw excluded(useless, target);
  if (ending === 'json' && args.has('--columns')) throw excluded('--columns', target);
  const extra = extraColumns(args);
  choice(args, '--language', ['en', 'ar'] as const, 'en');
  const { scenario } = await openDocument(path);
  const caseId = caseOption(scenario, args);
  const keys = chosenItems(scenario, args.option('--items'));
  const engine = createEngine(scenario, { caseId, asOf: asOfOption(args) });
  const text =
    ending === 'csv'
      ? scenarioCsv(scenario, engine, keys, extra)
      : `${JSON.stringify(calculated(scenario, engine, keys, 'quarter'), null, 2)}\n`;
  const written = await atomicWrite(target, new TextEncoder().encode(text));
  if (!written.ok) throw notWritten(written.error.code, written.error.params, target);
}

/** Columns behind the formula, in the order asked for. */
function extraColumns(args: Arguments): readonly ExtraColumn[] {
  const option = '--columns';
  const names = (args.option(option) ?? '').split(',').map((name) => name.trim());
  const columns = names.flatMap((name) => {
    const column = EXTRA_COLUMNS.find((one) => one === name);
    if (column === undefined && name !== '')
      throw wrongUsage('option-invalid', { option, value: name, allowed: EXTRA_COLUMNS.join(', ') });
    return column ?? [];
  });
  return [...new Set(columns)];
}
