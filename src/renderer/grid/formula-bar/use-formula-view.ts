import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { sumRequests } from '#renderer/store/formula-request.ts';
import type { CellAddress } from '#renderer/store/hooks.ts';
import { keyPress } from '../grid-keys.ts';
import { createAssist, type FieldAssist, isRow } from './assist.ts';
import { assistStore, type EntryMode, type FormulaPort } from './assist-state.ts';
import { createFormulaView, type FormulaView } from './formula-view.ts';

interface Wishes {
  /** What the field begins with. */
  readonly text: string;
  readonly home: CellAddress | null;
  readonly readOnly: boolean;
  readonly styleNonce: string;
  readonly onEdited: (text: string) => void;
  readonly onEnter: (text: string) => void;
  readonly onEscape: () => void;
}

interface MountedView {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly view: RefObject<FormulaView | null>;
  /** Names are offered: what is wrong so far need not be said yet. */
  readonly listIsOpen: boolean;
  /** The caret is between the parentheses of a function. */
  readonly callIsOpen: boolean;
}

/** The editor of the bar in its place, with completion while it has the focus. */
export function useFormulaView(wishes: Wishes): MountedView {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<FormulaView | null>(null);
  const latest = useRef(wishes);
  latest.current = wishes;
  useLayoutEffect(() => {
    const mounted = host.current && mount(host.current, latest);
    view.current = mounted;
    return () => {
      mounted?.destroy();
      view.current = null;
    };
  }, []);
  useEffect(() => sumRequests.subscribe(() => writeSum(view.current, latest.current)), []);
  const own = useStore(assistStore, ({ shown }) =>
    shown?.port.element === view.current?.element ? shown : null,
  );
  const listIsOpen = own !== null && own.list !== null;
  const callIsOpen = own !== null && own.call !== null;
  return { host, view, listIsOpen, callIsOpen };
}

function mount(parent: HTMLElement, latest: RefObject<Wishes>): FormulaView {
  let assist: FieldAssist | null = null;
  let mode: EntryMode = 'edit';
  const port = (): FormulaPort | null => {
    const { home, readOnly } = latest.current;
    if (!home || readOnly) return null;
    const { element, text, selection, apply, mark, xOf } = view;
    return {
      ...{ home, element, text, selection, apply, mark, xOf },
      mode: () => mode,
      setMode: (next) => {
        mode = next;
      },
    };
  };
  const view = createFormulaView({
    parent,
    text: latest.current.text,
    styleNonce: latest.current.styleNonce,
    isRow,
    onUpdate: ({ edited, typed }) => {
      if (edited) latest.current.onEdited(view.text());
      assist?.changed(edited && typed);
    },
    onKey: (event) => {
      const press = keyPress(event);
      if (event.isComposing) return false;
      if (assist?.pressed(press)) return true;
      if (press.code === 'Escape') latest.current.onEscape();
      else if (press.code === 'Enter' || press.code === 'NumpadEnter') latest.current.onEnter(view.text());
      else return false;
      return true;
    },
    onFocus: (focused) => {
      assist?.end();
      mode = 'edit';
      const found = focused ? port() : null;
      assist = found && createAssist(found);
    },
  });
  view.mark({
    dir: 'ltr',
    spellcheck: 'false',
    'aria-multiline': 'false',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
  });
  return {
    ...view,
    destroy: () => {
      assist?.end();
      view.destroy();
    },
  };
}

/** Alt+=: into the formula that is being written, else in place of what the bar shows. */
function writeSum(view: FormulaView | null, { home, readOnly }: Wishes): void {
  const { assist, shown } = assistStore.getState();
  if (assist && shown) {
    assist.sum();
    return;
  }
  if (!view || !home || readOnly) return;
  view.focus();
  const all = { from: 0, to: view.text().length };
  view.apply([{ ...all, insert: '=' }], { from: 1, to: 1 });
  assistStore.getState().assist?.sum();
}
