import { Circle, CircleDot, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chooseFact, putInCell } from '#renderer/panels/sources/fact-actions.ts';
import { targetCell } from '#renderer/panels/sources/fact-cell.ts';
import { SpreadUse } from '#renderer/panels/sources/spread-use.tsx';
import { openFact } from '#renderer/store/hooks.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import type { CellFact, CellSources } from '#shared/analysis/cell-sources.ts';
import type { Explanation } from '#shared/analysis/explanation.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { changeText, labelOf, shownValue, type Words } from './words.ts';
import './sources.css';

interface TableProps {
  readonly words: Words;
  readonly cell: Explanation;
  readonly value: number;
  readonly sources: CellSources;
}

/** The value of the model and of each source, which of them is used, and what to make of the spread. */
export function SourceTable({ words, cell, value, sources }: TableProps) {
  const { t } = useTranslation('conflicts');
  const { key } = cell.place;
  const item = itemOf(words.scenario, key);
  const { comparable, conflict } = sources;
  if (!item) return null;
  const isInput = comparable.some((one) => canType(words, item, one));
  const used = comparable.find((one) => isUsed(item, one, value));
  return (
    <>
      <table className="panel-explain-table panel-explain-table--use">
        <thead>
          <tr>
            <th>{t('use')}</th>
            <th>{words.t('sources.source')}</th>
            <th className="panel-explain-number">{words.t('sources.value')}</th>
            <th className="panel-explain-number">{words.t('sources.toModel')}</th>
          </tr>
        </thead>
        <tbody>
          {!(isInput && used) && <ModelLine words={words} cell={cell} value={value} />}
          {comparable.map((one) => (
            <tr key={one.fact.id} className={isInput && one === used ? 'panel-explain-on' : undefined}>
              <td>
                <UseButton words={words} item={item} one={one} isUsed={one === used} />
              </td>
              <td>
                <FactLine words={words} one={one} />
              </td>
              <td className="panel-explain-number ui-number">
                {shownValue(words, one.statement.value, key)}
              </td>
              <td className="panel-explain-number ui-number">
                {one.statement.value === value ? '–' : changeText(words, one.statement.value - value, key)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="panel-explain-use-note">{t(isInput ? 'whyUse' : 'whyChoose')}</p>
      {conflict && (
        <div className="panel-explain-use-actions">
          <SpreadUse item={item} spread={conflict} />
        </div>
      )}
    </>
  );
}

function ModelLine({ words, cell, value }: Omit<TableProps, 'sources'>) {
  return (
    <tr className="panel-explain-on">
      <td />
      <td>
        <b>{words.t(cell.inputs.length > 0 ? 'sources.built' : 'sources.typed')}</b>
      </td>
      <td className="panel-explain-number">
        <b className="ui-number">{shownValue(words, value, cell.place.key)}</b>
      </td>
      <td className="panel-explain-number">–</td>
    </tr>
  );
}

function canType({ scenario }: Words, item: LineItem, { fact }: CellFact): boolean {
  return targetCell(item, fact, scenario.timeline) !== undefined;
}

/** The number of an input is that of its chosen source. */
function isUsed(item: LineItem, { isChosen, statement }: CellFact, value: number): boolean {
  return isChosen && item.content.kind !== 'formula' && Math.abs(statement.value - value) <= statement.slack;
}

interface UseProps {
  readonly words: Words;
  readonly item: LineItem;
  readonly one: CellFact;
  readonly isUsed: boolean;
}

/** Types the source into the cell where it can be typed; else makes it the first of the row. */
function UseButton({ words, item, one, isUsed: used }: UseProps) {
  const { t } = useTranslation('conflicts');
  const { id } = one.fact;
  const row = labelOf(words, item.key);
  if (canType(words, item, one)) {
    return (
      <button
        type="button"
        className="panel-explain-use"
        aria-pressed={used}
        aria-label={t('useSource', { id })}
        onClick={() => putInCell(one.fact, item.key)}
      >
        {used ? <CircleDot size={15} aria-hidden /> : <Circle size={15} aria-hidden />}
      </button>
    );
  }
  if (one.isChosen) {
    return (
      <span className="panel-explain-use" title={t('chosen', { row })}>
        <Star size={13} fill="currentColor" aria-hidden />
        <span className="ui-hidden">{t('chosen', { row })}</span>
      </span>
    );
  }
  return (
    <IconButton small label={t('choose', { id, row })} onPress={() => chooseFact(id, item.key)}>
      <Star size={13} strokeWidth={1.75} aria-hidden />
    </IconButton>
  );
}

function FactLine({
  words: { t },
  one: { fact, isSuperseded },
}: {
  readonly words: Words;
  readonly one: CellFact;
}) {
  return (
    <>
      <bdi>{fact.source.publisher}</bdi>
      {isSuperseded && <span className="panel-explain-note"> {t('sources.superseded')}</span>}
      <br />
      <button
        type="button"
        className="ui-link"
        aria-label={t('tree.openFact', { id: fact.id })}
        onClick={() => openFact(fact.id)}
      >
        <bdi>{fact.id}</bdi>
      </button>{' '}
      <span className="panel-explain-note">
        <bdi className="panel-explain-date">{fact.source.date}</bdi>
      </span>
    </>
  );
}
