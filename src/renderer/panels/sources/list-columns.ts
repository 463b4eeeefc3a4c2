import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

const COLUMNS = ['id', 'says', 'value', 'unit', 'publisher', 'known', 'tier', 'cells'] as const;
export type ListColumn = (typeof COLUMNS)[number];

/** Where there is less room these go, in this order: the inspector says the same. */
const LEAST_WIDTH: Readonly<Partial<Record<ListColumn, number>>> = { publisher: 720, known: 620, unit: 560 };

function columnsFor(width: number): readonly ListColumn[] {
  return COLUMNS.filter((column) => width >= (LEAST_WIDTH[column] ?? 0));
}

/** The columns that a table has room for; the same array as long as they are the same. */
export function useListColumns(): readonly [RefObject<HTMLTableElement | null>, readonly ListColumn[]] {
  const table = useRef<HTMLTableElement>(null);
  const [columns, setColumns] = useState<readonly ListColumn[]>(COLUMNS);
  useLayoutEffect(() => {
    const room = table.current?.parentElement;
    if (!room) return;
    const measure = () => {
      // Nothing is laid out yet.
      if (room.clientWidth === 0) return;
      const next = columnsFor(room.clientWidth);
      setColumns((former) => (former.length === next.length ? former : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(room);
    return () => observer.disconnect();
  }, []);
  return [table, columns];
}
