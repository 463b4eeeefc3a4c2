import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Case } from '#shared/model/case.ts';
import type { IsoDate } from '#shared/model/date.ts';
import { laidItems } from '#shared/model/lay-case.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { asOfDate, caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/** Cases that build on one, not by way of another. */
export function heirsOf(scenario: Scenario, id: string): Case[] {
  return scenario.cases.filter(({ inherits }) => inherits === id);
}

/** What is another one once a case has become the base. */
export interface Promotion {
  /** Rows of the base that it replaces. */
  readonly rows: readonly ItemKey[];
  /** The as-of date of the base, when it moves. */
  readonly asOf: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** The case that keeps the base as it is now. */
  readonly former: Case | null;
  /** Other cases that follow the base in one of those rows, or in its date. */
  readonly following: readonly Case[];
}

/** null when the case cannot become the base, since it shows the base already. */
export function promotionOf(scenario: Scenario, id: string): Promotion | null {
  const applied = applyCommand(scenario, { type: 'promoteCase', id });
  if (!applied.ok) return null;
  const next = applied.value.scenario;
  const rows = laidItems(scenario, caseChain(scenario, id)).map(({ key }) => key);
  const [from, to] = [scenario.timeline.asOf, next.timeline.asOf];
  return {
    rows,
    asOf: from === to ? null : { from, to },
    former: next.cases.at(-1) ?? null,
    following: scenario.cases.filter((one) => one.id !== id && !showsSame(scenario, next, one.id, rows)),
  };
}

function showsSame(before: Scenario, after: Scenario, id: string, rows: readonly ItemKey[]): boolean {
  if (asOfDate(before, id) !== asOfDate(after, id)) return false;
  const shown = (scenario: Scenario) => {
    const chain = caseChain(scenario, id);
    return rows.map((key) => {
      const { content, overrides } = resolveItem(scenario, chain, key) ?? {};
      return [content, overrides];
    });
  };
  return JSON.stringify(shown(before)) === JSON.stringify(shown(after));
}
