import { type Column, type QuarterColumn, yearGroups } from '#renderer/store/columns.ts';
import type { CellAddress } from '#renderer/store/hooks.ts';
import type { TimePoint, TimeReference } from '#shared/formula/ast.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/** All columns of a scenario in the order of time; each year after its quarters. */
export function columnsOf({ timeline }: Scenario): Column[] {
  return yearGroups(timeline, timeline.asOf).flatMap((group): Column[] => [...group.quarters, group.total]);
}

/**
 * How a formula that is written in `home` names the cells from `first` to `last` of one row:
 * by distance in time, or by the quarter where `home` stands in no period of the same kind.
 */
export function referenceText(
  columns: readonly Column[],
  home: CellAddress,
  first: CellAddress,
  last: CellAddress = first,
): string {
  const at = (id: string) => columns.find((column) => column.id === id);
  const [from, to] = [at(first.column), at(last.column)];
  if (!from || !to) return first.key;
  const origin = at(home.column);
  if (from.id === to.id) return first.key + pointBrackets(columns, origin, from);
  const ends = [...quartersOf(columns, from), ...quartersOf(columns, to)].sort((a, b) => a.index - b.index);
  return first.key + rangeBrackets(origin, ends);
}

function pointBrackets(columns: readonly Column[], origin: Column | undefined, cell: Column): string {
  if (cell.kind === 'quarter') {
    return origin?.kind === 'quarter' ? distance(cell.index - origin.index) : `[${cell.id}]`;
  }
  // A formula calculated for a year reads other years by four quarters each.
  if (origin?.kind === 'year') return distance((cell.year - origin.year) * 4);
  return rangeBrackets(undefined, quartersOf(columns, cell));
}

function rangeBrackets(origin: Column | undefined, quarters: readonly QuarterColumn[]): string {
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (!first || !last) return '';
  if (origin?.kind !== 'quarter') return `[${first.id}:${last.id}]`;
  return `[${first.index - origin.index}:${last.index - origin.index}]`;
}

const distance = (by: number): string => (by === 0 ? '' : `[${by > 0 ? '+' : ''}${by}]`);

function quartersOf(columns: readonly Column[], column: Column): QuarterColumn[] {
  if (column.kind === 'quarter') return [column];
  return columns.filter((one): one is QuarterColumn => one.kind === 'quarter' && one.year === column.year);
}

/** Ids of the columns that a reference in `home` reads; none where that depends on a period and there is none. */
export function coveredColumns(
  columns: readonly Column[],
  home: Column | undefined,
  time: TimeReference | undefined,
): string[] {
  if (time?.kind === 'all') return columns.filter(({ kind }) => kind === 'quarter').map(({ id }) => id);
  if (!time) return home ? [home.id] : [];
  if (time.kind === 'point') return pointColumn(columns, home, time.at) ?? [];
  const ends = [indexOf(columns, home, time.from), indexOf(columns, home, time.to)];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  return columns
    .filter(({ kind, index }) => kind === 'quarter' && index >= from && index <= to)
    .map(({ id }) => id);
}

function pointColumn(
  columns: readonly Column[],
  home: Column | undefined,
  at: TimePoint,
): string[] | undefined {
  if (at.kind === 'offset' && home?.kind === 'year') {
    const year = String(home.year + at.offset / 4);
    return columns.filter(({ id }) => id === year).map(({ id }) => id);
  }
  const index = indexOf(columns, home, at);
  return columns.filter((column) => column.kind === 'quarter' && column.index === index).map(({ id }) => id);
}

/** Place in the timeline; NaN without a period to count from. */
function indexOf(columns: readonly Column[], home: Column | undefined, at: TimePoint): number {
  if (at.kind === 'offset') return home?.kind === 'quarter' ? home.index + at.offset : Number.NaN;
  return columns.find(({ id }) => id === at.period)?.index ?? Number.NaN;
}
