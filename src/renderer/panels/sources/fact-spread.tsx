import { useTranslation } from 'react-i18next';
import { useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Fact } from '#shared/model/fact.ts';
import type { FactPlace } from '#shared/model/fact-places.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { unitText } from '#shared/report/unit-text.ts';
import { putInCell } from './fact-actions.ts';
import { targetCell } from './fact-cell.ts';
import { figureText } from './fact-words.ts';
import { modelText, useModelValue, usePlaceTitle } from './place-words.tsx';
import type { SourceBook } from './source-book.ts';
import { EDGE, type SpreadDot, spreadLayout } from './spread-layout.ts';
import { SpreadUse } from './spread-use.tsx';

export interface FactSpreadProps {
  readonly place: FactPlace;
  readonly book: SourceBook;
  readonly fact: Fact;
}

const WIDTH = 316;

/** What the sources of one place say on one axis, with the number of the model, and what to make of it. */
export function FactSpread({ place, book, fact }: FactSpreadProps) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const model = useModelValue(place);
  const title = usePlaceTitle(place);
  if (place.statements.length < 2 && model === null) return null;
  const { unit } = place;
  return (
    <section className="panel-sources-part" aria-label={t('spread.label')}>
      <h3 className="panel-sources-spread-title">{t(`spread.${verdict(place, model)}`)}</h3>
      <p className="panel-sources-spread-sub">
        <bdi>{t('spread.about', { title, unit: unitText(unit, language) })}</bdi>
      </p>
      <SpreadChart place={place} book={book} model={model} current={fact.id} title={title} />
      <SpreadActions place={place} fact={fact} />
    </section>
  );
}

/** What the picture says, in a word. */
function verdict(place: FactPlace, model: number | null): 'more' | 'less' | 'between' | 'agree' | 'apart' {
  const near = 1e-9 * Math.max(1, Math.abs(place.low), Math.abs(place.high));
  if (model !== null && model < place.low - near) return 'more';
  if (model !== null && model > place.high + near) return 'less';
  if (place.disagrees) return model === null ? 'apart' : 'between';
  return 'agree';
}

interface SpreadChartProps extends Omit<FactSpreadProps, 'fact'> {
  readonly model: number | null;
  readonly current: string;
  readonly title: string;
}

function SpreadChart({ place, book, model, current, title }: SpreadChartProps) {
  const { t } = useTranslation('sources');
  const mirrored = useSession((session) => session.language === 'ar');
  const layout = spreadLayout(place, model, WIDTH, mirrored);
  const { axisY, band, height, ticks } = layout;
  const { unit } = place;
  const isOld = (id: string) => (book.byId.get(id)?.supersededBy ?? null) !== null;
  const said = layout.dots.map(({ id, value }) =>
    t(isOld(id) ? 'spread.dotOld' : 'spread.dot', { id, value: figureText(value, unit) }),
  );
  const text = t('spread.description', { title, said: said.join(t('comma')) });
  const modelWords = model === null ? '' : t('spread.model', { value: modelText(model, unit) });
  return (
    <svg
      className="panel-sources-spread"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={[text, modelWords].filter(Boolean).join('. ')}
    >
      <line className="panel-sources-axis" x1={EDGE} x2={WIDTH - EDGE} y1={axisY} y2={axisY} />
      {ticks.map(({ value, x }, at) => (
        <g key={value}>
          <line className="panel-sources-axis" x1={x} x2={x} y1={axisY} y2={axisY + 4} />
          <text
            className="panel-sources-tick"
            x={x}
            y={axisY + 16}
            textAnchor={anchorOf(x, at, ticks.length)}
          >
            {figureText(value, unit)}
          </text>
        </g>
      ))}
      <rect
        className="panel-sources-band"
        x={band[0]}
        y={axisY - 16}
        width={Math.max(0, band[1] - band[0])}
        height={6}
        rx={3}
      />
      {layout.model && (
        <g>
          <line className="panel-sources-model" x1={layout.model.x} x2={layout.model.x} y1={12} y2={axisY} />
          <text
            className="panel-sources-model-label"
            x={layout.model.x + (layout.model.before ? -5 : 5)}
            y={11}
            textAnchor={layout.model.before ? 'end' : 'start'}
          >
            {modelWords}
          </text>
        </g>
      )}
      {layout.dots.map((dot) => (
        <Dot
          key={dot.id}
          dot={dot}
          axisY={axisY}
          old={isOld(dot.id)}
          current={dot.id === current}
          label={t('spread.dot', { id: dot.id, value: figureText(dot.value, unit) })}
        />
      ))}
    </svg>
  );
}

/** Outer figures stay inside the drawing. */
function anchorOf(x: number, at: number, count: number): 'start' | 'middle' | 'end' {
  if (at > 0 && at < count - 1) return 'middle';
  return x < WIDTH / 2 ? 'start' : 'end';
}

interface DotProps {
  readonly dot: SpreadDot;
  readonly axisY: number;
  readonly old: boolean;
  readonly current: boolean;
  readonly label: string;
}

function Dot({ dot, axisY, old, current, label }: DotProps) {
  const y = axisY - 13;
  const { x, from, to, labelY, before } = dot;
  return (
    <g className="panel-sources-dot" data-old={old || undefined} data-current={current || undefined}>
      <line className="panel-sources-leader" x1={x} x2={x} y1={labelY + 2} y2={y} />
      {to > from && <line className="panel-sources-own" x1={from} x2={to} y1={y} y2={y} />}
      <circle cx={x} cy={y} r={5.5} />
      <text x={x + (before ? -5 : 5)} y={labelY + 3} textAnchor={before ? 'end' : 'start'}>
        {label}
      </text>
    </g>
  );
}

function SpreadActions({ place, fact }: Omit<FactSpreadProps, 'book'>) {
  const { t } = useTranslation('sources');
  const item = useScenario((scenario) => itemOf(scenario, place.item ?? ''));
  const timeline = useScenario((scenario) => scenario.timeline);
  if (!item) return null;
  const target = targetCell(item, fact, timeline);
  return (
    <div className="panel-sources-actions">
      {target && (
        <Button small onPress={() => putInCell(fact, item.key)}>
          {t('useInCell', { value: figureText(target.value, item.unit) })}
        </Button>
      )}
      <SpreadUse item={item} spread={place} />
    </div>
  );
}
