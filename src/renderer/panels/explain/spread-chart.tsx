import { useMedia } from '#renderer/ui/use-media.ts';
import type { CellFact } from '#shared/analysis/cell-sources.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { numberText } from '#shared/report/number-text.ts';
import { spreadLayout } from './spread-layout.ts';
import { shownValue, type Words } from './words.ts';

interface SpreadProps {
  readonly words: Words;
  readonly itemKey: string;
  readonly value: number;
  readonly facts: readonly CellFact[];
}

/** Inner widths of the pane beside the others, and under them. */
const WIDTHS = { wide: 368, narrow: 288 };
const NARROW = '(max-width: 1279.98px)';
const ROW = 18;
const ABOVE = 20;
const BELOW = 44;

/** The values that sources give on one line, with that of the model; hollow where superseded. */
export function SpreadChart({ words, itemKey, value, facts }: SpreadProps) {
  const width = WIDTHS[useMedia(NARROW) ? 'narrow' : 'wide'];
  const text = (number: number) => shownValue(words, number, itemKey);
  const marks = facts.map(({ fact, statement }) => ({
    id: fact.id,
    value: statement.value,
    low: statement.low,
    high: statement.high,
    text: `${shortened(fact.source.publisher)}: ${text(statement.value)}`,
  }));
  const layout = spreadLayout(marks, value, width);
  const height = ABOVE + layout.rows * ROW + BELOW;
  const line = height - 40;
  const hollow = new Set(facts.filter(({ isSuperseded }) => isSuperseded).map(({ fact }) => fact.id));
  const [least, most] = layout.band;
  const decimals = itemOf(words.scenario, itemKey)?.decimals ?? 1;
  const shortTicks = layout.ticks.every((tick) => Number.isInteger(tick.value));
  return (
    <svg
      className="panel-explain-spread"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.t('sources.chart', {
        value: text(value),
        sources: marks.map((mark) => mark.text).join('; '),
      })}
    >
      <line x1={0} x2={width} y1={height - 24} y2={height - 24} className="panel-explain-axis" />
      {layout.ticks.map((tick, index) => (
        <text
          key={tick.value}
          x={tick.x}
          y={height - 8}
          textAnchor={index === 0 ? 'start' : index === layout.ticks.length - 1 ? 'end' : 'middle'}
        >
          {numberText(tick.value, shortTicks ? 0 : decimals)}
        </text>
      ))}
      <rect
        x={least}
        width={Math.max(0, most - least)}
        y={line - 3}
        height={6}
        rx={3}
        className="panel-explain-band"
      />
      <line x1={layout.modelX} x2={layout.modelX} y1={16} y2={height - 24} className="panel-explain-model" />
      {layout.marks.map((mark) => {
        const y = ABOVE + (layout.rows - 1 - mark.row) * ROW + 12;
        return (
          <g key={mark.id}>
            <line x1={mark.x} x2={mark.x} y1={y + 3} y2={line} className="panel-explain-lead" />
            <circle cx={mark.x} cy={line} r={5} data-hollow={hollow.has(mark.id) || undefined} />
            <text
              x={mark.x + (mark.anchor === 'end' ? -6 : 6)}
              y={y}
              textAnchor={mark.anchor}
              className="panel-explain-halo"
            >
              {mark.text}
            </text>
          </g>
        );
      })}
      <text
        x={layout.modelX + (layout.modelX > width / 2 ? -6 : 6)}
        y={12}
        textAnchor={layout.modelX > width / 2 ? 'end' : 'start'}
        className="panel-explain-model-text"
      >
        {words.t('sources.model', { value: text(value) })}
      </text>
    </svg>
  );
}

const LONGEST_NAME = 32;

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
