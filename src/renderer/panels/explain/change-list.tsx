import { useState } from 'react';
import { openDeal } from '#renderer/store/hooks.ts';
import { nameOfPlace } from '#shared/analysis/viewed-model.ts';
import type { ChangeCause, ChangeLeaf, WhatChanged } from '#shared/analysis/what-changed.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { numberText } from '#shared/report/number-text.ts';
import { CellLink } from './cell-link.tsx';
import { contentWords, saidByWords } from './content-words.ts';
import type { ExplainContext } from './use-explain.ts';
import { changeText, labelOf, shownValue, valueWords, type Words } from './words.ts';

interface ListProps {
  readonly context: ExplainContext;
  readonly changed: WhatChanged;
  /** What the cell is set against. */
  readonly name: string;
}

const SHOWN_AT_FIRST = 6;

/** The two values, and where their difference begins, the largest effects first. */
export function ChangeList({ context, changed, name }: ListProps) {
  const { words } = context;
  const { t } = words;
  const [all, setAll] = useState(false);
  const { before, after, leaves } = changed;
  const key = leaves[0]?.path[0]?.key ?? '';
  if (leaves.length === 0) return <p role="status">{t('why.same', { name })}</p>;
  const hasChange = typeof before === 'number' && typeof after === 'number';
  return (
    <div>
      <p role="status">
        {t('why.values', {
          name,
          before: valueWords(words, before, key),
          after: valueWords(words, after, key),
        })}{' '}
        {hasChange && <b className="ui-number">{changeText(words, after - before, key)}</b>}
      </p>
      <h3>{t('why.leaves', { count: leaves.length })}</h3>
      <ul className="panel-explain-changes">
        {(all ? leaves : leaves.slice(0, SHOWN_AT_FIRST)).map((leaf, index) => (
          <Leaf
            key={`${nameOfPlace(leaf.place)} ${leaf.cause.kind}`}
            context={context}
            leaf={leaf}
            saidBefore={causeWords(words, leaves[index - 1]?.cause)}
          />
        ))}
      </ul>
      {!all && leaves.length > SHOWN_AT_FIRST && (
        <button type="button" className="ui-link" onClick={() => setAll(true)}>
          {t('why.all', { count: leaves.length })}
        </button>
      )}
    </div>
  );
}

interface LeafProps {
  readonly context: ExplainContext;
  readonly leaf: ChangeLeaf;
  /** What the leaf above gave as its cause: not said twice. */
  readonly saidBefore: string;
}

function Leaf({ context, leaf, saidBefore }: LeafProps) {
  const { words } = context;
  const { place, before, after, effect, cause, path } = leaf;
  const root = path[0]?.key ?? place.key;
  return (
    <li>
      <div className="panel-explain-change-head">
        <CellLink words={words} place={place} short={leaf.periods.length > 0} />
        {effect !== null && (
          <b className="ui-number" title={words.t('why.effectHint')}>
            {numberText(effect, Math.max(1, itemOf(words.scenario, root)?.decimals ?? 1), true)}
          </b>
        )}
      </div>
      <div>
        {changeWords(context, shownValue(words, before, place.key), shownValue(words, after, place.key))}
      </div>
      {cause.kind === 'deals' ? (
        <Deals context={context} deals={cause.deals} />
      ) : (
        causeWords(words, cause) !== saidBefore && (
          <div className="panel-explain-note">{causeWords(words, cause)}</div>
        )
      )}
      {path.length > 2 && (
        <div className="panel-explain-note">
          {words.t('why.through', { path: throughText(context, path.slice(1, -1)) })}
        </div>
      )}
    </li>
  );
}

/** Each side keeps its own direction. */
function changeWords({ words }: ExplainContext, before: string, after: string): string {
  const own = (text: string) => `\u2068${text}\u2069`;
  return words.t('why.change', { before: own(before), after: own(after) });
}

const LONGEST_WAY = 3;

function throughText({ words }: ExplainContext, path: ChangeLeaf['path']): string {
  const labels = [...new Set(path.map(({ key }) => labelOf(words, key)))];
  const shown = labels.length > LONGEST_WAY ? [...labels.slice(0, 1), '…', ...labels.slice(-1)] : labels;
  return shown.join(words.t('why.separator'));
}

/** Why a leaf differs, where that is one sentence: the case and its reason, what is typed, or the day. */
function causeWords(words: Words, cause: ChangeCause | undefined): string {
  if (!cause || cause.kind === 'deals') return '';
  if (cause.kind === 'viewpoint') return words.t('why.viewpoint');
  const said = saidByWords(words, cause.after) ?? saidByWords(words, cause.before);
  return said ?? contentWords(words, cause.after);
}

interface DealsProps {
  readonly context: ExplainContext;
  readonly deals: Extract<ChangeCause, { kind: 'deals' }>['deals'];
}

function Deals({ context, deals }: DealsProps) {
  return (
    <ul className="panel-explain-note panel-explain-deals">
      {deals.map(({ deal, tranche, before, after }) => (
        <li key={`${deal} ${tranche}`}>
          <button type="button" className="ui-link" onClick={() => openDeal(deal)}>
            {deal}
          </button>{' '}
          {changeWords(context, sideText(context, before), sideText(context, after))}
        </li>
      ))}
    </ul>
  );
}

type Side = DealsProps['deals'][number]['before'];

function sideText({ words: { t } }: ExplainContext, side: Side): string {
  if (!side) return t('why.noFlow');
  const level = t(`charts:level.${side.level}`);
  return side.amount === null ? level : `${level} ${numberText(side.amount)}`;
}
