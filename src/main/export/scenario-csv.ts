import type { Engine } from '#shared/engine/engine.ts';
import type { ItemKey, LineItem } from '#shared/model/line-item.ts';
import { caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodNames } from '#shared/model/timeline.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { type CsvField, csvText } from './csv-text.ts';

/** Columns that are written only when asked for; import reads them all. */
export const EXTRA_COLUMNS = ['section', 'aggregation', 'note'] as const;
export type ExtraColumn = (typeof EXTRA_COLUMNS)[number];

/**
 * The rows of a scenario in the shape that import reads: `key,label,unit,formula,<period>…`.
 * A formula row carries its formula and, as values, only what was typed over it; other rows their values.
 */
export function scenarioCsv(
  scenario: Scenario,
  engine: Engine,
  keys: readonly ItemKey[],
  extra: readonly ExtraColumn[] = [],
): string {
  const periods = periodNames(scenario.timeline);
  const chain = caseChain(scenario, engine.viewpoint.caseId);
  const rows = keys.flatMap((key) => {
    const resolved = resolveItem(scenario, chain, key);
    if (!resolved) return [];
    const { item, content, overrides } = resolved;
    const isFormula = content.kind === 'formula';
    const typed = (period: string) => (Object.hasOwn(overrides, period) ? overrides[period] : null) ?? null;
    const values = isFormula ? periods.map(typed) : (engine.row(key)?.periods ?? []);
    const head = [key, item.label.en, item.unit, isFormula ? content.formula : ''];
    const more = extra.map((column) => extraField(scenario, item, column));
    return [[...head, ...more, ...values.map(valueField)]];
  });
  return csvText([['key', 'label', 'unit', 'formula', ...extra, ...periods], ...rows]);
}

function valueField(value: CellValue): CsvField {
  if (isErrorValue(value)) return value.code;
  return typeof value === 'string' ? { textValue: value } : value;
}

function extraField({ sections }: Scenario, item: LineItem, column: ExtraColumn): string {
  if (column !== 'section') return item[column] ?? '';
  const section = sections.find((one) => one.id === item.section);
  return section?.label.en || item.section;
}
