import type { Behaviour } from './behaviour.ts';
import { CASES } from './cases.ts';
import { CLEARING } from './clearing.ts';
import { COPYING } from './copying.ts';
import { ENTERING } from './entry-list.ts';
import { FILLING } from './filling.ts';
import { FINDING } from './finding.ts';
import { FORMULA_BAR } from './formula-bar.ts';
import { HISTORY } from './history.ts';
import { MARKS } from './marks.ts';
import { MENUS } from './menus.ts';
import { MOVING } from './moving.ts';
import { NASTY_PASTES } from './nasty-pastes.ts';
import { ROW_CHANGES } from './row-changes.ts';
import { ROWS } from './rows.ts';
import { SELECTING } from './selecting.ts';
import { TRACING } from './tracing.ts';

/** All that docs/grid-behaviour.md promises. */
export const BEHAVIOURS: readonly Behaviour[] = [
  ...MOVING,
  ...SELECTING,
  ...ENTERING,
  ...CLEARING,
  ...COPYING,
  ...NASTY_PASTES,
  ...FILLING,
  ...FORMULA_BAR,
  ...FINDING,
  ...TRACING,
  ...HISTORY,
  ...MARKS,
  ...ROWS,
  ...ROW_CHANGES,
  ...MENUS,
  ...CASES,
];
