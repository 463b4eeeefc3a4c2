import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { type ChartTexts, cellsText } from './chart-texts.ts';
import type { MarkBoard, Placed } from './mark-board.ts';

const EDGE = 4;
const AWAY = 8;

export interface ChartTipProps {
  readonly board: MarkBoard;
  readonly texts: ChartTexts;
}

/** Period, series, value and source of the mark that is pointed at. Screen readers hear it from the mark. */
export function ChartTip({ board, texts }: ChartTipProps) {
  useSyncExternalStore(board.subscribe, board.version);
  const shown = board.shown();
  return shown && createPortal(<Tip key={shown.facts.id} mark={shown} texts={texts} />, document.body);
}

function Tip({ mark, texts }: { readonly mark: Placed; readonly texts: ChartTexts }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (element.current) settle(element.current, mark);
  }, [mark]);
  const { facts } = mark;
  const [cell] = facts.cells;
  return (
    <div ref={element} className="chart-tip" aria-hidden="true" dir={texts.mirror ? 'rtl' : 'ltr'}>
      <div className="chart-tip-head">
        <span>{facts.series}</span>
        <span>{facts.period}</span>
      </div>
      <div className="chart-tip-value">{facts.value}</div>
      <div className="chart-tip-source">
        {texts.t('panel.cells', { count: facts.cells.length, cells: cellsText(facts.cells, texts) })}
      </div>
      {cell && (
        <div className="chart-tip-source">{texts.t('panel.goTo', { cell: cellsText([cell], texts) })}</div>
      )}
    </div>
  );
}

/** Above the mark where there is room, else below; within the window from side to side. */
function settle(tip: HTMLElement, mark: Placed): void {
  const origin = mark.element.ownerSVGElement?.getBoundingClientRect();
  if (!origin) return;
  const { box } = mark;
  const middle = origin.left + box.x + box.width / 2;
  const most = Math.max(EDGE, window.innerWidth - tip.offsetWidth - EDGE);
  const left = Math.min(Math.max(middle - tip.offsetWidth / 2, EDGE), most);
  const above = origin.top + box.y - tip.offsetHeight - AWAY;
  const lowest = Math.max(EDGE, window.innerHeight - tip.offsetHeight - EDGE);
  const below = Math.min(origin.top + box.y + box.height + AWAY, lowest);
  tip.style.left = `${left}px`;
  tip.style.top = `${above >= EDGE ? above : below}px`;
  tip.style.visibility = 'visible';
}
