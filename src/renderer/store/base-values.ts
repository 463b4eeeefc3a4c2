import { createStore } from 'zustand/vanilla';
import { createEngine, type Engine } from '#shared/engine/engine.ts';
import type { RowValues } from '#shared/engine/results.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';

type Rows = ReadonlyMap<ItemKey, RowValues>;

/** Values of the base while a case is on screen and they are asked for; null otherwise. */
export const baseValuesStore = createStore<{ readonly rows: Rows | null }>()(() => ({ rows: null }));

interface Wanted {
  readonly scenario: Scenario;
  readonly asOf: IsoDate | null;
}

/**
 * Keeps the base calculated beside the case on screen until it is ended. Each change waits for a pause, so that it never slows down an edit.
 */
export function followBase(wanted: () => Wanted): {
  readonly look: () => void;
  readonly end: () => void;
} {
  let timer = 0;
  let last: Wanted | null = null;
  let engine: Engine | null = null;
  const work = () => {
    const now = wanted();
    if (now.scenario === last?.scenario && now.asOf === last.asOf) return;
    engine = rowsOf(engine, last, now);
    last = now;
    baseValuesStore.setState({ rows: new Map(engine.rows()) });
  };
  return {
    look: () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(work, PAUSE_MS);
    },
    end: () => {
      window.clearTimeout(timer);
      baseValuesStore.setState({ rows: null });
    },
  };
}

const PAUSE_MS = 30;

/** Another day is another look at the same model; another document is another model. */
function rowsOf(engine: Engine | null, last: Wanted | null, now: Wanted): Engine {
  const viewpoint = { caseId: null, asOf: now.asOf };
  if (!engine || last?.scenario !== now.scenario) return createEngine(now.scenario, viewpoint);
  engine.look(viewpoint);
  return engine;
}
