import type { Timeline } from '#shared/model/timeline.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import type { ErrorValue } from '#shared/model/value.ts';
import type { FixedPoint } from './fixed-point.ts';
import type { LoopReport, LoopStatus } from './results.ts';

/** One solving: the rows that met themselves, and in which columns. */
export interface LoopRecord {
  readonly rows: readonly number[];
  readonly periods: readonly number[];
  readonly status: LoopStatus;
  readonly iterations: number;
  readonly residual: number;
}

export function isSolved(status: LoopStatus): boolean {
  return status === 'linear-exact' || status === 'converged';
}

export function recordOf(rows: readonly number[], periods: readonly number[], found: FixedPoint): LoopRecord {
  const { status, iterations, residual } = found;
  return { rows, periods, status, iterations, residual };
}

const SEVERITY: readonly LoopStatus[] = ['linear-exact', 'converged', 'not-converged', 'no-solution'];

/** Records that share a row become one report with the worst of what happened. */
export function reportsOf(records: readonly LoopRecord[], keyOf: (row: number) => string): LoopReport[] {
  const sameRows = byRows(records);
  let groups: { rows: Set<number>; records: LoopRecord[] }[] = [];
  for (const [rows, own] of sameRows) {
    const related = groups.filter((group) => rows.some((row) => group.rows.has(row)));
    groups = groups.filter((group) => !related.includes(group));
    groups.push({
      rows: new Set([...related.flatMap((group) => [...group.rows]), ...rows]),
      records: [...related.flatMap((group) => group.records), ...own],
    });
  }
  return groups.map((group) => reportOf(group.records, keyOf));
}

function byRows(records: readonly LoopRecord[]): ReadonlyMap<readonly number[], LoopRecord[]> {
  const groups = new Map<readonly number[], LoopRecord[]>();
  for (const record of records) {
    const group = groups.get(record.rows);
    if (group) group.push(record);
    else groups.set(record.rows, [record]);
  }
  return groups;
}

function reportOf(group: readonly LoopRecord[], keyOf: (row: number) => string): LoopReport {
  const rows = [...new Set(group.flatMap((record) => record.rows))].sort((a, b) => a - b);
  const periods = [...new Set(group.flatMap((record) => record.periods))].sort((a, b) => a - b);
  const worst = Math.max(...group.map((record) => SEVERITY.indexOf(record.status)));
  return {
    keys: rows.map(keyOf),
    status: SEVERITY[worst] ?? 'not-converged',
    iterations: Math.max(...group.map((record) => record.iterations)),
    residual: Math.max(...group.map((record) => record.residual)),
    periods,
  };
}

/** The error of a cell in a loop without a value: it names the chain. */
export function loopError(
  keys: readonly string[],
  key: string,
  column: number,
  status: LoopStatus,
  timeline: Timeline,
): ErrorValue {
  const chain = keys.length === 1 ? `${key} reads itself` : `${keys.join(', ')} need each other`;
  const outcome = status === 'no-solution' ? 'no value satisfies them' : 'no value was found';
  return {
    kind: 'error',
    code: '#LOOP!',
    origin: { key, period: column },
    reason: `${chain} in ${periodNameAt(timeline, column)}, and ${outcome}.`,
  };
}
