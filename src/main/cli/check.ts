import { createEngine } from '#shared/engine/engine.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { checkKeys, type FailedCheck, failedChecks } from '../export/calculated.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { asOfOption, caseOption, openDocument } from './documents.ts';
import { sentence } from './error-line.ts';
import type { ExitCode } from './exit-code.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: 'FILE [--case C] [--as-of D] [--json]',
  summary: 'Says which checks hold; exit code 1 when one does not.',
  options: { '--case': 'C', '--as-of': 'D', '--json': null },
  positionals: ['FILE'],
  required: 1,
  run: check,
};

async function check(args: Arguments, { out }: Streams): Promise<ExitCode> {
  const asOf = asOfOption(args);
  const { scenario } = await openDocument(args.positionals[0] ?? '');
  const caseId = caseOption(scenario, args);
  const all = failedChecks(scenario, createEngine(scenario, { caseId, asOf }));
  const failed = all.map((one) => ({ key: one.key, period: one.period, message: message(scenario, one) }));
  const passed = checkKeys(scenario).length - new Set(failed.map((one) => one.key)).size;
  const name = scenario.cases.find((one) => one.id === caseId)?.name.en ?? null;
  if (args.has('--json')) await out(`${JSON.stringify({ case: name, caseId, passed, failed })}\n`);
  else await out(plain(passed, failed));
  return failed.length === 0 ? 0 : 1;
}

function message(scenario: Scenario, { key, period, value }: FailedCheck): string {
  const label = itemOf(scenario, key)?.label.en ?? key;
  if (isErrorValue(value)) return [`${label}: ${value.code} in ${period}`, ...reasonText(value)].join('. ');
  return value === null ? `${label}: blank in ${period}` : `${label}: does not hold in ${period}`;
}

function reasonText({ reason }: ErrorValue): string[] {
  return reason ? [sentence(reason.code, reason.params)] : [];
}

function plain(
  passed: number,
  failed: readonly { readonly key: string; readonly message: string }[],
): string {
  const lines = failed.map((one) => `${one.key}: ${one.message}\n`).join('');
  return `${lines}${passed} passed, ${new Set(failed.map((one) => one.key)).size} failed\n`;
}
