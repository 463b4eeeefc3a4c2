import type { GridRow } from '#renderer/grid/grid-rows.ts';
import { createSheetView, type SheetView } from '#renderer/grid/sheet-view.ts';
import { i18n } from '#renderer/i18n/i18n.ts';
import type { Column } from '#renderer/store/columns.ts';
import { yearGroups } from '#renderer/store/columns.ts';
import { createEngine } from '#shared/engine/engine.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';

/** A scenario as the cells of the grid see it, with calculated values. */
export function viewOf(
  scenario: Scenario,
  { caseId = null, language = 'en' }: { readonly caseId?: string | null; readonly language?: Language } = {},
): SheetView {
  const engine = createEngine(scenario, { caseId, asOf: null });
  const t = i18n.getFixedT(language, 'grid');
  return createSheetView({ scenario, caseId, asOf: null, language, t, rowValues: (key) => engine.row(key) });
}

export function rowOf(scenario: Scenario, key: string): GridRow {
  const item = scenario.items[key];
  if (!item) throw new Error(`No row ${key}`);
  return { kind: 'item', key, number: 1, item };
}

export function columnOf(scenario: Scenario, id: string): Column {
  const groups = yearGroups(scenario.timeline, asOfDate(scenario, null));
  const found = groups
    .flatMap((group): Column[] => [...group.quarters, group.total])
    .find((column) => column.id === id);
  if (!found) throw new Error(`No column ${id}`);
  return found;
}
