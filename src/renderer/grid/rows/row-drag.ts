import { chosenRows } from '#renderer/actions/chosen-rows.ts';
import { currentScenario, currentSession, dispatch, setActiveCell } from '#renderer/store/hooks.ts';
import type { Command } from '#shared/commands/command.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import type { SheetState } from '../cursor.ts';
import type { GridRow } from '../grid-rows.ts';
import type { Place } from '../navigate.ts';
import { followDrag } from '../selection/drag.ts';

interface Parts {
  readonly current: () => SheetState | null;
  readonly announce: (text: string) => void;
}

/** Px that the pointer moves before a press becomes a drag. */
const SLACK = 4;

/** Starts a drag by the label of a row: it, or all selected rows with it, goes where it is let go. */
export function createRowDrag({ current, announce }: Parts) {
  return (from: Place, event: PointerEvent, onClick: () => void): boolean => {
    const state = current();
    const row = state?.rows.body[from.row];
    if (!state || row?.kind !== 'item') return false;
    const keys = rowsWith(row.key);
    const line = createDropLine(state.root);
    const start = { y: event.clientY, moved: false };
    let target: Command | null = null;
    const watch = new AbortController();
    window.addEventListener(
      'pointermove',
      ({ clientY }) => {
        start.moved ||= Math.abs(clientY - start.y) > SLACK;
      },
      { capture: true, signal: watch.signal },
    );
    followDrag({
      current,
      overLabels: true,
      inBody: true,
      onPlace: (place) => {
        const now = current();
        if (!now || !start.moved) return;
        const after = place.row > from.row;
        target = dropAt(now.rows.body, place.row, after, keys);
        line.show(now.rows.body[place.row]?.key ?? '', after, target !== null);
      },
      onEnd: (cancelled) => {
        watch.abort();
        line.remove();
        if (!start.moved && !cancelled) onClick();
        if (cancelled || target === null || !dispatch(target).ok) return;
        const column = currentSession().activeCell?.column;
        if (column !== undefined) setActiveCell({ key: row.key, column }, { reveal: true });
        announce(state.context.view().t('rows:moved', { count: keys.length }));
      },
    });
    return true;
  };
}

/** The row, or all that are selected when it is one of them. */
function rowsWith(key: ItemKey): readonly ItemKey[] {
  const chosen = chosenRows();
  return chosen.includes(key) ? chosen : [key];
}

/** Where rows go when they are let go over a row: before or behind it; below a heading to its first place. */
export function dropAt(
  rows: readonly GridRow[],
  at: number,
  after: boolean,
  keys: readonly ItemKey[],
): Extract<Command, { type: 'moveItems' }> | null {
  const over = rows[at];
  if (!over || over.kind === 'checks') return null;
  const scenario = currentScenario();
  const inSection = (id: string) => scenario.itemOrder.filter((key) => itemOf(scenario, key)?.section === id);
  if (over.kind === 'section') {
    // Above a heading is the end of the section before it.
    const above = scenario.sections[scenario.sections.findIndex(({ id }) => id === over.section.id) - 1];
    if (!after && above) return { type: 'moveItems', keys, section: above.id, before: null };
    return {
      type: 'moveItems',
      keys,
      section: over.section.id,
      before: inSection(over.section.id)[0] ?? null,
    };
  }
  const { section } = over.item;
  const order = inSection(section);
  const before = after ? (order[order.indexOf(over.key) + 1] ?? null) : over.key;
  return { type: 'moveItems', keys, section, before };
}

/** The line that shows where rows would come to lie. */
function createDropLine(root: HTMLElement) {
  const line = document.createElement('div');
  line.className = 'grid-drop-line';
  line.setAttribute('aria-hidden', 'true');
  return {
    show: (key: ItemKey, after: boolean, possible: boolean) => {
      const row = [...root.querySelectorAll('.ag-row')].find((one) => one.getAttribute('row-id') === key);
      if (!row || !possible) return line.remove();
      if (!line.isConnected) root.append(line);
      const rect = row.getBoundingClientRect();
      const top = (after ? rect.bottom : rect.top) - root.getBoundingClientRect().top;
      line.style.insetBlockStart = `${Math.round(top) - 1}px`;
    },
    remove: () => line.remove(),
  };
}
