import { X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { valueAt, yearGroups } from '#renderer/store/columns.ts';
import {
  type CellAddress,
  cellName,
  currentSession,
  sameCell,
  setActiveCell,
  useAllRows,
  useScenario,
  useSession,
} from '#renderer/store/hooks.ts';
import { endWalk, tracingStore, type Walk, walkSelected } from '#renderer/store/tracing.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { itemOf } from '#shared/model/scenario.ts';
import { cellText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import type { SheetCore } from '../use-sheet-core.ts';
import type { SheetRows } from '../use-sheet-rows.ts';
import { cellWords } from './trace-arrows.tsx';
import { boxesOf } from './walk-boxes.ts';

interface Props {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly core: Pick<SheetCore, 'current' | 'selection' | 'announce'>;
  readonly shown: { readonly rows: SheetRows; readonly columns: readonly string[] };
}

/** The cells one went to from a cell: selected in the sheet, and as a list to choose from. */
export function WalkList({ root, core, shown }: Props) {
  const { walk } = useStore(tracingStore);
  const scenario = useScenario((whole) => whole);
  const language = useSession((session) => session.language);
  const activeCell = useSession((session) => session.activeCell);
  const { t } = useTranslation('find');
  useWalkSelection(core, shown, walk);
  const list = useRef<HTMLElement>(null);
  useWalkKeys(root, list, walk !== null);
  const title = walk
    ? t(`trace.${walk.direction}`, {
        cell: cellWords(scenario, language, walk.origin),
        count: walk.cells.length,
      })
    : '';
  const { announce } = core;
  useEffect(() => {
    if (title !== '') announce(title);
  }, [title, announce]);
  if (!walk || walk.cells.length < 2) return null;
  return (
    <section ref={list} className="grid-walk" aria-label={t('trace.list')}>
      <header>
        <bdi>{title}</bdi>
        <IconButton small label={t('trace.close')} keys="Esc" onPress={() => leave()}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </header>
      <ul>
        {walk.cells.map((cell) => (
          <WalkCell key={cellName(cell)} cell={cell} isHere={sameCell(cell, activeCell)} />
        ))}
      </ul>
    </section>
  );
}

function WalkCell({ cell, isHere }: { readonly cell: CellAddress; readonly isHere: boolean }) {
  const scenario = useScenario((whole) => whole);
  const language = useSession((session) => session.language);
  const rows = useAllRows();
  const item = itemOf(scenario, cell.key);
  const column = yearGroups(scenario.timeline, scenario.timeline.asOf)
    .flatMap(({ quarters, total }) => [...quarters, total])
    .find(({ id }) => id === cell.column);
  const value = column && valueAt(rows.get(cell.key), column);
  return (
    <li>
      <button type="button" aria-current={isHere ? 'location' : undefined} onClick={() => leave(cell)}>
        <bdi className="grid-walk-label">{item?.label[language] ?? cell.key}</bdi>
        <span className="grid-walk-period">{periodText(cell.column, language)}</span>
        <bdi dir="ltr" className="grid-walk-value">
          {item && cellText(value ?? null, item)}
        </bdi>
      </button>
    </li>
  );
}

/** Back into the sheet, to a cell of the list or, without one, to where one is. */
function leave(cell?: CellAddress): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (!cell) endWalk();
  setActiveCell(cell ?? currentSession().activeCell, { reveal: true });
}

/** Selects the cells once the first is shown; ends when the person goes on to any other cell. */
function useWalkSelection(core: Props['core'], shown: Props['shown'], walk: Walk | null): void {
  const activeCell = useSession((session) => session.activeCell);
  useEffect(() => {
    if (!walk) return;
    if (!walk.cells.some((cell) => sameCell(cell, activeCell))) {
      endWalk();
      return;
    }
    const state = core.current();
    const rows = shown.rows.body.map(({ key }) => key);
    if (walk.selected || !state || !activeCell || !rows.includes(activeCell.key)) return;
    const boxes = boxesOf(walk.cells, rows, shown.columns);
    walkSelected();
    const place = { row: rows.indexOf(activeCell.key), column: shown.columns.indexOf(activeCell.column) + 1 };
    if (walk.cells.length > 1 && boxes.length > 0) core.selection.choose(boxes, place);
  }, [core, shown, walk, activeCell]);
}

/** Alt+Shift+F10 goes to the list, arrows move in it, Escape puts it away. */
function useWalkKeys(
  root: RefObject<HTMLDivElement | null>,
  list: RefObject<HTMLElement | null>,
  isOpen: boolean,
): void {
  useEffect(() => {
    const element = root.current;
    if (!element || !isOpen) return undefined;
    const listen = (event: globalThis.KeyboardEvent) => {
      const isWanted = event.code === 'F10' && event.altKey && event.shiftKey;
      const inSheet = event.target instanceof Element && event.target.closest('.ag-cell') !== null;
      const inList = event.target instanceof Node && list.current?.contains(event.target) === true;
      if (isWanted) list.current?.querySelector<HTMLElement>('li button')?.focus();
      else if (event.code === 'Escape' && inList) leave();
      else if (event.code === 'Escape' && inSheet) {
        endWalk();
        return;
      } else if (!inList || !moveInList(list.current, event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('keydown', listen, { capture: true });
    return () => element.removeEventListener('keydown', listen, { capture: true });
  }, [root, list, isOpen]);
}

function moveInList(list: HTMLElement | null, { code }: Pick<KeyboardEvent, 'code'>): boolean {
  if (code !== 'ArrowDown' && code !== 'ArrowUp') return false;
  const buttons = [...(list?.querySelectorAll<HTMLElement>('li button') ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? 0 : (at + (code === 'ArrowDown' ? 1 : -1) + buttons.length) % buttons.length;
  buttons[next]?.focus();
  return true;
}
