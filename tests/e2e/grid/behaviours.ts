import type { Behaviour } from './behaviour.ts';
import { CASES } from './cases.ts';
import { CLEARING } from './clearing.ts';
import { COPYING } from './copying.ts';
import { FILLING } from './filling.ts';
import { MENUS } from './menus.ts';
import { MOVING } from './moving.ts';
import { ROW_CHANGES } from './row-changes.ts';
import { ROWS } from './rows.ts';
import { SELECTING } from './selecting.ts';

/** All that docs/grid-behaviour.md promises. */
export const BEHAVIOURS: readonly Behaviour[] = [
  ...MOVING,
  ...SELECTING,
  ...CLEARING,
  ...COPYING,
  ...FILLING,
  ...ROWS,
  ...ROW_CHANGES,
  ...MENUS,
  ...CASES,
];
