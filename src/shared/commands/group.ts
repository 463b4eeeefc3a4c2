import type { Scenario } from '#shared/model/scenario.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { Applied, Change, Touched } from './change.ts';
import type { Command } from './command.ts';
import type { Refusal } from './refusal.ts';

type Group = Extract<Command, { type: 'group' }>;
type Apply = (scenario: Scenario, command: Command) => Result<Applied, Refusal>;

/**
 * Carries several commands out as one step, each on what the one before it left. One that is refused
 * refuses them all; one that changes nothing is passed over, unless none changes anything.
 */
export function applyGroup(scenario: Scenario, { label, commands }: Group, apply: Apply): ReturnType<Apply> {
  let now = scenario;
  const changes: Change[] = [];
  for (const command of commands) {
    const applied = apply(now, command);
    if (applied.ok) {
      now = applied.value.scenario;
      changes.push(applied.value.change);
    } else if (applied.error.code !== 'nothing-changes') return applied;
  }
  if (changes.length === 0) return err({ code: 'nothing-changes', params: {} });
  return ok({ scenario: now, change: { label, ...joined(changes) } });
}

/** Several changes as one: done in order, taken back from the last to the first. */
export function joined(changes: readonly Change[]): Omit<Change, 'label'> {
  return {
    patches: changes.flatMap((change) => change.patches),
    inverse: [...changes].reverse().flatMap((change) => change.inverse),
    touched: united(changes.map((change) => change.touched)),
  };
}

function united(all: readonly Touched[]): Touched {
  return {
    items: [...new Set(all.flatMap((one) => one.items))],
    everything: all.some((one) => one.everything),
  };
}
