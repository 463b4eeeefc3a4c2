import { Maximize2 } from 'lucide-react';
import { useState } from 'react';
import { type Chart, leftOutMessage, subtitleMessage, titleMessage } from '#shared/report/chart-message.ts';
import { setActiveCell } from '../store/hooks.ts';
import { IconButton } from '../ui/button.tsx';
import { ChartDrawing, isEmpty } from './chart-drawing.tsx';
import { type ChartTexts, cellName } from './chart-texts.ts';
import { ChartTip } from './chart-tip.tsx';
import type { Detail } from './chart-view.ts';
import { MarkBoardContext } from './mark.tsx';
import { MarkBoard } from './mark-board.ts';
import { useSize } from './use-size.ts';

export interface ChartCardProps {
  readonly chart: Chart;
  readonly detail: Detail;
  readonly texts: ChartTexts;
  readonly onExpand: () => void;
}

/** One chart of the panel: its message, measure and drawing. */
export function ChartCard({ chart, detail, texts, onExpand }: ChartCardProps) {
  const title = texts.say(titleMessage(chart, texts.language));
  return (
    <section className={`chart-card chart-card--${chart.kind}`} aria-label={title}>
      <div className="chart-head">
        <h2 className="chart-title">{title}</h2>
        <div className="chart-tools">
          <IconButton small label={texts.t('panel.expand', { title })} onPress={onExpand}>
            <Maximize2 size={14} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        </div>
      </div>
      {detail !== 'strip' && (
        <p className="chart-subtitle">{texts.say(subtitleMessage(chart, texts.language))}</p>
      )}
      <LeftOutNote chart={chart} texts={texts} />
      <ChartBody chart={chart} detail={detail} texts={texts} />
    </section>
  );
}

/** Says how much is not drawn, and leads to the first cell that is the reason. */
export function LeftOutNote({ chart, texts }: { readonly chart: Chart; readonly texts: ChartTexts }) {
  const message = leftOutMessage(chart.leftOut);
  const [cell] = chart.leftOut.cells;
  if (!message || !cell) return null;
  const text = texts.say(message);
  return (
    <button
      type="button"
      className="chart-left-out"
      aria-label={texts.t('leftOut.goTo', { text, cell: cellName(cell, texts) })}
      onClick={() => setActiveCell(cell, { reveal: true })}
    >
      {text}
    </button>
  );
}

export interface ChartBodyProps {
  readonly chart: Chart;
  readonly detail: Detail;
  readonly texts: ChartTexts;
}

/** The drawing in whatever room it has, with marks to point at. */
export function ChartBody({ chart, detail, texts }: ChartBodyProps) {
  const [board] = useState(() => new MarkBoard());
  const [frame, size] = useSize<HTMLDivElement>();
  if (isEmpty(chart)) return <p className="chart-nothing">{texts.t('panel.noValues')}</p>;
  const title = texts.say(titleMessage(chart, texts.language));
  const subtitle = texts.say(subtitleMessage(chart, texts.language));
  return (
    <div
      ref={frame}
      className="chart-body"
      dir="ltr"
      {...asGroup(texts.t('panel.marks', { title, subtitle }))}
    >
      {size && size.width > 0 && size.height > 0 && (
        <MarkBoardContext value={board}>
          <ChartDrawing chart={chart} width={size.width} height={size.height} detail={detail} texts={texts} />
          <ChartTip board={board} texts={texts} />
        </MarkBoardContext>
      )}
    </div>
  );
}

/** The marks of a chart belong together; no HTML element says so without meaning more. */
function asGroup(name: string) {
  return { role: 'group', 'aria-label': name };
}
