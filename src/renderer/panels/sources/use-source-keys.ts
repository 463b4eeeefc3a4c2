import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '#renderer/actions/shortcut.ts';
import { currentSession, openView } from '#renderer/store/hooks.ts';
import type { Fact } from '#shared/model/fact.ts';
import { copyCitation } from './fact-actions.ts';
import type { SourceFilter } from './source-filter.ts';

interface SourceKeys {
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly filter: SourceFilter;
  readonly onFilter: (part: Partial<SourceFilter>) => void;
  readonly chosen: Fact | undefined;
}

/** Keys of the whole view, wherever in it the focus is: find, copy the citation, back to the model. */
export function useSourceKeys(keys: SourceKeys): void {
  const { t } = useTranslation('sources');
  const latest = useRef<(event: KeyboardEvent) => void>(() => {});
  latest.current = (event) => {
    if (event.defaultPrevented || isInPopup(event.target)) return;
    const { os } = currentSession().platform;
    if (matches({ code: 'KeyF', ctrl: true }, event, os)) {
      event.preventDefault();
      keys.searchField.current?.focus();
      keys.searchField.current?.select();
    } else if (matches({ code: 'KeyC', ctrl: true }, event, os) && keys.chosen && !hasOwnCopy(event.target)) {
      event.preventDefault();
      void copyCitation(keys.chosen, t);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (keys.filter.search === '' || event.target !== keys.searchField.current) openView('model');
      else keys.onFilter({ search: '' });
    }
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Selected text, and what stands in a field, is copied as anywhere else. */
function hasOwnCopy(target: EventTarget | null): boolean {
  const isField = target instanceof Element && target.matches('input, textarea');
  return isField || (window.getSelection()?.toString() ?? '') !== '';
}

function isInPopup(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}
