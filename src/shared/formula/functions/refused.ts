import { define, ranges } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { failure } from './errors.ts';

const UNTRACEABLE =
  'it reads cells that its text does not name, so nothing could say what depends on what. Name the row with a time reference such as revenue[-1], or use INDEX or CHOOSE';
const CLOCK = 'it would give another value tomorrow. Use the periods of the timeline and the as-of date';
const CHANCE = 'it would give another value each time. Put a range on a driver and simulate';

const REASONS: Readonly<Record<string, string>> = {
  OFFSET: UNTRACEABLE,
  INDIRECT: UNTRACEABLE,
  TODAY: CLOCK,
  NOW: CLOCK,
  RAND: CHANCE,
  RANDBETWEEN: CHANCE,
  RANDARRAY: CHANCE,
};

/** Functions of Excel that have no place in a scenario: each answers `#NAME?` with the reason. */
export const REFUSED: readonly FunctionDefinition[] = Object.entries(REASONS).map(([name, reason]) =>
  define(
    `${name}([argument], …)`,
    `Refused: ${reason}.`,
    'مرفوضة: لا تعتمد نتيجتها على وسائطها المكتوبة وحدها.',
    [[`${name}()`, { error: '#NAME?' }]],
    ranges(() => failure('#NAME?', `${name} is refused: ${reason}.`)),
  ),
);
