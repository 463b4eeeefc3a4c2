import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Cursor } from '../cursor.ts';
import { FindBar } from './find-bar.tsx';
import { useFindMarks } from './use-find-marks.ts';
import { useFound } from './use-found.ts';
import { whenDrawn } from './when-drawn.ts';

interface Props {
  readonly root: RefObject<HTMLElement | null>;
  readonly cursor: Cursor;
}

/** The search bar over the sheet, and what it finds marked in it. */
export function FindLayer({ root, cursor }: Props) {
  const found = useFound();
  const { open, at } = found.finding;
  useFindMarks(root, found.hits, at);
  const below = useIsInTheWay(root, at);
  if (open === null) return null;
  return <FindBar found={found} below={below} onLeave={() => cursor.show({ focus: true })} />;
}

/** True while the cell one went to would lie under the bar at the top. */
function useIsInTheWay(root: RefObject<HTMLElement | null>, at: string | null): boolean {
  const [below, setBelow] = useState(false);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element || at === null) {
      setBelow(false);
      return undefined;
    }
    const look = () => setBelow((was) => isCovered(element, was));
    look();
    return whenDrawn(element, look);
  }, [root, at]);
  return below;
}

/** Where it lies is measured as if the bar were at the top; with no cell in sight it stays where it is. */
function isCovered(root: HTMLElement, was: boolean): boolean {
  const bar = root.querySelector('.grid-find')?.getBoundingClientRect();
  const cell = root.querySelector('.ag-cell.grid-found-now')?.getBoundingClientRect();
  if (!bar || !cell) return was;
  const sheet = root.getBoundingClientRect();
  const bottom = sheet.top + bar.height + 12;
  return cell.top < bottom && cell.right > bar.left && cell.left < bar.right && bar.height < sheet.height / 2;
}
