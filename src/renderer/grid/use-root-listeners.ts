import { type RefObject, useEffect } from 'react';
import { toggleYear } from '#renderer/store/hooks.ts';
import type { SheetContext } from './sheet-context.ts';
import type { CardControl } from './use-card.ts';
import type { SheetCore } from './use-sheet-core.ts';

type Listeners = {
  readonly [Type in 'keydown' | 'pointerdown' | 'mousedown' | 'focusout' | 'mouseover' | 'mouseleave']: (
    event: HTMLElementEventMap[Type],
  ) => void;
};

/** Keys, clicks and focus reach the sheet before the grid library sees them. */
export function useRootListeners(
  root: RefObject<HTMLElement | null>,
  core: Omit<SheetCore, 'said'>,
  context: SheetContext,
  card: CardControl,
): void {
  const { entry, keyboard } = core;
  const { hide, hover } = card;
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const listeners: Listeners = {
      keydown: (event) => {
        if (!entry.editor()) context.hint(null);
        if (event.code !== 'F1') hide();
        if (headKey(event) || keyboard.pressed(event)) swallow(event);
      },
      // The grid library moves the focus, and drops an open field, on pointerdown.
      pointerdown: (event) => {
        hide();
        if (!entry.editor()) context.hint(null);
        else if (!within(event, '.grid-editor') && !entry.commit()) swallow(event);
      },
      mousedown: (event) => {
        if (within(event, '.ag-cell button')) event.preventDefault();
        else if (entry.editor() && !within(event, '.grid-editor')) swallow(event);
      },
      focusout: (event) => {
        if (event.relatedTarget instanceof Node && element.contains(event.relatedTarget)) return;
        const typing = event.target instanceof Element && event.target.matches('.grid-editor');
        if (typing && document.hasFocus()) entry.commit();
        else if (!entry.editor()) context.hint(null);
      },
      mouseover: hover,
      mouseleave: hide,
    };
    return listen(element, listeners);
  }, [root, entry, keyboard, context, hide, hover]);
}

function listen(element: HTMLElement, listeners: Listeners): () => void {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  element.addEventListener('keydown', listeners.keydown, options);
  element.addEventListener('pointerdown', listeners.pointerdown, options);
  element.addEventListener('mousedown', listeners.mousedown, options);
  element.addEventListener('focusout', listeners.focusout, options);
  element.addEventListener('mouseover', listeners.mouseover, options);
  element.addEventListener('mouseleave', listeners.mouseleave, { signal: end.signal });
  return () => end.abort();
}

function within(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The head is drawn anew with its columns, within some frames; the person stays on it. */
function focusHeadAgain(root: EventTarget | null, year: number, frames: number): void {
  requestAnimationFrame(() => {
    if (!(root instanceof HTMLElement)) return;
    const head = root.querySelector<HTMLElement>(`.ag-header-group-cell[col-id^='year-${year}']`);
    if (document.activeElement === document.body) head?.focus();
    if (frames > 0 && document.activeElement !== head) focusHeadAgain(root, year, frames - 1);
  });
}

/** Enter and Space on the head of a year collapse it or show its quarters. */
function headKey(event: KeyboardEvent): boolean {
  const head = event.target instanceof Element ? event.target.closest('.ag-header-group-cell') : null;
  const year = Number(/year-(\d{4})/.exec(head?.getAttribute('col-id') ?? '')?.[1]);
  if (!head || Number.isNaN(year) || !['Enter', 'NumpadEnter', 'Space'].includes(event.code)) return false;
  toggleYear(year);
  focusHeadAgain(event.currentTarget, year, 10);
  return true;
}
