import type { Action } from '#renderer/actions/action.ts';
import type { MenuPart } from '#renderer/actions/context-menu.ts';
import { EDIT_ACTIONS } from '#renderer/actions/edit-actions.ts';
import { GO_ACTIONS } from '#renderer/actions/go-actions.ts';
import { aggregationActions, decimalActions, ROW_ACTIONS } from '#renderer/actions/row-actions.ts';
import { VIEW_ACTIONS } from '#renderer/actions/view-actions.ts';
import { i18n } from '#renderer/i18n/i18n.ts';
import {
  currentScenario,
  currentSession,
  toggleFoldedRows,
  toggleSection,
  toggleYear,
} from '#renderer/store/hooks.ts';
import { yearsOf } from '#shared/model/timeline.ts';
import type { GridRow } from '../grid-rows.ts';

const { insertDriver, insertFormula, insertHeader, insertCheck } = ROW_ACTIONS;
const text = (key: string, params: Record<string, unknown> = {}) => i18n.t(`rows:${key}`, params);

const insertion = (): MenuPart => ({
  submenu: text('menus.insert'),
  actions: [insertDriver, insertFormula, insertHeader, insertCheck],
});

const formats = (): MenuPart[] => [
  { submenu: text('menus.decimals'), actions: decimalActions() },
  { submenu: text('menus.aggregation'), actions: aggregationActions() },
];

/** On a cell or a range of cells. */
export function cellMenu(): readonly MenuPart[] {
  return [
    'cut',
    'copy',
    'paste',
    'line',
    VIEW_ACTIONS.explain,
    GO_ACTIONS.nextOverride,
    'line',
    ROW_ACTIONS.resetCells,
    EDIT_ACTIONS.resetToBase,
    ROW_ACTIONS.showBase,
    'line',
    insertion(),
    EDIT_ACTIONS.editRow,
    ...formats(),
    EDIT_ACTIONS.deleteRow,
  ];
}

/** On the label, number, unit or source of a row. */
export function labelMenu(): readonly MenuPart[] {
  return [
    EDIT_ACTIONS.editRow,
    ROW_ACTIONS.rename,
    ...formats(),
    'line',
    insertion(),
    ROW_ACTIONS.duplicate,
    EDIT_ACTIONS.deleteRow,
    'line',
    ROW_ACTIONS.moveUp,
    ROW_ACTIONS.moveDown,
    ROW_ACTIONS.hide,
    ROW_ACTIONS.show,
    'line',
    EDIT_ACTIONS.resetToBase,
  ];
}

type SectionRow = Extract<GridRow, { kind: 'section' }>;

/** On the heading of a section. */
export function sectionMenu(row: SectionRow): readonly MenuPart[] {
  const { id } = row.section;
  const turn = here('section.turn', text(row.open ? 'actions.closeSection' : 'actions.openSection'), () =>
    toggleSection(id),
  );
  const folding = here(
    'section.fold',
    text(row.hidden > 0 ? 'actions.foldedShow' : 'actions.foldedHide'),
    () => toggleFoldedRows(id),
    row.open && row.hidden + row.unfolded > 0,
  );
  return [turn, folding, 'line', insertion()];
}

/** On the head of a period or a year; `year` null for the heads of the frozen columns. */
export function headMenu(year: number | null, collapsed: ReadonlySet<number>): readonly MenuPart[] {
  const years = yearsOf(currentScenario().timeline);
  const toggleAll = (close: boolean) => {
    for (const one of years) if (currentSession().collapsedYears.has(one) !== close) toggleYear(one);
  };
  const all = [
    here('years.open', text('actions.yearsOpen'), () => toggleAll(false), collapsed.size > 0),
    here('years.close', text('actions.yearsClose'), () => toggleAll(true), collapsed.size < years.length),
  ];
  if (year === null) return all;
  const key = collapsed.has(year) ? 'actions.yearOpen' : 'actions.yearClose';
  return [here('year.turn', text(key, { year }), () => toggleYear(year)), 'copy', 'line', ...all];
}

/** An action about the very thing that the menu was opened on. */
function here(id: string, label: string, perform: () => void, isEnabled = true): Action {
  return { id, label: () => label, isEnabled: () => isEnabled, perform };
}
