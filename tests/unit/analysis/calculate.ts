import { createEngine } from '#shared/engine/engine.ts';
import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
import type { Scenario } from '#shared/model/scenario.ts';

const BASE: Viewpoint = { caseId: null, asOf: null };

export function calculate(scenario: Scenario, viewpoint: Viewpoint = BASE): CalculatedScenario {
  const engine = createEngine(scenario, viewpoint);
  return { scenario, viewpoint, rows: engine.rows(), loops: engine.loops() };
}
