import type { Move, Step } from './navigate.ts';

/** A key press as far as the grid cares. Letters count by their place on the keyboard. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export function keyPress(event: KeyboardEvent): KeyPress {
  const { code, key, shiftKey: shift, altKey: alt } = event;
  return { code, key, ctrl: event.ctrlKey || event.metaKey, shift, alt };
}

/** What a key means while no cell is being edited. */
export type GridKey =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  | { readonly kind: 'enter'; readonly back: boolean }
  | { readonly kind: 'tab'; readonly back: boolean }
  | { readonly kind: 'edit' }
  | { readonly kind: 'select'; readonly what: 'all' | 'columns' | 'rows' }
  | { readonly kind: 'fill'; readonly along: boolean }
  | { readonly kind: 'escape' }
  | { readonly kind: 'pasteWithChoices' }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'card' }
  | { readonly kind: 'unfold'; readonly unfold: boolean }
  | { readonly kind: 'toggle' };

/** Rows that Page Up and Page Down pass. */
export interface KeyContext {
  readonly rtl: boolean;
  readonly pageRows: number;
  /** The cursor stands on the heading of a section. */
  readonly onSection: boolean;
}

const ARROWS: Readonly<Record<string, (rtl: boolean) => Step>> = {
  ArrowUp: () => 'up',
  ArrowDown: () => 'down',
  ArrowLeft: (rtl) => (rtl ? 'after' : 'before'),
  ArrowRight: (rtl) => (rtl ? 'before' : 'after'),
};

/** Null where the grid leaves the key to the rest of the program. */
export function gridKey(press: KeyPress, context: KeyContext): GridKey | null {
  const arrow = ARROWS[press.code];
  if (arrow) return arrowKey(press, arrow(context.rtl));
  return movingKey(press, context) ?? selectingKey(press) ?? actingKey(press, context) ?? typingKey(press);
}

function arrowKey({ ctrl, shift, alt }: KeyPress, step: Step): GridKey | null {
  if (alt) return null;
  return {
    kind: 'move',
    move: ctrl ? { kind: 'jump', step } : { kind: 'step', step, count: 1 },
    extend: shift,
  };
}

function movingKey({ code, ctrl, shift, alt }: KeyPress, { pageRows }: KeyContext): GridKey | null {
  if (alt) return null;
  const move = (to: Move): GridKey => ({ kind: 'move', move: to, extend: shift });
  if (code === 'Home') return move(ctrl ? { kind: 'start' } : { kind: 'rowStart' });
  if (code === 'End') return move(ctrl ? { kind: 'end' } : { kind: 'rowEnd' });
  if (ctrl) return null;
  if (code === 'PageUp') return move({ kind: 'step', step: 'up', count: pageRows });
  if (code === 'PageDown') return move({ kind: 'step', step: 'down', count: pageRows });
  return null;
}

/** Ctrl+A, Ctrl+Space, Shift+Space, Ctrl+D, Ctrl+R and Ctrl+Alt+V, as in Excel. */
function selectingKey({ code, key, ctrl, shift, alt }: KeyPress): GridKey | null {
  // AltGr reports Ctrl+Alt too, and types another character on layouts that have one there.
  if (code === 'KeyV' && ctrl && alt && key.toLowerCase() === 'v') return { kind: 'pasteWithChoices' };
  if (alt) return null;
  if (code === 'Space' && ctrl !== shift) return { kind: 'select', what: ctrl ? 'columns' : 'rows' };
  if (code === 'Space' && ctrl) return { kind: 'select', what: 'all' };
  if (code === 'Escape' && !ctrl && !shift) return { kind: 'escape' };
  if (!ctrl || shift) return null;
  if (code === 'KeyA') return { kind: 'select', what: 'all' };
  return code === 'KeyD' || code === 'KeyR' ? { kind: 'fill', along: code === 'KeyR' } : null;
}

function actingKey({ code, key, ctrl, shift, alt }: KeyPress, { onSection }: KeyContext): GridKey | null {
  if (ctrl || alt) return null;
  const enter = code === 'Enter' || code === 'NumpadEnter';
  if (onSection && !shift && (enter || code === 'Space')) return { kind: 'toggle' };
  if (onSection && (key === '+' || key === '-')) return { kind: 'unfold', unfold: key === '+' };
  if (enter) return { kind: 'enter', back: shift };
  if (code === 'Tab') return { kind: 'tab', back: shift };
  if (code === 'F1' && !shift) return { kind: 'card' };
  if (code === 'F2' && !shift) return { kind: 'edit' };
  if (code === 'Backspace') return { kind: 'type', text: '' };
  return code === 'Delete' ? { kind: 'clear' } : null;
}

function typingKey({ key, ctrl, alt }: KeyPress): GridKey | null {
  // AltGr types characters on many layouts and reports Ctrl+Alt.
  if (ctrl !== alt) return null;
  return [...key].length === 1 ? { kind: 'type', text: key } : null;
}
