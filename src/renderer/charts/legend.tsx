import type { Series } from '#shared/report/chart-series.ts';
import { ChartText, mirrored } from './chart-text.tsx';
import { type ChartTexts, seriesName } from './chart-texts.ts';
import { SegmentRect } from './level-rect.tsx';
import { textWidth } from './text-width.ts';

const SWATCH = 10;
const AFTER_SWATCH = 4;
const BETWEEN = 12;
export const LEGEND_LINE = 16;

export interface LegendEntry {
  readonly series: Series;
  readonly name: string;
  /** Distance from the start of the line, and which line. */
  readonly offset: number;
  readonly line: number;
}

/** Patterns need a legend; what has a label at its end does not. Wrapped to the width. */
export function legendEntries(series: readonly Series[], texts: ChartTexts, width: number): LegendEntry[] {
  const entries: LegendEntry[] = [];
  let [offset, line] = [0, 0];
  for (const one of series) {
    if (one.look.kind !== 'level' && one.look.kind !== 'drawn') continue;
    const name = seriesName(one.look, texts);
    const wide = SWATCH + AFTER_SWATCH + textWidth(name, texts.small);
    if (offset > 0 && offset + wide > width) [offset, line] = [0, line + 1];
    entries.push({ series: one, name, offset, line });
    offset += wide + BETWEEN;
  }
  return entries;
}

export function legendHeight(entries: readonly LegendEntry[]): number {
  return entries.length === 0 ? 0 : ((entries.at(-1)?.line ?? 0) + 1) * LEGEND_LINE;
}

export interface LegendProps {
  readonly entries: readonly LegendEntry[];
  readonly width: number;
  readonly texts: ChartTexts;
  readonly hatchId: string;
}

export function Legend({ entries, width, texts, hatchId }: LegendProps) {
  const { mirror } = texts;
  return (
    <g>
      {entries.map(({ series, name, offset, line }) => {
        const y = line * LEGEND_LINE;
        const x = mirror ? width - offset - SWATCH : offset;
        const textX = mirror ? x - AFTER_SWATCH : x + SWATCH + AFTER_SWATCH;
        return (
          <g key={series.id}>
            <SegmentRect
              look={series.look}
              box={{ x, y: y + 1.5, width: SWATCH, height: SWATCH }}
              hatchId={hatchId}
            />
            <ChartText
              x={textX}
              y={y + 10.5}
              size={texts.small}
              anchor={mirrored('start', mirror)}
              fill="var(--text-2)"
            >
              {name}
            </ChartText>
          </g>
        );
      })}
    </g>
  );
}
