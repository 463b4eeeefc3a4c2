import { readFileSync } from 'node:fs';
import { createEngine, type Engine } from '#shared/engine/engine.ts';
import { openScenario } from '#shared/format/open.ts';
import type { Content } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { CellValue } from '#shared/model/value.ts';

/** The shipped scenario, opened as the program opens it. */
export function openaiScenario(): Scenario {
  const opened = openScenario(readFileSync(new URL('../../resources/openai.scenario', import.meta.url)));
  if (!opened.ok) throw new Error(`The shipped scenario does not open: ${JSON.stringify(opened.error)}`);
  return opened.value.scenario;
}

/** A scenario in which some rows hold a constant. */
export function withConstants(scenario: Scenario, values: Readonly<Record<string, number>>): Scenario {
  const contents = Object.entries(values).map(
    ([key, value]) => [key, { kind: 'constant', value } as const] as const,
  );
  return withContents(scenario, Object.fromEntries(contents));
}

/** A scenario in which some rows hold something else. */
export function withContents(scenario: Scenario, contents: Readonly<Record<string, Content>>): Scenario {
  const items = { ...scenario.items };
  for (const [key, content] of Object.entries(contents)) {
    const item = items[key];
    if (!item) throw new Error(`There is no row ${key}`);
    items[key] = { ...item, content };
  }
  return { ...scenario, items };
}

export function engineOf(
  scenario: Scenario,
  caseId: string | null = null,
  asOf: string | null = null,
): Engine {
  return createEngine(scenario, { caseId, asOf });
}

export function periodsOf(engine: Engine, key: string): readonly CellValue[] {
  const row = engine.row(key);
  if (!row) throw new Error(`There is no row ${key}`);
  return row.periods;
}

export function numberOf(value: CellValue | undefined): number {
  if (typeof value !== 'number') throw new Error(`${JSON.stringify(value)} is no number`);
  return value;
}

/** A value of a row in a column; the last one unless told otherwise. */
export function at(engine: Engine, key: string, column = -1): number {
  return numberOf(periodsOf(engine, key).at(column));
}

export function sumOf(engine: Engine, key: string, from = 0): number {
  return periodsOf(engine, key)
    .slice(from)
    .reduce<number>((sum, value) => sum + numberOf(value), 0);
}

/** Value of a row in a year of 2025 to 2030. */
export function inYear(engine: Engine, key: string, year: number): number {
  return numberOf(engine.row(key)?.years[year - 2025]);
}

/** How far a figure lies from what was printed, in units of half of the last digit printed: at most 1. */
export function misprint(value: number, printed: string): number {
  const digits = printed.split('.')[1]?.length ?? 0;
  return Math.abs(value - Number(printed)) / (0.5 * 10 ** -digits + 1e-9);
}
