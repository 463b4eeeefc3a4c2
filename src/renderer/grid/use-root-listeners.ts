import { type RefObject, useEffect } from 'react';
import { toggleYear } from '#renderer/store/hooks.ts';
import type { Cursor } from './cursor.ts';
import { forgetFill } from './fill/fill-actions.ts';
import { pressedForFormula } from './formula-bar/use-formula-link.ts';
import type { SheetContext } from './sheet-context.ts';
import type { CardControl } from './use-card.ts';
import type { SheetCore } from './use-sheet-core.ts';

/** Buttons that the keyboard reaches by keys of the sheet: clicking them leaves the cursor where it is. */
const ONLY_POINTER = '.ag-cell button, .grid-year-toggle';

type Listeners = {
  readonly [Type in
    | 'keydown'
    | 'pointerdown'
    | 'mousedown'
    | 'click'
    | 'mousemove'
    | 'copy'
    | 'cut'
    | 'paste'
    | 'focusout'
    | 'mouseover'
    | 'mouseleave']: (event: HTMLElementEventMap[Type]) => void;
};

/** Keys, clicks and focus reach the sheet before the grid library sees them. */
export function useRootListeners(
  root: RefObject<HTMLElement | null>,
  core: Omit<SheetCore, 'said' | 'announce'>,
  context: SheetContext,
  card: CardControl,
): void {
  const { current, cursor, entry, keyboard, pointer, clipboard } = core;
  const { hide, hover } = card;
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    let isTaken = false;
    let valuesOnly = false;
    /** Without a text selection the page, not the cell, is the target of these events. */
    const isForCells = () =>
      !entry.editor() && element.contains(document.activeElement?.closest('.ag-cell') ?? null);
    /** The field that was not taken stays open: the rest of the click is not for the cell under it. */
    const refusedOutside = (event: Event) => entry.editor() !== null && !within(event, '.grid-editor');
    const listeners: Listeners = {
      keydown: (event) => {
        if (!entry.editor()) context.hint(null);
        if (event.code !== 'F1') hide();
        valuesOnly = event.shiftKey;
        if (!['ShiftLeft', 'ShiftRight', 'ControlLeft', 'ControlRight'].includes(event.code))
          leaveFill(event);
        if (headKey(event) || keyboard.pressed(event)) swallow(event);
      },
      // The grid library moves the focus, and drops an open field, on pointerdown.
      pointerdown: (event) => {
        hide();
        isTaken = pressedForFormula(current, event);
        if (isTaken) return swallow(event);
        if (!entry.editor()) context.hint(null);
        else if (!within(event, '.grid-editor') && !entry.commit()) {
          isTaken = false;
          return swallow(event);
        }
        if (!within(event, '.grid-fill-menu')) forgetFill();
        isTaken = pointer.pressed(event);
        if (isTaken) swallow(event);
      },
      mousedown: (event) => {
        if (within(event, ONLY_POINTER)) event.preventDefault();
        else if (isTaken || refusedOutside(event)) swallow(event);
      },
      click: (event) => {
        if (isTaken || refusedOutside(event)) swallow(event);
        else if (within(event, ONLY_POINTER)) regainFocus(cursor, 10);
      },
      focusout: (event) => {
        if (event.relatedTarget instanceof Node && element.contains(event.relatedTarget)) return;
        const typing = event.target instanceof Element && event.target.matches('.grid-editor');
        if (typing && document.hasFocus()) entry.commit();
        else if (!entry.editor()) context.hint(null);
      },
      mousemove: (event) => element.classList.toggle('grid-on-handle', pointer.onHandle(event)),
      copy: (event) => {
        if (isForCells()) clipboard.copy(event);
      },
      cut: (event) => {
        if (isForCells()) clipboard.cut(event);
      },
      paste: (event) => {
        if (isForCells()) clipboard.paste(event, valuesOnly);
      },
      mouseover: hover,
      mouseleave: hide,
    };
    return listen(element, listeners);
  }, [root, current, cursor, entry, keyboard, pointer, clipboard, context, hide, hover]);
}

function listen(element: HTMLElement, listeners: Listeners): () => void {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  element.addEventListener('keydown', listeners.keydown, options);
  element.addEventListener('pointerdown', listeners.pointerdown, options);
  element.addEventListener('click', listeners.click, options);
  element.addEventListener('mousedown', listeners.mousedown, options);
  element.addEventListener('mousemove', listeners.mousemove, options);
  document.addEventListener('copy', listeners.copy, options);
  document.addEventListener('cut', listeners.cut, options);
  document.addEventListener('paste', listeners.paste, options);
  element.addEventListener('focusout', listeners.focusout, options);
  element.addEventListener('mouseover', listeners.mouseover, options);
  element.addEventListener('mouseleave', listeners.mouseleave, { signal: end.signal });
  return () => end.abort();
}

/** Any other key ends the offer to fill in another way; Alt+Shift+F10 goes to it, as to Excel's buttons. */
function leaveFill(event: KeyboardEvent): void {
  if (within(event, '.grid-fill-menu') || ['AltLeft', 'AltRight'].includes(event.code)) return;
  const isWanted = event.code === 'F10' && event.altKey && event.shiftKey;
  const first = document.querySelector<HTMLElement>('.grid-fill-menu button');
  if (isWanted && first) first.focus();
  else forgetFill();
}

/** A button that is drawn anew by its own click takes the focus with it: it goes back to the cursor. */
function regainFocus(cursor: Cursor, frames: number): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) cursor.show({ focus: true });
    else if (frames > 0) regainFocus(cursor, frames - 1);
  });
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
