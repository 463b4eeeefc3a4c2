import type { SheetState } from '../cursor.ts';
import type { Place } from '../navigate.ts';
import { type PlaceWishes, placeNear, roomOf } from './place-at.ts';

interface DragWishes extends PlaceWishes {
  readonly current: () => SheetState | null;
  readonly onPlace: (place: Place) => void;
  readonly onEnd: (cancelled: boolean) => void;
}

/** Px a frame for each px that the pointer is outside, and the most. */
const PULL = 0.35;
const FASTEST = 40;

/** Follows the pointer until it is let go, scrolling when it leaves the room. Escape ends it. */
export function followDrag({ current, onPlace, onEnd, ...wishes }: DragWishes): void {
  const end = new AbortController();
  const at = { x: 0, y: 0, moved: false };
  let frame = 0;
  const look = () => {
    const state = current();
    const place = state && placeNear(state, at.x, at.y, wishes);
    if (place) onPlace(place);
  };
  const step = () => {
    const state = current();
    if (state && at.moved && scrollTowards(state, at.x, at.y)) look();
    frame = requestAnimationFrame(step);
  };
  const stop = (cancelled: boolean) => {
    end.abort();
    cancelAnimationFrame(frame);
    onEnd(cancelled);
  };
  const options = { capture: true, signal: end.signal };
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY, buttons }) => {
      if (buttons === 0) return stop(false);
      Object.assign(at, { x: clientX, y: clientY, moved: true });
      look();
    },
    options,
  );
  window.addEventListener('pointerup', () => stop(false), options);
  window.addEventListener('pointercancel', () => stop(true), options);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.code !== 'Escape') return;
      event.stopPropagation();
      stop(true);
    },
    options,
  );
  frame = requestAnimationFrame(step);
}

/** True when there was something to scroll. */
function scrollTowards(state: SheetState, x: number, y: number): boolean {
  const viewport = state.root.querySelector('.ag-grid-viewport');
  const room = roomOf(state);
  if (!viewport || !room) return false;
  const across = outside(x, room.left, room.right);
  const down = outside(y, room.top, room.bottom);
  if (across === 0 && down === 0) return false;
  viewport.scrollBy(pull(across), pull(down));
  return true;
}

const outside = (at: number, least: number, most: number): number =>
  at < least ? at - least : at > most ? at - most : 0;

const pull = (distance: number): number => Math.max(-FASTEST, Math.min(FASTEST, distance * PULL));
