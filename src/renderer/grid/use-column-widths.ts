import { useEffect, useMemo, useRef, useState } from 'react';
import type { Column, YearGroup } from '#renderer/store/columns.ts';
import { subscribeToRows } from '#renderer/store/hooks.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { columnWidths } from './column-widths.ts';
import type { GridRow } from './grid-rows.ts';
import type { SheetContext } from './sheet-context.ts';
import type { SheetRows } from './use-sheet-rows.ts';

type Widths = ReadonlyMap<string, number>;
const NONE: Widths = new Map();

/** Widths by the rows shown; another document or case measures anew, an edit or an opened section only widens. */
export function useColumnWidths(
  context: SheetContext,
  groups: readonly YearGroup[],
  { body, pinned }: SheetRows,
): Widths {
  const rows = useMemo(() => new Set([...body, ...pinned]), [body, pinned]);
  const [widths, setWidths] = useState<Widths>(() =>
    measured(context, groups, keysOf([...body, ...pinned]), NONE),
  );
  const keys = useMemo(() => keysOf(rows), [rows]);
  const seen = useRef({ context, groups, rows, keys });
  useEffect(() => {
    const former = seen.current;
    const isSame = former.context === context && former.groups === groups;
    // A row is the same object until it changes: with many rows only the new ones are looked at.
    const fresh = isSame ? [...rows].filter((row) => !former.rows.has(row)) : rows;
    seen.current = { context, groups, rows, keys };
    setWidths((least) => kept(least, measured(context, groups, keysOf(fresh), least)));
  }, [context, groups, rows, keys]);
  useEffect(() => {
    const follow = (changed: ReadonlySet<ItemKey> | 'all') =>
      setWidths((former) => {
        const least = changed === 'all' ? NONE : former;
        const { keys: shown } = seen.current;
        const wanted = changed === 'all' ? shown : intersection(changed, shown);
        return kept(former, measured(context, groups, wanted, least));
      });
    return subscribeToRows(follow);
  }, [context, groups]);
  return widths;
}

function measured(
  context: SheetContext,
  groups: readonly YearGroup[],
  keys: ReadonlySet<ItemKey>,
  least: Widths,
): Widths {
  const columns = groups.flatMap((group): Column[] => [...group.quarters, group.total]);
  return columnWidths(context.view(), columns, context.measure, { keys, least });
}

function intersection(a: ReadonlySet<ItemKey>, b: ReadonlySet<ItemKey>): ReadonlySet<ItemKey> {
  return new Set([...a].filter((key) => b.has(key)));
}

function keysOf(rows: Iterable<GridRow>): ReadonlySet<ItemKey> {
  return new Set([...rows].map(({ key }) => key));
}

function kept(former: Widths, next: Widths): Widths {
  const same = former.size === next.size && [...next].every(([id, width]) => former.get(id) === width);
  return same ? former : next;
}
