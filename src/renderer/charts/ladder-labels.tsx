import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { LadderChart } from '#shared/report/chart-ladder.ts';
import { NOTHING } from '#shared/report/headline.ts';
import { numberText } from '#shared/report/number-text.ts';
import { ChartText, mirrored } from './chart-text.tsx';
import type { ChartTexts } from './chart-texts.ts';
import { HIDDEN } from './hidden.ts';
import { type LadderLayout, ROW_SIZE } from './ladder-layout.ts';

export interface LadderLabelsProps {
  readonly chart: LadderChart;
  readonly layout: LadderLayout;
  readonly texts: ChartTexts;
  readonly width: number;
}

/** Names before the bars, what each step covers and what is left after them. */
export function LadderLabels({ layout, texts, width }: LadderLabelsProps) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const { mirror, small } = texts;
  const fromEnd = (distance: number) => (mirror ? distance : width - distance);
  const end = mirrored('end', mirror);
  const start = mirror ? width : 0;
  const middle = (index: number) => yScale(layout.rungs[index]?.step, { position: 'middle' }) ?? plot.y;
  return (
    <g className="chart-labels" {...HIDDEN}>
      <ChartText x={fromEnd(layout.columns.covers)} y={11} size={small} anchor={end}>
        {texts.t('ladder.covers')}
      </ChartText>
      <ChartText x={fromEnd(layout.columns.left)} y={11} size={small} anchor={end}>
        {texts.t('ladder.left')}
      </ChartText>
      {layout.rungs.map((rung, index) => {
        const y = middle(index) + 4;
        return (
          <g key={rung.step}>
            <ChartText
              x={start}
              y={y}
              size={ROW_SIZE}
              anchor={mirrored('start', mirror)}
              weight={500}
              fill="var(--text)"
            >
              {layout.names[index] ?? ''}
            </ChartText>
            {index > 0 && (
              <ChartText
                x={fromEnd(layout.columns.covers)}
                y={y}
                size={ROW_SIZE}
                anchor={end}
                fill="var(--text-2)"
              >
                {amount(rung.cover ?? 0)}
              </ChartText>
            )}
            <ChartText
              x={fromEnd(layout.columns.left)}
              y={y}
              size={ROW_SIZE}
              anchor={end}
              weight={600}
              fill="var(--c-gap)"
            >
              {amount(rung.need)}
            </ChartText>
            {index < layout.rungs.length - 1 && (
              <line
                x1={xScale(rung.need) ?? 0}
                x2={xScale(rung.need) ?? 0}
                y1={middle(index) + layout.barSize / 2}
                y2={middle(index + 1) - layout.barSize / 2}
                style={{ stroke: 'var(--line-strong)' }}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Zero is an en dash, as in the grid. */
function amount(value: number): string {
  return Math.abs(value) < NOTHING ? '\u2013' : numberText(value);
}
