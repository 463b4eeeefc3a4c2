import type { Viewpoint } from '#shared/engine/results.ts';
import { BINDING_LEVELS, type BindingLevel } from '#shared/model/deal.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { FundingRoles, ObligationGroup } from '#shared/model/presentation.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Text } from '#shared/model/text.ts';
import { lastActualIndex, quarterAt, yearsOf } from '#shared/model/timeline.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import type { Rows } from './row-reading.ts';

/** What a row of the report table stands for. */
export type ReportRowName =
  | { readonly kind: 'revenue' | 'sources' | 'obligations' | 'drawn' | 'gap' }
  | { readonly kind: 'level'; readonly level: BindingLevel }
  | { readonly kind: 'obligation'; readonly group: ObligationGroup; readonly label: Text | null };

export interface ReportRow {
  readonly name: ReportRowName;
  /** One per year; money that goes out is negative. */
  readonly values: readonly CellValue[];
  readonly total: CellValue;
}

/** Sources, uses and gap by year, from the year of the first quarter that is not reported on. */
export interface ReportTable {
  readonly unit: string;
  readonly years: readonly number[];
  readonly rows: readonly ReportRow[];
}

/** The table of the one-page report. null without roles. */
export function reportTable(scenario: Scenario, rows: Rows, viewpoint: Viewpoint): ReportTable | null {
  const roles = scenario.presentation.funding;
  if (!roles) return null;
  const { timeline } = scenario;
  const actual = lastActualIndex(timeline, asOfDate(scenario, viewpoint.caseId, viewpoint.asOf));
  const from = quarterAt(timeline, Math.min(actual + 1, timeline.periods - 1)).year;
  const all = yearsOf(timeline);
  const indices = all.flatMap((year, index) => (year >= from ? [index] : []));
  const read = (key: ItemKey) => indices.map((index) => rows.get(key)?.years[index] ?? null);
  return {
    unit: itemOf(scenario, roles.gap)?.unit ?? '',
    years: indices.flatMap((index) => all[index] ?? []),
    rows: rowsOf(roles, read).map((row) => ({ ...row, total: sumOf(row.values) })),
  };
}

type Line = Omit<ReportRow, 'total'>;
type Read = (key: ItemKey) => CellValue[];

function rowsOf(roles: FundingRoles, read: Read): Line[] {
  const sources: Line[] = [
    { name: { kind: 'revenue' }, values: read(roles.revenue) },
    ...BINDING_LEVELS.map((level) => ({
      name: { kind: 'level' as const, level },
      values: read(roles.levels[level]),
    })),
  ];
  const obligations = obligationLines(roles, read);
  const drawn = perYear([read(roles.cashOpen), read(roles.cash).map(negated)]);
  return [
    ...sources,
    { name: { kind: 'sources' }, values: perYear(sources.map((line) => line.values)) },
    ...obligations,
    { name: { kind: 'obligations' }, values: perYear(obligations.map((line) => line.values)) },
    { name: { kind: 'drawn' }, values: drawn },
    { name: { kind: 'gap' }, values: read(roles.gap).map(negated) },
  ];
}

/** One line per group; a group of one series keeps the name of that series. */
function obligationLines(roles: FundingRoles, read: Read): Line[] {
  const groups = [...new Set(roles.obligations.map((series) => series.group))];
  return groups.map((group) => {
    const members = roles.obligations.filter((series) => series.group === group);
    const label = members.length === 1 ? (members[0]?.label ?? null) : null;
    const values = perYear(members.flatMap((series) => series.items.map(read))).map(negated);
    return { name: { kind: 'obligation', group, label }, values };
  });
}

function perYear(lines: readonly (readonly CellValue[])[]): CellValue[] {
  return (lines[0] ?? []).map((_, index) => sumOf(lines.map((line) => line[index] ?? null)));
}

/** The first error wins; a sum of blanks is blank; text has no sum and counts as blank. */
function sumOf(values: readonly CellValue[]): CellValue {
  const error = values.find(isErrorValue);
  if (error) return error;
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0);
}

function negated(value: CellValue): CellValue {
  return typeof value === 'number' && value !== 0 ? -value : value;
}
