import type { LadderChart, Rung } from '#shared/report/chart-ladder.ts';
import { numberText } from '#shared/report/number-text.ts';
import type { ChartTexts } from './chart-texts.ts';
import { type ChartViewProps, type Margin, marginOf } from './chart-view.ts';
import { textWidth } from './text-width.ts';

export interface LadderLayout {
  readonly rungs: readonly Rung[];
  /** What stands before each bar. */
  readonly names: readonly string[];
  readonly to: number;
  readonly margin: Margin;
  readonly most: number;
  readonly barSize: number;
  /** Distance of the end of each number column from the end of the chart. */
  readonly columns: { readonly covers: number; readonly left: number };
}

const HEAD = 18;
const TALLEST_ROW = 34;
const COLUMN_GAP = 14;
const BAR_SHARE = 0.68;
export const ROW_SIZE = 12;

/** Measures of a ladder in its frame. The first rung, no outside money, shows when there is room. */
export function ladderLayout(props: ChartViewProps<LadderChart>): LadderLayout {
  const { chart, height, detail, texts } = props;
  const folded = detail === 'strip' || detail === 'column';
  const paid = folded && chart.rungs.some((rung) => rung.step === 'cash');
  const rungs = paid ? chart.rungs.filter((rung) => rung.step !== 'none') : chart.rungs;
  const names = rungs.map((rung) => rungName(rung, paid, texts));
  const row = Math.min(TALLEST_ROW, (height - HEAD) / Math.max(1, rungs.length));
  const widest = (list: readonly string[], weight: number) =>
    Math.max(0, ...list.map((text) => textWidth(text, ROW_SIZE, weight)));
  const left = Math.max(
    widest(
      rungs.map((rung) => numberText(rung.need)),
      600,
    ),
    textWidth(texts.t('ladder.left'), texts.small),
  );
  const covers = Math.max(
    widest(
      rungs.map((rung) => numberText(rung.cover ?? 0)),
      400,
    ),
    textWidth(texts.t('ladder.covers'), texts.small),
  );
  return {
    rungs,
    names,
    to: chart.to,
    margin: marginOf(
      {
        top: HEAD,
        bottom: Math.max(0, height - HEAD - row * rungs.length),
        start: widest(names, 500) + 10,
        end: left + covers + 2 * COLUMN_GAP,
      },
      texts.mirror,
    ),
    most:
      Math.max(
        1e-9,
        ...rungs.map((rung, index) => rung.need + (index > 0 ? Math.max(0, rung.cover ?? 0) : 0)),
      ) * 1.01,
    barSize: Math.round(row * BAR_SHARE),
    columns: { left: 0, covers: left + COLUMN_GAP },
  };
}

function rungName(rung: Rung, folded: boolean, texts: ChartTexts): string {
  return folded && rung.step === 'cash' ? texts.t('ladder.first') : texts.t(`ladder.step.${rung.step}`);
}
