import type { Sheet } from './sheet.ts';

/** One row of docs/grid-behaviour.md, tried in the built program. It starts at `HOME`, with nothing selected. */
export interface Behaviour {
  /** `B-001` */
  readonly id: string;
  readonly what: string;
  readonly check: (sheet: Sheet) => Promise<void>;
}

export function behaviour(id: string, what: string, check: (sheet: Sheet) => Promise<void>): Behaviour {
  return { id, what, check };
}
