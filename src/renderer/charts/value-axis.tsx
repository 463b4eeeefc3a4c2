import { usePlotArea, useYAxisScale } from 'recharts';
import { numberText } from '#shared/report/number-text.ts';
import { ChartText, mirrored } from './chart-text.tsx';
import type { ChartTexts } from './chart-texts.ts';
import { tickDecimals } from './round-ticks.ts';
import { textWidth } from './text-width.ts';

const GAP = 6;

export function axisWidth(ticks: readonly number[], texts: ChartTexts): number {
  const decimals = tickDecimals(ticks);
  return Math.ceil(
    Math.max(...ticks.map((tick) => textWidth(numberText(tick, decimals), texts.small))) + GAP + 2,
  );
}

export interface ValueAxisProps {
  readonly ticks: readonly number[];
  readonly texts: ChartTexts;
}

/** A hairline at each tick; the library's own grid also frames the plot. */
export function GridLines({ ticks }: { readonly ticks: readonly number[] }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (!plot || !scale) return null;
  return (
    <g>
      {ticks.map((tick) => {
        const y = scale(tick) ?? 0;
        return (
          <line
            key={tick}
            x1={plot.x}
            x2={plot.x + plot.width}
            y1={y}
            y2={y}
            style={{ stroke: 'var(--c-gridline)' }}
          />
        );
      })}
    </g>
  );
}

/** Numbers of the value axis, before the first period. */
export function ValueAxis({ ticks, texts }: ValueAxisProps) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (!plot || !scale) return null;
  const x = texts.mirror ? plot.x + plot.width + GAP : plot.x - GAP;
  const decimals = tickDecimals(ticks);
  return (
    <g>
      {ticks.map((tick) => (
        <ChartText
          key={tick}
          x={x}
          y={(scale(tick) ?? 0) + 4}
          size={texts.small}
          anchor={mirrored('end', texts.mirror)}
        >
          {numberText(tick, decimals)}
        </ChartText>
      ))}
    </g>
  );
}
