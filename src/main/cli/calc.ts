import { createEngine, type Engine } from '#shared/engine/engine.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { calculated, columnNames, columnValues, type Step } from '../export/calculated.ts';
import { cellPlain } from '../export/cell-json.ts';
import { csvText } from '../export/csv-text.ts';
import { choice } from './arguments.ts';
import { wrongUsage } from './cli-error.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { asOfOption, caseOption, chosenItems, openDocument } from './documents.ts';
import type { ExitCode } from './exit-code.ts';
import { tableText } from './table-text.ts';

export const calcCommand: Command = {
  name: 'calc',
  usage: 'FILE [--case C] [--as-of D] [--items a,b*] [--by quarter|year] [--json|--csv]',
  summary: 'Calculates a scenario and prints its values.',
  options: {
    '--case': 'C',
    '--as-of': 'D',
    '--items': 'a,b',
    '--by': 'quarter|year',
    '--json': null,
    '--csv': null,
  },
  positionals: ['FILE'],
  required: 1,
  run: calc,
};

async function calc(args: Arguments, { out }: Streams): Promise<ExitCode> {
  if (args.has('--json') && args.has('--csv'))
    throw wrongUsage('options-exclude', { option: '--json', other: '--csv' });
  const by = choice(args, '--by', ['quarter', 'year'] as const, 'quarter');
  const asOf = asOfOption(args);
  const { scenario } = await openDocument(args.positionals[0] ?? '');
  const caseId = caseOption(scenario, args);
  const keys = chosenItems(scenario, args.option('--items'));
  const engine = createEngine(scenario, { caseId, asOf });
  if (args.has('--json')) await out(`${JSON.stringify(calculated(scenario, engine, keys, by))}\n`);
  else if (args.has('--csv')) await out(valuesCsv(scenario, engine, keys, by));
  else await out(valuesTable(scenario, engine, keys, by));
  return 0;
}

function valuesCsv(scenario: Scenario, engine: Engine, keys: readonly ItemKey[], by: Step): string {
  const rows = keys.map((key) => {
    const item = itemOf(scenario, key);
    const values = columnValues(engine.row(key), by).map((value) =>
      isErrorValue(value) ? value.code : value,
    );
    return [key, item?.label.en ?? '', item?.unit ?? '', ...values];
  });
  return csvText([['key', 'label', 'unit', ...columnNames(scenario, by)], ...rows]);
}

const SHOWN_DIGITS = 6;

function valuesTable(scenario: Scenario, engine: Engine, keys: readonly ItemKey[], by: Step): string {
  const rows = keys.map((key) => {
    const values = columnValues(engine.row(key), by).map((value) =>
      typeof value === 'number' ? String(Number(value.toPrecision(SHOWN_DIGITS))) : cellPlain(value),
    );
    return [key, itemOf(scenario, key)?.unit ?? '', ...values];
  });
  return tableText([['', '', ...columnNames(scenario, by)], ...rows], 2);
}
