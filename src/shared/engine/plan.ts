import type { Case } from '#shared/model/case.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Content, ItemKey, LineItem } from '#shared/model/line-item.ts';
import { resolveItem } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodIndex } from '#shared/model/timeline.ts';
import type { ErrorValue, InputValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { Calendar } from './calendar.ts';
import type { FormulaReader, GoodFormula, ReadFormula } from './read-formula.ts';
import type { UnitChecker } from './units/unit-checker.ts';

/** A row as the engine calculates it under one viewpoint. */
export interface RowPlan {
  readonly key: ItemKey;
  readonly item: LineItem;
  /** The formula as written; null for typed rows. */
  readonly text: string | null;
  readonly formula: ReadFormula | null;
  /** Why the formula has no value in any period: it is none, or it mixes units. */
  readonly failure: ErrorValue | null;
  /** Values by column: all of a typed row, the overridden columns of a formula row; else undefined. */
  readonly typed: readonly (InputValue | undefined)[];
  /** Typed values that change with the as-of date. */
  readonly followsDay: boolean;
}

/** From which side rows are planned. */
export interface PlanContext {
  readonly scenario: Scenario;
  /** The case and what it inherits from, nearest first. */
  readonly chain: readonly Case[];
  readonly asOf: IsoDate;
  readonly calendar: Calendar;
  readonly reader: FormulaReader;
  readonly units: UnitChecker;
}

const NOTHING_TYPED: readonly undefined[] = [];

/** Plans one row: what the case says over what the row says. */
export function planRow(key: ItemKey, context: PlanContext): RowPlan {
  const resolved = resolveItem(context.scenario, context.chain, key);
  if (!resolved) throw new Error(`There is no row ${key}`);
  const { item, content, overrides } = resolved;
  const typed = withOverrides(typedCells(content, context), overrides, context.calendar);
  const followsDay = content.kind === 'dated';
  if (content.kind !== 'formula') {
    return { key, item, text: null, formula: null, failure: null, typed, followsDay };
  }
  const text = content.formula;
  const formula = context.reader.read(text);
  const failure = formula.ok ? unitFailure(formula, item, context) : formula.failure;
  return { key, item, text, formula, failure, typed, followsDay };
}

function unitFailure(
  formula: GoodFormula,
  { unit }: LineItem,
  { scenario, units }: PlanContext,
): ErrorValue | null {
  return units.failure(formula, unit, (name) => itemOf(scenario, name)?.unit);
}

/** What a typed row holds in each column; blank where nothing was typed. */
function typedCells(content: Content, { calendar, asOf }: PlanContext): readonly (InputValue | undefined)[] {
  switch (content.kind) {
    case 'formula':
      return NOTHING_TYPED;
    case 'constant':
      return everywhere(content.value, calendar);
    case 'dated':
      return everywhere(content.entries.findLast((entry) => entry.from <= asOf)?.value ?? null, calendar);
    case 'byYear':
      return calendar.columns.map(({ year }) =>
        Object.hasOwn(content.values, String(year)) ? (content.values[String(year)] ?? null) : null,
      );
    case 'byPeriod':
      return calendar.columns.map(({ index }) => content.values[index] ?? null);
    default:
      return assertNever(content);
  }
}

function everywhere(value: InputValue, { size }: Calendar): InputValue[] {
  return new Array<InputValue>(size).fill(value);
}

function withOverrides(
  typed: readonly (InputValue | undefined)[],
  overrides: Readonly<Record<string, InputValue>>,
  calendar: Calendar,
): readonly (InputValue | undefined)[] {
  const entries = Object.entries(overrides);
  if (entries.length === 0) return typed;
  const merged = Array.from({ length: calendar.size }, (_, column) => typed[column]);
  for (const [name, value] of entries) {
    const column = periodIndex(calendar.timeline, name);
    if (column !== null && column >= 0 && column < calendar.size) merged[column] = value;
  }
  return merged;
}
