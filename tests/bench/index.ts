import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openScenario } from '../../src/shared/format/open.ts';
import { engineLines } from './engine.ts';
import type { Line } from './measure.ts';
import { commandLine, openLine } from './program.ts';
import { shippedLines } from './shipped.ts';

/**
 * Runs every benchmark and prints the table, or one JSON document with `--json`. `ofWindow` was measured before,
 * in the running program.
 */
export function runBench(project: string, asJson: boolean, ofWindow: readonly Line[]): void {
  const opened = openScenario(readFileSync(join(project, 'resources/openai.scenario')));
  if (!opened.ok) throw new Error(opened.error.code);
  const { scenario } = opened.value;
  const lines = [
    // Before the peers fill the memory: what their garbage costs is not ours.
    ...shippedLines(scenario),
    openLine(scenario),
    ...engineLines(join(project, 'tests/bench')),
    commandLine(project),
    ...ofWindow,
  ];
  process.stdout.write(asJson ? `${JSON.stringify(lines)}\n` : table(lines));
}

function table(lines: readonly Line[]): string {
  const rows = lines.map((one) => [
    one.id,
    one.what,
    one.asked,
    one.ratio.toPrecision(3),
    `${one.spread[0].toPrecision(3)} to ${one.spread[1].toPrecision(3)}`,
    `${one.ours.toPrecision(3)} ms`,
    `${one.theirs.toPrecision(3)} ms`,
  ]);
  const all = [['id', 'what', 'asked', 'ratio', 'spread', 'ours', 'against'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return `${all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')}\n`;
}
