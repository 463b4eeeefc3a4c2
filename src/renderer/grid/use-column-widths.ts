import { useEffect, useMemo, useRef, useState } from 'react';
import type { Column, YearGroup } from '#renderer/store/columns.ts';
import { subscribeToRows } from '#renderer/store/hooks.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { columnWidths } from './column-widths.ts';
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
  const shown = useMemo(() => new Set([...body, ...pinned].map((row) => row.key)), [body, pinned]);
  const [widths, setWidths] = useState<Widths>(() => measured(context, groups, shown, NONE));
  const seen = useRef(shown);
  useEffect(() => {
    seen.current = shown;
    setWidths((former) => kept(former, measured(context, groups, shown, former)));
  }, [context, groups, shown]);
  useEffect(() => {
    const follow = (changed: ReadonlySet<ItemKey> | 'all') =>
      setWidths((former) => {
        const least = changed === 'all' ? NONE : former;
        const keys = changed === 'all' ? seen.current : intersection(changed, seen.current);
        return kept(former, measured(context, groups, keys, least));
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

function kept(former: Widths, next: Widths): Widths {
  const same = former.size === next.size && [...next].every(([id, width]) => former.get(id) === width);
  return same ? former : next;
}
