import type { RowValues } from '#shared/engine/results.ts';
import { BINDING_LEVELS, type BindingLevel } from '#shared/model/deal.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import type { FundingRoles } from '#shared/model/presentation.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { CellValue } from '#shared/model/value.ts';
import { buildItem, buildScenario, buildTimeline, constant } from '#tests/support/builders.ts';

/** Two years, reported up to 2025Q2; every row is known by the part it plays. */
const perLevel = (prefix: string) =>
  Object.fromEntries(BINDING_LEVELS.map((level) => [level, `${prefix}_${level}`])) as Record<
    BindingLevel,
    string
  >;

export const ROLES: FundingRoles = {
  revenue: 'sales',
  levels: perLevel('money'),
  obligations: [
    { label: { en: 'Rent', ar: 'إيجار' }, group: 'cloud', items: ['rent_a', 'rent_b'] },
    { label: { en: 'Staff', ar: 'موظفون' }, group: 'operations', items: ['staff'] },
  ],
  gap: 'hole',
  gapTotal: 'hole_total',
  softShare: 'soft',
  runway: 'lasts',
  cash: 'bank',
  cashOpen: 'bank_open',
  cashUnfilled: 'bank_all',
  cashMinimum: 'bank_least',
  ladder: {
    needWithNone: 'need_none',
    needUpTo: perLevel('need'),
    layers: perLevel('cover'),
    cashUpTo: perLevel('path'),
  },
};

const KEYS = [
  'sales rent_a rent_b staff hole hole_total soft lasts bank bank_open bank_all bank_least need_none',
  ...['money', 'need', 'cover', 'path'].flatMap((prefix) =>
    BINDING_LEVELS.map((level) => `${prefix}_${level}`),
  ),
]
  .join(' ')
  .split(' ');

export function company(
  parts: Partial<Scenario> = {},
  change: Record<string, Partial<LineItem>> = {},
): Scenario {
  const rows = KEYS.map((key) => buildItem(key, constant(0), { unit: 'EUR m', ...change[key] }));
  return buildScenario(rows, {
    timeline: buildTimeline({ actuals: [{ from: '2025-09-01', lastActual: '2025Q2' }] }),
    presentation: { pinned: [], funding: ROLES },
    ...parts,
  });
}

export type Figures = Record<string, { periods?: readonly CellValue[]; years?: readonly CellValue[] }>;

/** Rows of which every value is 0 but those named. A single value stands in each period. */
export function rowsWith(figures: Figures): Map<string, RowValues> {
  const fill = (values: readonly CellValue[] | undefined, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const given = values?.length === 1 ? values[0] : values?.[index];
      return given === undefined ? 0 : given;
    });
  return new Map(
    KEYS.map((key) => [
      key,
      { periods: fill(figures[key]?.periods, 8), years: fill(figures[key]?.years, 2) },
    ]),
  );
}

export const BASE = { caseId: null, asOf: null };
export const DIVISION = { kind: 'error', code: '#DIV/0!' } as const;
