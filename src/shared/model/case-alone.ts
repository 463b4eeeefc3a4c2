import { caseChain } from './resolve-case.ts';
import type { Scenario } from './scenario.ts';

/** The scenario with only one of its cases and those it builds on, in their order; without cases for the base. */
export function caseAlone(scenario: Scenario, caseId: string | null): Scenario {
  const chain = caseChain(scenario, caseId);
  return { ...scenario, cases: scenario.cases.filter((one) => chain.includes(one)) };
}
