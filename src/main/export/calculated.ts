import type { Engine } from '#shared/engine/engine.ts';
import type { LoopReport, RowValues, Viewpoint } from '#shared/engine/results.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { asOfDate, caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt, periodNames, yearsOf } from '#shared/model/timeline.ts';
import type { CellValue } from '#shared/model/value.ts';
import { type CellJson, cellJson } from './cell-json.ts';

export type Step = 'quarter' | 'year';

/** Names of the columns: `2027Q1`, or `2027`. */
export function columnNames({ timeline }: Scenario, by: Step): readonly string[] {
  return by === 'quarter' ? periodNames(timeline) : yearsOf(timeline).map(String);
}

export function columnValues(values: RowValues | undefined, by: Step): readonly CellValue[] {
  return (by === 'quarter' ? values?.periods : values?.years) ?? [];
}

/** What `calc` answers, and what `export --to x.json` writes. */
export interface Calculated {
  readonly scenario: string;
  /** Name of the case; null for the base. */
  readonly case: string | null;
  readonly caseId: string | null;
  readonly asOf: string;
  readonly by: Step;
  readonly periods: readonly string[];
  readonly items: Readonly<Record<ItemKey, CalculatedItem>>;
  readonly overrides: readonly { readonly key: ItemKey; readonly period: string }[];
  readonly loops: readonly CalculatedLoop[];
  readonly checks: { readonly passed: number; readonly failed: readonly ItemKey[] };
}

export interface CalculatedItem {
  readonly label: string;
  readonly unit: string;
  readonly values: readonly CellJson[];
}

export interface CalculatedLoop {
  readonly keys: readonly ItemKey[];
  readonly status: string;
  readonly iterations: number;
  readonly residual: number;
  readonly periods: readonly string[];
  /** Each cell reads the next, the last reads the first. */
  readonly chain: readonly { readonly key: ItemKey; readonly period: string }[];
}

/** Gathers what an engine has calculated for these rows. */
export function calculated(
  scenario: Scenario,
  engine: Engine,
  keys: readonly ItemKey[],
  by: Step,
): Calculated {
  const { caseId, asOf } = engine.viewpoint;
  const found = scenario.cases.find((one) => one.id === caseId);
  return {
    scenario: scenario.title.en,
    case: found?.name.en ?? null,
    caseId,
    asOf: asOfDate(scenario, caseId, asOf),
    by,
    periods: columnNames(scenario, by),
    items: Object.fromEntries(keys.map((key) => [key, itemValues(scenario, engine, key, by)])),
    overrides: overriddenPeriods(scenario, engine.viewpoint),
    loops: engine.loops().map((loop) => calculatedLoop(scenario, loop)),
    checks: checkSummary(scenario, engine),
  };
}

function calculatedLoop({ timeline }: Scenario, { periods, chain, ...loop }: LoopReport): CalculatedLoop {
  const nameOf = (index: number): string => periodNameAt(timeline, index);
  return {
    ...loop,
    periods: periods.map(nameOf),
    chain: chain.map(({ key, period }) => ({ key, period: nameOf(period) })),
  };
}

function itemValues(scenario: Scenario, engine: Engine, key: ItemKey, by: Step): CalculatedItem {
  const item = itemOf(scenario, key);
  const values = columnValues(engine.row(key), by).map(cellJson);
  return { label: item?.label.en ?? key, unit: item?.unit ?? '', values };
}

/** Single periods in which a typed value stands in place of what the row says, as the case sees it. */
export function overriddenPeriods(
  scenario: Scenario,
  { caseId }: Viewpoint,
): readonly { readonly key: ItemKey; readonly period: string }[] {
  const chain = caseChain(scenario, caseId);
  return scenario.itemOrder.flatMap((key) => {
    const overrides = resolveItem(scenario, chain, key)?.overrides ?? {};
    return Object.keys(overrides)
      .sort()
      .map((period) => ({ key, period }));
  });
}

export interface FailedCheck {
  readonly key: ItemKey;
  readonly period: string;
  readonly value: CellValue;
}

/** Every period in which a check is anything but TRUE. */
export function failedChecks(scenario: Scenario, engine: Engine): readonly FailedCheck[] {
  return checkKeys(scenario).flatMap((key) =>
    (engine.row(key)?.periods ?? []).flatMap((value, index) =>
      value === true ? [] : [{ key, period: periodNameAt(scenario.timeline, index), value }],
    ),
  );
}

export function checkKeys(scenario: Scenario): readonly ItemKey[] {
  return scenario.itemOrder.filter((key) => itemOf(scenario, key)?.role === 'check');
}

function checkSummary(scenario: Scenario, engine: Engine): Calculated['checks'] {
  const failed = [...new Set(failedChecks(scenario, engine).map((one) => one.key))];
  return { passed: checkKeys(scenario).length - failed.length, failed };
}
