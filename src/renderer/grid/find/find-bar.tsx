import { CaseSensitive, ChevronDown, ChevronUp, Replace, Search, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeQuery,
  closeFinding,
  type Finding,
  findingStore,
  indexOfHit,
  stepFinding,
} from '#renderer/store/finding.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { FIND_IN, type FindIn } from '#shared/analysis/find-texts.ts';
import { HitList, hitId } from './hit-list.tsx';
import { ReplaceRow } from './replace-row.tsx';
import type { Found } from './use-found.ts';
import './find.css';

interface Props {
  readonly found: Found;
  /** At the lower edge, where it does not cover the cell one went to. */
  readonly below: boolean;
  /** Gives the focus back to the sheet. */
  readonly onLeave: () => void;
}

/** Search over the grid: it takes no room from it and does not stop work in it. */
export function FindBar({ found: { finding, hits }, below, onLeave }: Props) {
  const { t } = useTranslation('find');
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { asked, at, by, text } = finding;
  const index = indexOfHit(hits, at);
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);

  function leave() {
    closeFinding();
    onLeave();
  }

  function onKeyDown(event: KeyboardEvent) {
    const isStep = event.target === field.current && ['Enter', 'NumpadEnter'].includes(event.code);
    if (event.code === 'Escape') leave();
    else if (isStep) stepFinding(event.shiftKey);
    else if (event.target === field.current && event.code === 'ArrowDown') stepFinding(false);
    else if (event.target === field.current && event.code === 'ArrowUp') stepFinding(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search
      className={below ? 'grid-find grid-find--below' : 'grid-find'}
      aria-label={t('name')}
      onKeyDownCapture={onKeyDown}
    >
      <div className="grid-find-row">
        <div className="grid-find-field">
          <Search size={14} strokeWidth={1.75} aria-hidden />
          <input
            ref={field}
            role="combobox"
            aria-label={t('text')}
            aria-expanded={hits.length > 0}
            aria-controls={hits.length > 0 ? listId : undefined}
            aria-activedescendant={index >= 0 ? hitId(listId, index) : undefined}
            aria-autocomplete="list"
            placeholder={t('text')}
            spellCheck={false}
            autoComplete="off"
            dir="auto"
            value={text}
            onChange={(event) => changeQuery({ text: event.target.value })}
          />
          <span className="grid-find-count" role="status">
            {countText(t, text, hits.length, index)}
          </span>
        </div>
        <IconButton small label={t('actions.previous')} keys="Shift+F3" onPress={() => stepFinding(true)}>
          <ChevronUp size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <IconButton small label={t('actions.next')} keys="F3" onPress={() => stepFinding(false)}>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <IconButton small label={t('close')} keys="Esc" onPress={leave}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
      {finding.open === 'replace' && <ReplaceRow hits={hits} text={text} by={by} at={at} />}
      <Choices finding={finding} />
      {hits.length > 0 && (
        <HitList id={listId} hits={hits} at={at} by={finding.open === 'replace' ? by : null} />
      )}
    </search>
  );
}

type Translate = (key: string, params?: Record<string, unknown>) => string;

function countText(t: unknown, text: string, count: number, index: number): string {
  const say = t as Translate;
  if (text.trim() === '') return '';
  return index < 0 ? say('count', { count }) : say('countAt', { at: index + 1, count });
}

/** Where to look and what counts. */
function Choices({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('find');
  const { where, matchCase, wholeWord, open } = finding;
  return (
    <div className="grid-find-row grid-find-choices">
      <fieldset className="grid-find-where" aria-label={t('where')}>
        {FIND_IN.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={where.has(kind)}
            onClick={() => changeQuery({ where: toggled(where, kind) })}
          >
            {t(`in.${kind}`)}
          </button>
        ))}
      </fieldset>
      <span className="grid-find-space" />
      <Toggle label={t('matchCase')} on={matchCase} onToggle={() => changeQuery({ matchCase: !matchCase })}>
        <CaseSensitive size={15} strokeWidth={1.75} aria-hidden />
      </Toggle>
      <Toggle label={t('wholeWord')} on={wholeWord} onToggle={() => changeQuery({ wholeWord: !wholeWord })}>
        <WholeWord size={15} strokeWidth={1.75} aria-hidden />
      </Toggle>
      <Toggle
        label={t('withReplace')}
        on={open === 'replace'}
        onToggle={() => findingStore.setState({ open: open === 'replace' ? 'find' : 'replace' })}
      >
        <Replace size={14} strokeWidth={1.75} aria-hidden />
      </Toggle>
    </div>
  );
}

function toggled(where: ReadonlySet<FindIn>, kind: FindIn): ReadonlySet<FindIn> {
  const next = new Set(where);
  if (!next.delete(kind)) next.add(kind);
  return next;
}

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly onToggle: () => void;
  readonly children: React.ReactNode;
}

function Toggle({ label, on, onToggle, children }: ToggleProps) {
  return (
    <button
      type="button"
      className="grid-find-toggle"
      aria-label={label}
      title={label}
      aria-pressed={on}
      onClick={onToggle}
    >
      {children}
    </button>
  );
}
