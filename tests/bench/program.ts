import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openScenario } from '../../src/shared/format/open.ts';
import { scenarioToText } from '../../src/shared/format/save.ts';
import type { Scenario } from '../../src/shared/model/scenario.ts';
import { compare, compareOnce, type Line, line } from './measure.ts';

/** P11: opening a scenario of about 10 MB ÷ JSON.parse of the same text. */
export function openLine(shipped: Scenario): Line {
  const facts = Array.from({ length: 40 }, (_, copy) =>
    shipped.facts.map((fact) => ({
      ...fact,
      id: `${fact.id}-${copy}`,
      ...(fact.supersededBy ? { supersededBy: `${fact.supersededBy}-${copy}` } : {}),
    })),
  ).flat();
  const text = scenarioToText({ ...shipped, facts: [...shipped.facts, ...facts] }, '0.0.0');
  const bytes = new TextEncoder().encode(text);
  const opened = openScenario(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const measured = compare(
    () => void openScenario(bytes),
    () => void JSON.parse(text),
  );
  return line('P11', `opening ${(bytes.length / 1e6).toFixed(1)} MB ÷ JSON.parse`, '≤ 4', measured, 'above');
}

/** P13: `headroom calc` of the shipped scenario ÷ `node -e 0`. */
export function commandLine(project: string): Line {
  const calc = (): void => {
    execFileSync(
      process.execPath,
      [join(project, 'tools/headroom.mjs'), 'calc', join(project, 'resources/openai.scenario'), '--json'],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  };
  const measured = compareOnce(calc, () => void execFileSync(process.execPath, ['-e', '0']));
  return line('P13', 'command line calc ÷ node -e 0', '≤ 4', measured, 'above');
}
