import type { Command, WrittenFormula } from '#shared/commands/command.ts';
import type { Refusal } from '#shared/commands/refusal.ts';
import { renameInFormula } from '#shared/formula/rename.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { formulasOf, readsRow } from './row-formulas.ts';

/**
 * The command that gives a row another key everywhere. Refused where a formula would then mean
 * something else: the new key is a name that `LET` binds around it, or one that it names already
 * although there is no such row. Whether the key is free and well formed the command itself checks.
 */
export function renameRow(
  scenario: Scenario,
  key: ItemKey,
  to: ItemKey,
): Result<Extract<Command, { type: 'renameKey' }>, Refusal> {
  const formulas: WrittenFormula[] = [];
  for (const placed of formulasOf(scenario)) {
    const renamed = renameInFormula(placed.formula, key, to);
    const changesMeaning = renamed.ok ? readsRow(placed.formula, to) : renamed.error.code === 'name-taken';
    if (changesMeaning && key !== to && !Object.hasOwn(scenario.items, to))
      return err({ code: 'key-means-another', params: { key: to, row: placed.key } });
    if (renamed.ok && renamed.value !== placed.formula) formulas.push({ ...placed, formula: renamed.value });
  }
  return ok({ type: 'renameKey', key, to, formulas });
}
