import type { RunnerAnswer } from '#renderer/calc/runner.ts';
import type { LoopReport, RowValues } from '#shared/engine/results.ts';
import type { ItemKey } from '#shared/model/line-item.ts';

export type RowsListener = (changed: ReadonlySet<ItemKey> | 'all') => void;

/** Results of the engine by row. Listeners hear only of rows that changed. */
export interface ValuesStore {
  rowValues(key: ItemKey): RowValues | undefined;
  rows(): ReadonlyMap<ItemKey, RowValues>;
  loops(): readonly LoopReport[];
  /** Counts answers: changes whenever any value did. */
  version(): number;
  publish(answer: RunnerAnswer): void;
  /** Values are older than what was asked for. */
  isWaiting(): boolean;
  setWaiting(waits: boolean): void;
  subscribeToWaiting(listener: () => void): () => void;
  subscribeToRows(listener: RowsListener): () => void;
  subscribeToRow(key: ItemKey, listener: () => void): () => void;
}

export function createValuesStore(): ValuesStore {
  let rows: ReadonlyMap<ItemKey, RowValues> = new Map();
  let loops: readonly LoopReport[] = [];
  let version = 0;
  let waiting = false;
  const watchers = new Set<() => void>();
  const all = new Set<RowsListener>();
  const byRow = new Map<ItemKey, Set<() => void>>();

  function wake(changed: ReadonlySet<ItemKey> | 'all') {
    const keys = changed === 'all' ? [...byRow.keys()] : changed;
    for (const key of keys) for (const listener of [...(byRow.get(key) ?? [])]) listener();
    for (const listener of [...all]) listener(changed);
  }

  return {
    rowValues: (key) => rows.get(key),
    rows: () => rows,
    loops: () => loops,
    version: () => version,
    publish({ replaces, changes }) {
      const next = new Map(replaces ? [] : rows);
      for (const [key, values] of changes.rows) next.set(key, values);
      for (const key of changes.removed) next.delete(key);
      rows = next;
      loops = changes.loops;
      version += 1;
      wake(replaces ? 'all' : new Set([...changes.rows.keys(), ...changes.removed]));
    },
    isWaiting: () => waiting,
    setWaiting(waits) {
      if (waits === waiting) return;
      waiting = waits;
      for (const watcher of [...watchers]) watcher();
    },
    subscribeToWaiting(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    subscribeToRows(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    subscribeToRow(key, listener) {
      const listeners = byRow.get(key) ?? new Set();
      byRow.set(key, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) byRow.delete(key);
      };
    },
  };
}
