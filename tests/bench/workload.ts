import type { Content, LineItem } from '../../src/shared/model/line-item.ts';
import type { Scenario } from '../../src/shared/model/scenario.ts';
import { buildItem, buildScenario } from '../support/builders.ts';

/** A row of W(R, P) as both kinds of engine can be told it. */
export interface WorkloadRow {
  readonly kind: 'input' | 'growth' | 'sum' | 'logic' | 'mixed';
  /** Earlier rows that it reads, by number. */
  readonly reads: readonly number[];
}

export interface Workload {
  readonly rows: readonly WorkloadRow[];
  readonly periods: number;
}

const KINDS = ['input', 'growth', 'sum', 'logic', 'mixed'] as const;
const READS = { input: 0, growth: 1, sum: 6, logic: 2, mixed: 3 } as const;

/** Rows shaped like a financial model: a fifth of each kind, reading rows that stand near above them. */
export function buildWorkload(rows: number, periods: number, seed = 7): Workload {
  let state = seed;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
  const list = Array.from({ length: rows }, (_, row): WorkloadRow => {
    const kind = row < 5 ? 'input' : (KINDS[row % 5] ?? 'input');
    const reads = Array.from({ length: READS[kind] }, () => Math.max(0, row - 1 - draw(Math.min(row, 40))));
    return { kind, reads };
  });
  return { rows: list, periods };
}

export function inputValues(row: number, periods: number, shift = 0): number[] {
  return Array.from({ length: periods }, (_, period) => 1 + ((row * 31 + period * 17 + shift) % 100) / 100);
}

const key = (row: number): string => `r${row}`;

/** Text of a row for our engine, or null for an input. */
function ourFormula({ kind, reads }: WorkloadRow, row: number): string | null {
  const [a, b, c] = [key(reads[0] ?? 0), key(reads[1] ?? 0), key(reads[2] ?? 0)];
  switch (kind) {
    case 'input':
      return null;
    case 'growth':
      return `${key(row)}[-1] * 0.9 + ${a}`;
    case 'sum':
      return `SUM(${reads.map(key).join(', ')})`;
    case 'logic':
      return `IF(${a} > ${b}, MAX(${a}, 1), MIN(${b}, 2))`;
    case 'mixed':
      return `(${a} + ${b} * 0.5) / 3 - ${c}[-1] * 0.1`;
  }
}

export function ourScenario(workload: Workload): Scenario {
  const items = workload.rows.map((row, number): LineItem => {
    const text = ourFormula(row, number);
    const content: Content = text
      ? { kind: 'formula', formula: text }
      : { kind: 'byPeriod', values: inputValues(number, workload.periods) };
    return buildItem(key(number), content);
  });
  return buildScenario(items, {
    timeline: { start: '2025Q1', periods: workload.periods, asOf: '2026-07-31', actuals: [] },
  });
}

/** The same scenario with other values in one input row. */
export function withInput(scenario: Scenario, row: number, periods: number, shift: number): Scenario {
  const name = key(row);
  const item = buildItem(name, { kind: 'byPeriod', values: inputValues(row, periods, shift) });
  return { ...scenario, items: { ...scenario.items, [name]: item } };
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}

/** The same rows as a sheet: column A is empty, so that the period before the first is blank there too. */
export function sheetOf({ rows, periods }: Workload): (number | string | null)[][] {
  return rows.map((row, number) => [
    null,
    ...Array.from({ length: periods }, (_, period) => {
      const input = inputValues(number, periods)[period] ?? 0;
      return sheetFormula(row, number, period) ?? input;
    }),
  ]);
}

function sheetFormula({ kind, reads }: WorkloadRow, row: number, period: number): string | null {
  const at = (number: number, back = 0): string => `${columnName(period + 1 - back)}${number + 1}`;
  const [a, b, c] = [reads[0] ?? 0, reads[1] ?? 0, reads[2] ?? 0];
  switch (kind) {
    case 'input':
      return null;
    case 'growth':
      return `=${at(row, 1)}*0.9+${at(a)}`;
    case 'sum':
      return `=SUM(${reads.map((read) => at(read)).join(',')})`;
    case 'logic':
      return `=IF(${at(a)}>${at(b)},MAX(${at(a)},1),MIN(${at(b)},2))`;
    case 'mixed':
      return `=(${at(a)}+${at(b)}*0.5)/3-${at(c, 1)}*0.1`;
  }
}

/** An input row, and the rows that follow from it, itself among them, in their order. */
interface Reached {
  readonly row: number;
  readonly share: number;
  readonly reached: readonly number[];
}

/** Input row whose edit reaches the share of all rows nearest to the wanted one. */
export function inputReaching({ rows }: Workload, share: number): Reached {
  let best = { row: 0, share: 0, reached: [] as number[], distance: Number.POSITIVE_INFINITY };
  rows.forEach((row, number) => {
    if (row.kind !== 'input') return;
    const reached = new Set([number]);
    for (let next = number + 1; next < rows.length; next++) {
      if (rows[next]?.reads.some((read) => reached.has(read))) reached.add(next);
    }
    const found = reached.size / rows.length;
    const distance = Math.abs(found - share);
    if (distance < best.distance) best = { row: number, share: found, reached: [...reached], distance };
  });
  return best;
}
