import { parse as parsePath } from 'node:path';
import { checkFormula } from '#shared/engine/check-formula.ts';
import { checkScenario } from '#shared/format/check.ts';
import { LIMITS } from '#shared/format/limits.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt, type Timeline } from '#shared/model/timeline.ts';
import { readBytes } from '../files/read-bytes.ts';
import { choice, requiredOption } from './arguments.ts';
import { inputRefused } from './cli-error.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { checkTarget, saveDocument } from './documents.ts';
import { sentence } from './error-line.ts';
import type { ExitCode } from './exit-code.ts';
import { localDay } from './local-day.ts';
import { LOCALES } from './parse.ts';
import { programVersion } from './program-files.ts';
import { type Columns, readColumns } from './table/columns.ts';
import { Problems } from './table/problems.ts';
import { type RawTable, readTable } from './table/read-table.ts';
import { readRows } from './table/rows.ts';
import { scenarioOfTable, timelineOf } from './table/scenario-of-table.ts';

export const importCommand: Command = {
  name: 'import',
  usage: 'TABLE.csv -o FILE [--locale en|ar|de] [--json]',
  summary: 'Makes a scenario of a table with the columns key, label, unit, formula and periods.',
  options: { '-o': 'FILE', '--locale': 'en|ar|de', '--json': null },
  positionals: ['TABLE'],
  required: 1,
  run: importTable,
};

async function importTable(args: Arguments, { out }: Streams): Promise<ExitCode> {
  const path = args.positionals[0] ?? '';
  const target = requiredOption(args, '-o', 'import');
  const locale = choice(args, '--locale', LOCALES, 'en');
  await checkTarget(path, target);
  const table = readTable(await bytesOf(path), path);
  const columns = readColumns(table, path);
  const isUnsaid = table.delimiter === ';' && !args.has('--locale');
  const scenario = read(table, columns, isUnsaid ? null : locale, path);
  await saveDocument(target, scenario, programVersion());
  const problems = formulaProblems(scenario);
  const [items, periods] = [scenario.itemOrder.length, scenario.timeline.periods];
  if (args.has('--json')) await out(`${JSON.stringify({ items, periods, problems })}\n`);
  else await out(plain(target, scenario, columns, problems));
  return 0;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  if (/\.(?:xlsx|xlsm|xlsb|xls|ods)$/i.test(path)) {
    throw inputRefused('table-is-workbook', {}, { subject: path });
  }
  const file = await readBytes(path, LIMITS.bytes);
  if (file.ok) return file.value.bytes;
  const { code, params } = file.error;
  throw inputRefused(code === 'file-too-large' ? 'table-too-large' : code, params, { subject: path });
}

function read(
  table: RawTable,
  columns: Columns,
  locale: Parameters<typeof readRows>[1]['locale'],
  path: string,
): Scenario {
  if (table.records.length === 0) throw inputRefused('table-without-rows', {}, { subject: path });
  const problems = new Problems(path);
  const rows = readRows(table, { columns, locale, problems });
  const error = problems.error();
  if (error) throw error;
  const timeline = timelineOf(columns, localDay(new Date()));
  checkLength(timeline, path);
  const checked = checkScenario(scenarioOfTable(rows, columns.by, timeline, parsePath(path).name));
  if (!checked.ok) throw inputRefused(checked.error.code, checked.error.params, { subject: path });
  return checked.value;
}

function checkLength(timeline: Timeline, path: string): void {
  const { start, periods } = timeline;
  if (periods <= LIMITS.periods) return;
  const params = { first: start, last: periodNameAt(timeline, periods - 1), limit: LIMITS.periods };
  throw inputRefused('table-periods-many', params, { subject: path });
}

interface FormulaError {
  readonly key: string;
  readonly reason: string;
}

/** Each is looked up among all names, and nobody reads more. */
const MOST_TOLD = 100;

/** Formulas that were taken as they are and name what does not exist, or mix units: the first ones. */
function formulaProblems(scenario: Scenario): readonly FormulaError[] {
  const found: FormulaError[] = [];
  for (const key of scenario.itemOrder) {
    const content = itemOf(scenario, key)?.content;
    const problem = content?.kind === 'formula' ? checkFormula(scenario, key, content.formula) : null;
    if (problem) found.push({ key, reason: sentence(problem.reason.code, problem.reason.params) });
    if (found.length === MOST_TOLD) break;
  }
  return found;
}

function plain(
  target: string,
  { itemOrder, timeline }: Scenario,
  { by }: Columns,
  problems: readonly FormulaError[],
): string {
  const last = periodNameAt(timeline, timeline.periods - 1);
  const years = by === 'year' ? '; each value of a year stands in its four quarters' : '';
  const head = `${target}: written, ${itemOrder.length} rows, ${timeline.start} to ${last}${years}\n`;
  return head + problems.map(({ key, reason }) => `${key}: ${reason}\n`).join('');
}
