import { createEngine } from '#shared/engine/engine.ts';
import { openScenario } from '#shared/format/open.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { documentBytes } from '../files/document-files.ts';
import { inputRefused } from './cli-error.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { openDocument } from './documents.ts';
import type { ExitCode } from './exit-code.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'FILE [--json]',
  summary:
    'Opens a scenario with every test of the loader, and checks that a saved copy gives the same results.',
  options: { '--json': null },
  positionals: ['FILE'],
  required: 1,
  run: verify,
};

async function verify(args: Arguments, { out }: Streams): Promise<ExitCode> {
  const path = args.positionals[0] ?? '';
  const { scenario, savedBy, version } = await openDocument(path);
  const differences = differingRows(scenario, savedCopy(scenario, savedBy, path));
  const items = scenario.itemOrder.length;
  const counts = {
    items,
    cases: scenario.cases.length,
    deals: scenario.deals.length,
    facts: scenario.facts.length,
  };
  const sameResults = differences.length === 0;
  if (args.has('--json')) {
    await out(`${JSON.stringify({ ok: true, version, ...counts, sameResults, differences })}\n`);
  } else {
    const listed = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    await out(
      `${path}: ok, format version ${version}, ${listed.join(', ')}, ${sameResults ? 'same' : 'other'} results\n`,
    );
  }
  return sameResults ? 0 : 1;
}

function savedCopy(scenario: Scenario, savedBy: string, path: string): Scenario {
  const bytes = documentBytes(scenario, savedBy);
  const copy = bytes.ok ? openScenario(bytes.value) : bytes;
  if (!copy.ok) throw inputRefused(copy.error.code, copy.error.params, { subject: path });
  return copy.value.scenario;
}

/** Rows of the base whose values differ between two scenarios, to the last bit. */
function differingRows(one: Scenario, other: Scenario): readonly ItemKey[] {
  const base = { caseId: null, asOf: null };
  const [left, right] = [createEngine(one, base), createEngine(other, base)];
  return one.itemOrder.filter((key) => !sameValues(left.row(key)?.periods, right.row(key)?.periods));
}

function sameValues(left: readonly CellValue[] = [], right: readonly CellValue[] = []): boolean {
  return left.length === right.length && left.every((value, index) => sameValue(value, right[index] ?? null));
}

function sameValue(left: CellValue, right: CellValue): boolean {
  return isErrorValue(left) && isErrorValue(right) ? left.code === right.code : Object.is(left, right);
}
