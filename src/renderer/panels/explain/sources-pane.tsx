import { Check, Split } from 'lucide-react';
import { openFact } from '#renderer/store/hooks.ts';
import type { Explanation, FactSeen } from '#shared/analysis/explanation.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { unitText } from '#shared/report/unit-text.ts';
import { type ComparableFact, factsOfCell, verdictOf } from './comparable-facts.ts';
import { SpreadChart } from './spread-chart.tsx';
import type { ExplainContext } from './use-explain.ts';
import { changeText, placeText, shownValue, type Words } from './words.ts';

interface SourcesProps {
  readonly context: ExplainContext;
  readonly cell: Explanation;
}

/** What sources say of the cell, and of its row. */
export function SourcesPane({ context, cell }: SourcesProps) {
  const { words, model } = context;
  const { t } = words;
  const { comparable, others } = factsOfCell(model, cell);
  const value = typeof cell.value === 'number' ? cell.value : null;
  const verdict = value === null ? 'none' : verdictOf(value, comparable);
  const disagree = verdict !== 'none' && verdict !== 'agree';
  return (
    <section>
      <header className="panel-explain-title">
        <h2>{t(disagree ? 'sources.disagree' : 'sources.title')}</h2>
        {comparable.length + others.length > 0 && (
          <span className="panel-explain-chip" data-warn={disagree || undefined}>
            {disagree && <Split size={11} aria-hidden />}
            {t('sources.count', { count: comparable.length + others.length })}
          </span>
        )}
      </header>
      {comparable.length > 0 && value !== null && (
        <Spread words={words} cell={cell} value={value} facts={comparable} />
      )}
      {cell.assumption !== null && (
        <div className="panel-explain-part">
          <h3>{t('sources.assumption')}</h3>
          <p>{cell.assumption}</p>
        </div>
      )}
      {others.length > 0 && <Others words={words} facts={others} />}
      {comparable.length + others.length === 0 && cell.assumption === null && (
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
  readonly facts: readonly ComparableFact[];
}

function Spread({ words, cell, value, facts }: SpreadProps) {
  const { t, language, scenario } = words;
  const { key } = cell.place;
  const unit = unitText(itemOf(scenario, key)?.unit ?? '', language);
  const numbers = facts.map(({ number }) => number);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
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
      <table className="panel-explain-table">
        <thead>
          <tr>
            <th>{t('sources.source')}</th>
            <th className="panel-explain-number">{t('sources.value')}</th>
            <th className="panel-explain-number">{t('sources.toModel')}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="panel-explain-on">
            <td>
              <b>{t(cell.inputs.length > 0 ? 'sources.built' : 'sources.typed')}</b>
            </td>
            <td className="panel-explain-number">
              <b className="ui-number">{shown(value)}</b>
            </td>
            <td className="panel-explain-number">–</td>
          </tr>
          {facts.map((one) => (
            <tr key={one.fact.id}>
              <td>
                <FactLine
                  words={words}
                  seen={one}
                  isSuperseded={one.isSuperseded}
                  isUsed={isUsed(cell, one)}
                />
              </td>
              <td className="panel-explain-number ui-number">{shown(one.number)}</td>
              <td className="panel-explain-number ui-number">{changeText(words, one.number - value, key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The typed value was taken from the chosen fact; a formula takes none. */
function isUsed({ content }: Explanation, { isChosen }: FactSeen): boolean {
  const isTyped = content?.kind === 'constant' || content?.kind === 'byYear' || content?.kind === 'byPeriod';
  return isChosen && (isTyped || content?.kind === 'dated');
}

interface FactLineProps {
  readonly words: Words;
  readonly seen: FactSeen;
  readonly isSuperseded?: boolean;
  readonly isUsed?: boolean;
}

function FactLine({ words: { t }, seen: { fact }, isSuperseded = false, isUsed = false }: FactLineProps) {
  return (
    <>
      <bdi>{fact.source.publisher}</bdi>
      {isUsed && (
        <span className="panel-explain-used">
          <Check size={11} aria-hidden /> {t('sources.used')}
        </span>
      )}
      {isSuperseded && <span className="panel-explain-note"> {t('sources.superseded')}</span>}
      <br />
      <button
        type="button"
        className="panel-explain-link"
        aria-label={t('tree.openFact', { id: fact.id })}
        onClick={() => openFact(fact.id)}
      >
        <bdi>{fact.id}</bdi>
      </button>{' '}
      <span className="panel-explain-note">
        <bdi>{fact.source.date}</bdi>
      </span>
    </>
  );
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
              className="panel-explain-link"
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
