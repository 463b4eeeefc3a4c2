import { applyPatches, type Draft, enablePatches, type Patch, produceWithPatches } from 'immer';
import type { Scenario } from '#shared/model/scenario.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { type Refusal, RefusedError } from './refusal.ts';

enablePatches();

export interface Revision {
  readonly scenario: Scenario;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** Runs a recipe on a draft; a refusal inside it leaves the scenario as it was. */
export function revise(
  scenario: Scenario,
  recipe: (draft: Draft<Scenario>) => void,
): Result<Revision, Refusal> {
  try {
    const [next, patches, inverse] = produceWithPatches(scenario, (draft) => recipe(draft));
    if (patches.length === 0) return err({ code: 'nothing-changes', params: {} });
    return ok({ scenario: next, patches, inverse });
  } catch (thrown) {
    if (thrown instanceof RefusedError) return err(thrown.refusal);
    throw thrown;
  }
}

export function patch(scenario: Scenario, patches: readonly Patch[]): Scenario {
  return applyPatches(scenario, patches);
}
