import type { KeyboardEvent } from 'react';
import { openFact } from '#renderer/store/hooks.ts';

const STOP = '[data-sources-stop]';

/** Up, down, Home and End among the stops of a table; a stop that carries the id of a fact chooses it. */
export function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const table = event.currentTarget.closest('table');
  const stops = [...(table?.querySelectorAll<HTMLElement>(STOP) ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? undefined : stops[nextPlace(event.key, at, stops.length)];
  if (!next || next === document.activeElement) return;
  event.preventDefault();
  next.focus();
  const fact = next.dataset['sourcesStop'];
  if (fact) openFact(fact);
}

/** −1 for keys that do not move. */
function nextPlace(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + 20, count - 1);
    case 'PageUp':
      return Math.max(at - 20, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

/** Up and down among the buttons of a list. */
export function moveAmongButtons(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = at < 0 ? undefined : buttons[nextPlace(event.key, at, buttons.length)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
