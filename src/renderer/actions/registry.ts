import { type Action, enabled } from './action.ts';
import { CASE_ACTIONS } from './case-actions.ts';
import { DEAL_ACTIONS } from './deal-actions.ts';
import { EDIT_ACTIONS, REDO_AGAIN } from './edit-actions.ts';
import { EXPORT_PAGE, namedChartActions } from './export-actions.ts';
import { FILE_ACTIONS, recentActions } from './file-actions.ts';
import { GO_ACTIONS } from './go-actions.ts';
import { FIND_ACTIONS, MOVING_ACTIONS } from './moving-actions.ts';
import { formatActions, ROW_ACTIONS, ROW_KEYS } from './row-actions.ts';
import { NUMBER_BLOCK_ZOOM, SIZE_ACTIONS } from './size-actions.ts';
import { caseActions, VIEW_ACTIONS } from './view-actions.ts';

/** Every action there is now: recent documents and cases make their own. */
export function allActions(): Action[] {
  return [
    ...Object.values(FILE_ACTIONS),
    ...recentActions(),
    ...Object.values(EDIT_ACTIONS),
    REDO_AGAIN,
    ...Object.values(DEAL_ACTIONS),
    ...Object.values(ROW_ACTIONS),
    ...ROW_KEYS,
    ...formatActions(),
    ...Object.values(VIEW_ACTIONS),
    ...Object.values(SIZE_ACTIONS),
    ...NUMBER_BLOCK_ZOOM,
    ...Object.values(FIND_ACTIONS),
    ...Object.values(GO_ACTIONS),
    ...Object.values(MOVING_ACTIONS),
    ...caseActions(),
    ...Object.values(CASE_ACTIONS),
    EXPORT_PAGE,
    ...namedChartActions(),
  ];
}

/** Performs an action by its name; one that is unknown or not possible now does nothing. */
export function performById(id: string): void {
  const action = allActions().find((one) => one.id === id);
  if (action) perform(action);
}

export function perform(action: Action): void {
  if (enabled(action)) void action.perform();
}
