import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { type CellAddress, currentSession, setActiveCell } from '#renderer/store/hooks.ts';
import { lastCells, placeWishes, trailStore } from '#renderer/store/trail.ts';

const MOST = 8;

/** The list of last places under the name box. */
export interface Places {
  /** Empty while the list is closed. */
  readonly cells: readonly CellAddress[];
  readonly chosen: number;
  /** True when the key was for the list. */
  pressed(event: KeyboardEvent<HTMLInputElement>): boolean;
  go(cell: CellAddress): void;
  close(): void;
}

const NONE: readonly CellAddress[] = [];

/** Opens with a wish to go somewhere, and with the down arrow. Enter goes to the chosen place: at first the one before. */
export function usePlaces(field: RefObject<HTMLInputElement | null>): Places {
  const [cells, setCells] = useState(NONE);
  const [chosen, setChosen] = useState(0);
  const open = () => {
    setCells(lastCells(trailStore.getState(), currentSession().activeCell, MOST));
    setChosen(0);
  };
  useEffect(
    () =>
      placeWishes.subscribe(() => {
        setCells(lastCells(trailStore.getState(), currentSession().activeCell, MOST));
        setChosen(0);
        // Another view is put away first.
        requestAnimationFrame(() => field.current?.focus());
      }),
    [field],
  );
  const go = (cell: CellAddress) => {
    setCells(NONE);
    setActiveCell(cell, { reveal: true });
  };
  return {
    cells,
    chosen,
    go,
    close: () => setCells(NONE),
    pressed: ({ code }) => {
      const cell = cells[chosen];
      if (code === 'ArrowDown' && !cell) open();
      else if (!cell) return false;
      else if (code === 'ArrowDown') setChosen((chosen + 1) % cells.length);
      else if (code === 'ArrowUp') setChosen((chosen - 1 + cells.length) % cells.length);
      else if (code === 'Enter' || code === 'NumpadEnter') go(cell);
      else return false;
      return true;
    },
  };
}
