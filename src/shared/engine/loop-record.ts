import { type Reason, reasonOf } from '#shared/model/reason.ts';
import { periodNameAt, type Timeline } from '#shared/model/timeline.ts';
import type { FixedPoint } from './fixed-point.ts';
import type { CellPlace, LoopReport, LoopStatus } from './results.ts';

/** One solving: the rows that met themselves, and in which columns. */
export interface LoopRecord {
  readonly rows: readonly number[];
  readonly periods: readonly number[];
  readonly status: LoopStatus;
  readonly iterations: number;
  readonly residual: number;
  /** Rows of a shortest way round, and their columns; null where all are in one column. */
  readonly chain: { readonly rows: readonly number[]; readonly columns: readonly number[] | null };
}

export function isSolved(status: LoopStatus): boolean {
  return status === 'linear-exact' || status === 'converged';
}

export function recordOf(
  rows: readonly number[],
  periods: readonly number[],
  chain: LoopRecord['chain'],
  found: FixedPoint,
): LoopRecord {
  const { status, iterations, residual } = found;
  return { rows, periods, chain, status, iterations, residual };
}

const SEVERITY: readonly LoopStatus[] = ['linear-exact', 'converged', 'not-converged', 'no-solution'];

/**
 * Records that share a row become one report with the worst of what happened. Reports come in the order
 * of their rows, whatever was solved first: an edit and a calculation from nothing say the same.
 */
export function reportsOf(records: readonly LoopRecord[], keyOf: (row: number) => string): LoopReport[] {
  const sameRows = byRows([...records].sort(byPlace));
  let groups: { rows: Set<number>; records: LoopRecord[] }[] = [];
  for (const [rows, own] of sameRows) {
    const related = groups.filter((group) => rows.some((row) => group.rows.has(row)));
    groups = groups.filter((group) => !related.includes(group));
    groups.push({
      rows: new Set([...related.flatMap((group) => [...group.rows]), ...rows]),
      records: [...related.flatMap((group) => group.records), ...own],
    });
  }
  return groups
    .sort((a, b) => Math.min(...a.rows) - Math.min(...b.rows))
    .map((group) => reportOf(group.records, keyOf));
}

function byPlace(a: LoopRecord, b: LoopRecord): number {
  const rowOf = ({ chain, rows }: LoopRecord) => chain.rows[0] ?? rows[0] ?? 0;
  return rowOf(a) - rowOf(b) || (a.periods[0] ?? 0) - (b.periods[0] ?? 0);
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
  // Records of one step share one list of rows, period by period.
  const lists = [...new Set(group.map((record) => record.rows))];
  const rows = [...new Set(lists.flat())].sort((a, b) => a - b);
  const periods = [...new Set(group.flatMap((record) => record.periods))].sort((a, b) => a - b);
  const worst = Math.max(...group.map((record) => SEVERITY.indexOf(record.status)));
  return {
    keys: rows.map(keyOf),
    status: SEVERITY[worst] ?? 'not-converged',
    iterations: Math.max(...group.map((record) => record.iterations)),
    residual: Math.max(...group.map((record) => record.residual)),
    periods,
    chain: chainOf(group, SEVERITY[worst], keyOf),
  };
}

/** The chain of the first period in which the worst happened. */
function chainOf(
  group: readonly LoopRecord[],
  worst: LoopStatus | undefined,
  keyOf: (row: number) => string,
): CellPlace[] {
  const firstOf = (record: LoopRecord): number => record.periods[0] ?? 0;
  let record: LoopRecord | undefined;
  for (const one of group) {
    if (one.status === worst && (!record || firstOf(one) < firstOf(record))) record = one;
  }
  const { rows = [], columns = null } = record?.chain ?? {};
  return rows.map((row, place) => ({
    key: keyOf(row),
    period: columns?.[place] ?? record?.periods[0] ?? 0,
  }));
}

const MOST_LINKS = 40;

/** `cash[2026Q2] → interest[2026Q2] → cash[2026Q2]`; the middle of a very long way is left out. */
function chainText(chain: readonly CellPlace[], timeline: Timeline): string {
  const names = [...chain, ...chain.slice(0, 1)].map(
    ({ key, period }) => `${key}[${periodNameAt(timeline, period)}]`,
  );
  if (names.length > MOST_LINKS) names.splice(MOST_LINKS / 2, names.length - MOST_LINKS, '…');
  return names.join(' → ');
}

/** Why the cells of a loop have no value: it names the chain. */
export function loopReason(chain: readonly CellPlace[], status: LoopStatus, timeline: Timeline): Reason {
  const code = status === 'no-solution' ? 'loop-no-solution' : 'loop-not-settled';
  return reasonOf(code, { chain: chainText(chain, timeline) });
}
