import type { Fact } from './fact.ts';
import { statedPeriod } from './fact-period.ts';
import { parseUnit, type Unit } from './unit.ts';

/** What a fact says of one quantity, in the unit of that quantity. */
export interface Statement {
  readonly fact: Fact;
  readonly value: number;
  /** Least and largest number that the fact itself names. */
  readonly low: number;
  readonly high: number;
  /** Half of the last digit quoted: what the source may have rounded away. */
  readonly slack: number;
}

/** A fact as a number in a unit; null where it states none, or one that cannot be converted. */
export function statementIn(fact: Fact, unit: string): Statement | null {
  const { value } = fact;
  const factor = value === null ? null : factorTo(fact, unit);
  if (value === null || factor === null) return null;
  const ends = [value, fact.low ?? value, fact.high ?? value];
  return {
    fact,
    value: value * factor,
    low: Math.min(...ends) * factor,
    high: Math.max(...ends) * factor,
    slack: halfDigit(value) * factor,
  };
}

/** Half a unit of the last decimal written: 0.5 for 62, 0.05 for 8.4. */
function halfDigit(value: number): number {
  const [digits = '', power = '0'] = String(value).split('e');
  return 0.5 * 10 ** (Number(power) - (digits.split('.')[1]?.length ?? 0));
}

/** False where no one number could have been rounded to both. */
export function sameNumber(a: Statement, b: Statement): boolean {
  const apart = Math.abs(a.value - b.value);
  return apart < (a.slack + b.slack) * (1 - 1e-9);
}

/** True where a source allows a number: within its own range, and what it may have rounded away. */
export function allows({ low, high, slack }: Statement, value: number): boolean {
  const room = slack + 1e-9 * Math.max(Math.abs(low), Math.abs(high));
  return value >= low - room && value <= high + room;
}

const BASES = /\b(online|contracted|chip|IT load|facility)\b/i;

/** How many of `unit` one of the fact's unit is; null where they measure different things. */
function factorTo({ unit: own, metric, period }: Fact, unit: string): number | null {
  const [from, to] = [parseUnit(own), parseUnit(unit)];
  if (!from || !to) return own.trim() === unit.trim() ? 1 : null;
  const basis = from.basis ?? (to.basis === undefined ? undefined : BASES.exec(metric)?.[1]?.toLowerCase());
  if (basis !== undefined && to.basis !== undefined && basis !== to.basis.toLowerCase()) return null;
  // What a whole year brings is an amount, and at the same time the rate of that year.
  const isYear = statedPeriod(period).kind === 'year';
  return sameDimensions(from, to) || (isYear && sameDimensions(from, to, 'time'))
    ? from.scale / to.scale
    : null;
}

function sameDimensions(a: Unit, b: Unit, but?: string): boolean {
  const names = new Set([...Object.keys(a.dimensions), ...Object.keys(b.dimensions)]);
  if (but !== undefined && names.size === 1) return false;
  return [...names].every((name) => name === but || (a.dimensions[name] ?? 0) === (b.dimensions[name] ?? 0));
}
