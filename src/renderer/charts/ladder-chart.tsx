import { memo, useId } from 'react';
import { Bar, BarChart, ReferenceLine, XAxis, YAxis, ZIndexLayer } from 'recharts';
import type { LadderChart, Rung } from '#shared/report/chart-ladder.ts';
import { type ChartTexts, valueText } from './chart-texts.ts';
import type { ChartViewProps } from './chart-view.ts';
import { LadderLabels } from './ladder-labels.tsx';
import { type LadderLayout, ladderLayout } from './ladder-layout.ts';
import { LAYERS } from './layers.ts';
import { HatchPattern, LevelRect } from './level-rect.tsx';
import { Mark, MarkRings } from './mark.tsx';
import type { Box } from './place-labels.ts';

interface Row {
  readonly step: Rung['step'];
  readonly need: number;
  readonly cover: number;
}

/** The need as softer and softer money is counted; what is left at the end is the gap. */
export const LadderChartView = memo(function LadderChartView(props: ChartViewProps<LadderChart>) {
  const { chart, width, height, texts } = props;
  const hatchId = useId();
  const layout = ladderLayout(props);
  const { rungs } = layout;
  const rows: Row[] = rungs.map(({ step, need, cover }, index) => ({
    step,
    need,
    cover: index === 0 ? 0 : Math.max(0, cover ?? 0),
  }));
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={rows}
      margin={layout.margin}
      accessibilityLayer={false}
    >
      <defs>
        <HatchPattern id={hatchId} />
      </defs>
      <XAxis type="number" hide domain={[0, layout.most]} reversed={texts.mirror} allowDataOverflow />
      <YAxis type="category" dataKey="step" hide />
      <Bar
        dataKey="need"
        stackId="stack"
        barSize={layout.barSize}
        isAnimationActive={false}
        shape={(bar: DrawnBar) => <NeedMark bar={bar} layout={layout} unit={chart.unit} texts={texts} />}
      />
      <Bar
        dataKey="cover"
        stackId="stack"
        barSize={layout.barSize}
        isAnimationActive={false}
        shape={(bar: DrawnBar) => (
          <CoverMark bar={bar} layout={layout} unit={chart.unit} texts={texts} hatchId={hatchId} />
        )}
      />
      <ReferenceLine x={0} stroke="var(--c-zero)" zIndex={LAYERS.lines} />
      <ZIndexLayer zIndex={LAYERS.labels}>
        <LadderLabels chart={chart} layout={layout} texts={texts} width={width} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={LAYERS.rings}>
        <MarkRings />
      </ZIndexLayer>
    </BarChart>
  );
});

interface DrawnBar {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: unknown;
}

interface RungMarkProps {
  readonly bar: DrawnBar;
  readonly layout: LadderLayout;
  readonly unit: string;
  readonly texts: ChartTexts;
}

function rungAt(layout: LadderLayout, bar: DrawnBar): { rung: Rung; index: number } | null {
  const step = (bar.payload as Partial<Row> | undefined)?.step;
  const index = layout.rungs.findIndex((rung) => rung.step === step);
  const rung = layout.rungs[index];
  return rung ? { rung, index } : null;
}

/** Mirrored bars come with a negative width. */
function barBox({ x = 0, y = 0, width = 0, height = 0 }: DrawnBar): Box {
  return { x: Math.min(x, x + width), y, width: Math.abs(width), height };
}

function NeedMark({ bar, layout, unit, texts }: RungMarkProps) {
  const found = rungAt(layout, bar);
  if (!found) return null;
  const { rung, index } = found;
  const box = barBox(bar);
  const last = index === layout.rungs.length - 1;
  const end = texts.mirror ? box.x : box.x + box.width;
  const facts = {
    id: `need-${rung.step}`,
    period: String(layout.to),
    series: `${texts.t('ladder.need')} (${layout.names[index] ?? ''})`,
    value: valueText(rung.need, unit, texts),
    cells: rung.needCells,
  };
  return (
    <Mark facts={facts} box={box}>
      <rect {...box} style={{ fill: 'var(--c-gap)', fillOpacity: last ? 1 : 0.16 }} />
      {!last && box.width > 0.5 && (
        <line
          x1={end}
          x2={end}
          y1={box.y}
          y2={box.y + box.height}
          style={{ stroke: 'var(--c-gap)', strokeWidth: 2 }}
        />
      )}
    </Mark>
  );
}

function CoverMark({ bar, layout, unit, texts, hatchId }: RungMarkProps & { hatchId: string }) {
  const found = rungAt(layout, bar);
  const level = found?.rung.step;
  if (!found || level === undefined || level === 'none' || !bar.width) return null;
  const box = barBox(bar);
  const facts = {
    id: `cover-${level}`,
    period: String(layout.to),
    series: texts.t(`ladder.coverOf.${level}`),
    value: valueText(found.rung.cover ?? 0, unit, texts),
    cells: found.rung.coverCells,
  };
  const shift = Math.min(1.5, box.width / 2);
  const drawn = { ...box, width: box.width - shift, x: texts.mirror ? box.x : box.x + shift };
  return (
    <Mark facts={facts} box={box}>
      <LevelRect level={level} box={drawn} hatchId={hatchId} />
    </Mark>
  );
}
