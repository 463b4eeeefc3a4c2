import { applyCommand } from '#shared/commands/apply-command.ts';
import { createEngine } from '#shared/engine/engine.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { isErrorValue } from '#shared/model/value.ts';

export interface Damage {
  /** Cells of other rows, read directly or through others, that hold a value now and an error then. */
  readonly cells: number;
  /** The gap of the headline is among them. */
  readonly headline: boolean;
}

/** What deleting a row, and nothing else, would turn into errors as seen from one side; null where it may not go. */
export function damageOfDeleting(scenario: Scenario, key: ItemKey, viewpoint: Viewpoint): Damage | null {
  const applied = applyCommand(scenario, { type: 'deleteItem', key });
  if (!applied.ok) return null;
  const before = createEngine(scenario, viewpoint);
  let cells = 0;
  const broken = new Set<ItemKey>();
  for (const [row, { periods }] of createEngine(applied.value.scenario, viewpoint).rows()) {
    const was = before.row(row)?.periods ?? [];
    const lost = periods.filter((value, at) => isErrorValue(value) && !isErrorValue(was[at] ?? null)).length;
    if (lost > 0) broken.add(row);
    cells += lost;
  }
  return { cells, headline: broken.has(scenario.presentation.funding?.gapTotal ?? '') };
}
