import { Split } from 'lucide-react';
import { openFact } from '#renderer/store/hooks.ts';
import { type CellFact, type CellSources, sourcesOfCell, verdictOf } from '#shared/analysis/cell-sources.ts';
import type { Explanation, FactSeen } from '#shared/analysis/explanation.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { unitText } from '#shared/report/unit-text.ts';
import { Elsewhere } from './elsewhere.tsx';
import { SourceTable } from './source-table.tsx';
import { SpreadChart } from './spread-chart.tsx';
import type { ExplainContext } from './use-explain.ts';
import { placeText, shownValue, type Words } from './words.ts';

interface SourcesProps {
  readonly context: ExplainContext;
  readonly cell: Explanation;
}

/** What sources say of the cell, and of its row. */
export function SourcesPane({ context, cell }: SourcesProps) {
  const { words, model } = context;
  const { t } = words;
  const sources = sourcesOfCell(model, cell);
  const { comparable, others, conflict, elsewhere } = sources;
  const value = typeof cell.value === 'number' ? cell.value : null;
  const count = cell.facts.filter(({ isVisible }) => isVisible).length;
  return (
    <section>
      <header className="panel-explain-title">
        <h2>{t(conflict ? 'sources.disagree' : 'sources.title')}</h2>
        {count > 0 && (
          <span className="panel-explain-chip" data-warn={conflict !== null || undefined}>
            {conflict && <Split size={11} aria-hidden />}
            {t('sources.count', { count })}
          </span>
        )}
      </header>
      {comparable.length > 0 && value !== null && (
        <Spread words={words} cell={cell} value={value} sources={sources} />
      )}
      {elsewhere.length > 0 && <Elsewhere words={words} conflicts={elsewhere} />}
      {cell.assumption !== null && (
        <div className="panel-explain-part">
          <h3>{t('sources.assumption')}</h3>
          <p>{cell.assumption}</p>
        </div>
      )}
      {others.length > 0 && <Others words={words} facts={others} />}
      {count === 0 && cell.assumption === null && (
        <p className="panel-explain-part">
          {t(cell.inputs.length > 0 ? 'sources.noneFormula' : 'sources.none')}
        </p>
      )}
    </section>
  );
}

interface SpreadProps {
  readonly words: Words;
  readonly cell: Explanation;
  readonly value: number;
  readonly sources: CellSources;
}

function Spread({ words, cell, value, sources }: SpreadProps) {
  const { t, language, scenario } = words;
  const facts = sources.comparable;
  const { key } = cell.place;
  const unit = unitText(itemOf(scenario, key)?.unit ?? '', language);
  const [least, most] = reachOf(facts);
  const shown = (number: number) => shownValue(words, number, key);
  const verdict = verdictOf(value, facts);
  const range = { from: shown(least), to: shown(most), value: shown(value) };
  const hasHollow = facts.some(({ isSuperseded }) => isSuperseded);
  return (
    <>
      <div className="panel-explain-part panel-explain-part--open">
        <h3>{t(least === most ? `sources.one.${verdict}` : `sources.range.${verdict}`, range)}</h3>
        <div className="panel-explain-sub">
          {t(hasHollow ? 'sources.subHollow' : 'sources.sub', { place: placeText(words, cell.place), unit })}
        </div>
        <SpreadChart words={words} itemKey={key} value={value} facts={facts} />
      </div>
      <SourceTable words={words} cell={cell} value={value} sources={sources} />
    </>
  );
}

function reachOf(facts: readonly CellFact[]): readonly [least: number, most: number] {
  const said = facts.map(({ statement }) => statement);
  return [Math.min(...said.map(({ low }) => low)), Math.max(...said.map(({ high }) => high))];
}

/** Facts of other periods or units: they cannot be set against this value. */
function Others({ words, facts }: { readonly words: Words; readonly facts: readonly FactSeen[] }) {
  const { t } = words;
  return (
    <div className="panel-explain-part">
      <h3>{t('sources.others')}</h3>
      <ul className="panel-explain-facts">
        {facts.map((seen) => (
          <li key={seen.fact.id}>
            <button
              type="button"
              className="ui-link"
              aria-label={t('tree.openFact', { id: seen.fact.id })}
              onClick={() => openFact(seen.fact.id)}
            >
              <bdi>{seen.fact.id}</bdi>
            </button>{' '}
            <bdi dir="auto">{seen.fact.statement}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
