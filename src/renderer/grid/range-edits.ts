import type { CellAddress } from '#renderer/store/hooks.ts';
import type { CellEdit } from '#shared/commands/command.ts';
import { ok, type Result } from '#shared/util/result.ts';
import type { SheetState } from './cursor.ts';
import { type EditTarget, editTarget } from './edit-target.ts';
import { readEntry } from './entry.ts';
import { rowsOf } from './selection/selection.ts';
import { clearProblem } from './write-entry.ts';

/** Where the cells of a range take values, each place once; cells that take none are left out. */
function targetsIn(state: SheetState, cells: readonly CellAddress[]): EditTarget[] {
  const view = state.context.view();
  const rows = new Map(rowsOf(state).map((row) => [row.key, row]));
  const found = new Map<string, EditTarget>();
  for (const { key, column: id } of cells) {
    const row = rows.get(key);
    const column = state.context.column(id);
    const target = row && column && editTarget(view, row, column);
    if (target?.ok) found.set(`${key} ${target.value.at ?? ''}`, target.value);
  }
  return [...found.values()];
}

/** What Delete does to a range: typed values go; formulas without one, and values of a case above, are left. */
export function clearEdits(
  state: SheetState,
  cells: readonly CellAddress[],
): { readonly edits: readonly CellEdit[]; readonly left: number } {
  const view = state.context.view();
  const edits: CellEdit[] = [];
  let left = 0;
  for (const target of targetsIn(state, cells)) {
    const problem = clearProblem(view, target);
    if (problem === null) edits.push({ key: target.item.key, at: target.at, value: null });
    else if (problem !== '') left += 1;
  }
  return { edits, left };
}

/** One typed text for every cell of a range, read in the unit of each row; an error when a row refuses it. */
export function entriesInto(
  state: SheetState,
  cells: readonly CellAddress[],
  text: string,
): Result<readonly CellEdit[], string> {
  const edits: CellEdit[] = [];
  for (const target of targetsIn(state, cells)) {
    const entry = readEntry(state.context.view(), target, text);
    if (entry.kind === 'refused') return { ok: false, error: entry.reason };
    if (entry.kind === 'value') edits.push({ key: target.item.key, at: target.at, value: entry.value });
  }
  return ok(edits);
}
