import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { setActiveCell, setHighlight, useSession } from '../store/hooks.ts';
import { useChartTexts } from './chart-texts.ts';
import { HIDDEN } from './hidden.ts';
import type { Direction, MarkBoard, MarkFacts, Placed } from './mark-board.ts';
import { holdsCell, markSentence } from './mark-words.ts';
import type { Box } from './place-labels.ts';

/** null in pictures and on paper, where nothing can be pointed at. */
export const MarkBoardContext = createContext<MarkBoard | null>(null);

export interface MarkProps {
  readonly facts: MarkFacts;
  readonly box: Box;
  readonly children?: ReactNode;
}

/** A piece of a chart that shows where it comes from and leads there. */
export function Mark({ facts, box, children }: MarkProps) {
  const board = useContext(MarkBoardContext);
  if (!board) return <g>{children}</g>;
  return (
    <LiveMark board={board} facts={facts} box={box}>
      {children}
    </LiveMark>
  );
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

function LiveMark({ board, facts, box, children }: MarkProps & { readonly board: MarkBoard }) {
  const texts = useChartTexts();
  const element = useRef<SVGGElement>(null);
  const stop = useSyncExternalStore(board.subscribe, () => board.isStop(facts.id));
  useEffect(() => {
    if (element.current) return board.add({ facts, box, element: element.current });
    return undefined;
  }, [board, facts, box]);

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = KEYS[event.key];
    if (direction) board.next(facts.id, direction)?.element.focus();
    else if (event.key === 'Enter' || event.key === ' ') goTo(facts);
    else if (event.key === 'Escape') board.hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // SVG has no button element: a group takes its role and its keys.
  const button = {
    role: 'button',
    tabIndex: stop ? 0 : -1,
    'aria-label': markSentence(facts, texts),
    onPointerEnter: () => show(board, facts, false),
    onPointerLeave: () => hide(board, facts),
    onFocus: () => show(board, facts, true),
    onBlur: () => hide(board, facts),
    onClick: () => goTo(facts),
    onKeyDown,
  };
  return (
    <g ref={element} className="chart-mark" data-mark={facts.id} {...button}>
      {children}
      <rect {...atLeast(box, 8)} className="chart-hit" />
    </g>
  );
}

function show(board: MarkBoard, facts: MarkFacts, focused: boolean): void {
  board.show(facts.id, focused);
  setHighlight(facts.cells);
}

function hide(board: MarkBoard, facts: MarkFacts): void {
  board.hide(facts.id);
  setHighlight([]);
}

function goTo(facts: MarkFacts): void {
  const [cell] = facts.cells;
  if (cell) setActiveCell(cell, { reveal: true });
}

/** Rings around the mark that is pointed at and around those that stand for the active cell. */
export function MarkRings() {
  const board = useContext(MarkBoardContext);
  return board && <LiveRings board={board} />;
}

function LiveRings({ board }: { readonly board: MarkBoard }) {
  useSyncExternalStore(board.subscribe, board.version);
  const cell = useSession((session) => session.activeCell);
  const shown = board.shown();
  const active = cell ? board.all().filter((mark) => holdsCell(mark.facts.cells, cell)) : [];
  return (
    <g className="chart-rings" {...HIDDEN}>
      {active.map((mark) => (
        <Ring key={mark.facts.id} mark={mark} kind="active" />
      ))}
      {shown && <Ring mark={shown} kind="shown" />}
    </g>
  );
}

function Ring({ mark, kind }: { readonly mark: Placed; readonly kind: 'active' | 'shown' }) {
  const { x, y, width, height } = atLeast(mark.box, 4);
  return (
    <rect
      x={x - 1}
      y={y - 1}
      width={width + 2}
      height={height + 2}
      rx={2}
      className={`chart-ring chart-ring--${kind}`}
    />
  );
}

/** A box around the same middle that is no smaller than a pointer needs. */
function atLeast(box: Box, size: number): Box {
  const width = Math.max(box.width, size);
  const height = Math.max(box.height, size);
  return {
    x: box.x - (width - box.width) / 2,
    y: box.y - (height - box.height) / 2,
    width,
    height,
  };
}
