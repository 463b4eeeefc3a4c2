import type { Engine } from '#shared/engine/engine.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodNames } from '#shared/model/timeline.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { type CsvField, csvText } from './csv-text.ts';

/**
 * The rows of a scenario in the shape that import reads: `key,label,unit,formula,<period>…`.
 * A formula row carries its formula and, as values, only what was typed over it; other rows their values.
 */
export function scenarioCsv(scenario: Scenario, engine: Engine, keys: readonly ItemKey[]): string {
  const periods = periodNames(scenario.timeline);
  const chain = caseChain(scenario, engine.viewpoint.caseId);
  const rows = keys.flatMap((key) => {
    const resolved = resolveItem(scenario, chain, key);
    if (!resolved) return [];
    const { item, content, overrides } = resolved;
    const head = [key, item.label.en, item.unit];
    if (content.kind === 'formula') {
      const typed = periods.map(
        (period) => (Object.hasOwn(overrides, period) ? overrides[period] : null) ?? null,
      );
      return [[...head, content.formula, ...typed]];
    }
    return [[...head, '', ...inputFields(engine, key)]];
  });
  return csvText([['key', 'label', 'unit', 'formula', ...periods], ...rows]);
}

function inputFields(engine: Engine, key: ItemKey): readonly CsvField[] {
  return (engine.row(key)?.periods ?? []).map((value) => (isErrorValue(value) ? value.code : value));
}
