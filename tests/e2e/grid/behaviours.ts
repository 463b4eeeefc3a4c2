import type { Behaviour } from './behaviour.ts';
import { CLEARING } from './clearing.ts';
import { COPYING } from './copying.ts';
import { FILLING } from './filling.ts';
import { FINDING } from './finding.ts';
import { FORMULA_BAR } from './formula-bar.ts';
import { HISTORY } from './history.ts';
import { MARKS } from './marks.ts';
import { MOVING } from './moving.ts';
import { SELECTING } from './selecting.ts';
import { TRACING } from './tracing.ts';

/** All that docs/grid-behaviour.md promises. */
export const BEHAVIOURS: readonly Behaviour[] = [
  ...MOVING,
  ...SELECTING,
  ...CLEARING,
  ...COPYING,
  ...FILLING,
  ...FORMULA_BAR,
  ...FINDING,
  ...TRACING,
  ...HISTORY,
  ...MARKS,
];
