import { type KeyboardEvent, memo, type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/store/hooks.ts';
import type { ListedFamily, ListedFunction } from '#shared/formula/functions/function-list.ts';

export interface FunctionNamesProps {
  readonly families: readonly ListedFamily[];
  readonly chosen: ListedFunction;
  readonly choose: (name: string) => void;
  readonly list: RefObject<HTMLDivElement | null>;
  /** Takes what is typed while the focus is in the list. */
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Names in one plain list: with more than 300 of them, a ready-made one answers a key too late. */
export function FunctionNames({ families, chosen, choose, list, search }: FunctionNamesProps) {
  const { t } = useTranslation('functions');
  const names = families.flatMap(({ functions }) => functions.map(({ name }) => name));
  useEffect(() => showName(list.current, chosen.name), [list, chosen.name]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextIndex(event.code, names.indexOf(chosen.name));
    if (next === null) return leaveByTyping(event, search.current);
    event.preventDefault();
    if (next < 0 && event.code === 'ArrowUp') return search.current?.focus();
    choose(names[Math.max(0, Math.min(next, names.length - 1))] ?? chosen.name);
  };
  return (
    <div
      ref={list}
      className="panel-functions-list"
      role="listbox"
      aria-label={t('title')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {families.map((family) => (
        <Family key={family.id} family={family} chosen={chosen.name} choose={choose} />
      ))}
    </div>
  );
}

interface FamilyProps {
  readonly family: ListedFamily;
  readonly chosen: string;
  readonly choose: (name: string) => void;
}

function Family({ family: { id, functions }, chosen, choose }: FamilyProps) {
  const { t } = useTranslation('functions');
  return (
    <fieldset className="panel-functions-group" aria-label={t(`families.${id}`)}>
      <div className="panel-functions-family" aria-hidden="true">
        {t(`families.${id}`)}
      </div>
      {functions.map((one) => (
        <Name key={one.name} one={one} isChosen={one.name === chosen} choose={choose} />
      ))}
    </fieldset>
  );
}

interface NameProps {
  readonly one: ListedFunction;
  readonly isChosen: boolean;
  readonly choose: (name: string) => void;
}

const Name = memo(function Name({ one, isChosen, choose }: NameProps) {
  const language = useSession((session) => session.language);
  return (
    <div
      role="option"
      className="panel-functions-name"
      aria-selected={isChosen}
      aria-description={one.help[language]}
      tabIndex={isChosen ? 0 : -1}
      onFocus={() => choose(one.name)}
    >
      <bdi dir="ltr">{one.name}</bdi>
    </div>
  );
});

const PAGE = 10;

/** Where a key leads in the list; null when it leads nowhere. */
function nextIndex(code: string, index: number): number | null {
  switch (code) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + PAGE;
    case 'PageUp':
      return Math.max(0, index - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return Number.POSITIVE_INFINITY;
    default:
      return null;
  }
}

/** A letter begins a new search: the field has the focus before the letter arrives. */
function leaveByTyping(event: KeyboardEvent, search: HTMLInputElement | null): void {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
  search?.focus();
  search?.select();
}

/** Brings the chosen name into view, and the focus to it when the focus is in the list. */
function showName(list: HTMLElement | null, name: string): void {
  const option = chosenOption(list);
  if (!list || option?.textContent !== name) return;
  if (list.contains(document.activeElement)) option.focus({ preventScroll: true });
  option.scrollIntoView?.({ block: 'nearest' });
}

export function chosenOption(list: HTMLElement | null): HTMLElement | null {
  return list?.querySelector<HTMLElement>('[aria-selected="true"]') ?? null;
}
