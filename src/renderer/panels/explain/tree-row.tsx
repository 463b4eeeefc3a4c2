import { ChevronRight, Landmark, SquarePen } from 'lucide-react';
import { openFact } from '#renderer/store/hooks.ts';
import type { Contribution } from '#shared/analysis/contributions.ts';
import { shareText } from '#shared/report/number-text.ts';
import { type Branch, canOpen, type TreeLine } from './branches.ts';
import { type LineWords, lineWords } from './line-words.ts';
import type { ExplainContext } from './use-explain.ts';
import { partNumber, type Words } from './words.ts';

interface RowProps {
  readonly context: ExplainContext;
  readonly line: TreeLine;
  readonly isFocused: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onFollow: () => void;
}

/** One line of the tree: name, formula or input, value, part of the parent, source. */
export function TreeRow({ context, line, isFocused, onFocus, onToggle, onFollow }: RowProps) {
  const { branch, level, position, size, isOpen } = line;
  const said = lineWords(context.words, branch);
  const opens = canOpen(branch);
  return (
    <tr
      className={level === 1 ? 'panel-explain-row panel-explain-row--root' : 'panel-explain-row'}
      data-line={branch.id}
      data-region-entry={isFocused || undefined}
      tabIndex={isFocused ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      aria-expanded={opens ? isOpen : undefined}
      onFocus={onFocus}
      onDoubleClick={onFollow}
    >
      <td className="panel-explain-cell-name">
        <div>
          <Rails line={line} />
          {opens ? (
            <button
              type="button"
              tabIndex={-1}
              className="panel-explain-twist"
              aria-hidden="true"
              data-open={isOpen}
              onClick={onToggle}
              onDoubleClick={(event) => event.stopPropagation()}
            >
              <ChevronRight size={13} className="ui-mirror" />
            </button>
          ) : (
            <span className="panel-explain-twist" />
          )}
          <Kind tone={said.tone} />
          <bdi className="panel-explain-label" title={said.title}>
            {said.label}
          </bdi>
        </div>
      </td>
      <td className="panel-explain-cell-formula" title={said.note} dir={said.isFormula ? 'ltr' : undefined}>
        <bdi>{said.note}</bdi>
      </td>
      <td className={`panel-explain-cell-value panel-explain-tone-${said.tone}`}>
        <span className="ui-number">{said.value}</span>
      </td>
      <td className="panel-explain-cell-unit" title={said.unitName}>
        <bdi>{said.unit}</bdi>
      </td>
      <td>
        <div className="panel-explain-share">
          <Share words={context.words} branch={branch} />
        </div>
      </td>
      <td className="panel-explain-cell-source">
        <Source source={said.source} words={context.words} isFocused={isFocused} />
      </td>
    </tr>
  );
}

/** The lines that join a branch to the one it belongs to. */
function Rails({ line: { rails } }: { readonly line: TreeLine }) {
  return rails.map((goesOn, index) => {
    const isOwn = index === rails.length - 1;
    const kind = isOwn ? (goesOn ? 'tee' : 'end') : goesOn ? 'pass' : 'none';
    return <span key={railName(index)} className="panel-explain-rail" data-kind={kind} aria-hidden="true" />;
  });
}

const railName = (level: number): string => `level ${level}`;

function Kind({ tone }: { readonly tone: LineWords['tone'] }) {
  if (tone === 'input' || tone === 'override')
    return <SquarePen size={12} className="panel-explain-kind panel-explain-tone-input" aria-hidden />;
  if (tone === 'link')
    return <Landmark size={12} className="panel-explain-kind panel-explain-tone-link" aria-hidden />;
  return (
    <i className="panel-explain-kind" aria-hidden="true">
      {tone === 'none' ? '' : 'ƒ'}
    </i>
  );
}

/** A part as a bar with its share; an effect in figures, as effects are no shares. */
function Share({ words, branch }: { readonly words: Words; readonly branch: Branch }) {
  const { contribution, parentValue } = branch;
  if (!contribution) return null;
  const share = shareOf(contribution, parentValue);
  if (share === null) {
    const effect = partNumber(contribution.value);
    return (
      <span
        className="panel-explain-effect"
        title={contribution.kind === 'part' ? undefined : words.t('tree.effectHint')}
      >
        {words.t(contribution.kind === 'part' ? 'tree.part' : 'tree.effect', { value: effect })}
      </span>
    );
  }
  const width = Math.min(100, Math.abs(share) * 100);
  return (
    <>
      <span className="panel-explain-bar-track" aria-hidden="true">
        <span data-negative={share < 0 || undefined} style={{ inlineSize: `${width}%` }} />
      </span>
      <span className="ui-number panel-explain-percent">{shareText(share * 100, words.language)}</span>
    </>
  );
}

function shareOf({ kind, value }: Contribution, whole: number | null): number | null {
  return kind === 'part' && whole !== null ? value / whole : null;
}

interface SourceProps {
  readonly source: LineWords['source'];
  readonly words: Words;
  readonly isFocused: boolean;
}

function Source({ source, words, isFocused }: SourceProps) {
  if (!source) return null;
  if (source.kind === 'text') return <span title={source.title}>{source.text}</span>;
  const { id, more, title } = source;
  return (
    <>
      <button
        type="button"
        className="ui-link"
        tabIndex={isFocused ? 0 : -1}
        title={title}
        aria-label={words.t('tree.openFact', { id })}
        onClick={() => openFact(id)}
      >
        <bdi>{id}</bdi>
      </button>
      {more > 0 && <span> {words.t('tree.more', { count: more })}</span>}
    </>
  );
}
