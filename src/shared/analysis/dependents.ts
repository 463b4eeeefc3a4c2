import { ANY_QUERIES } from '#shared/engine/blocks.ts';
import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import { FormulaReader } from '#shared/engine/read-formula.ts';
import { itemsOfQuery } from '#shared/finance/deal-book.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { resolveItem } from '#shared/model/resolve-case.ts';
import type { CellValue } from '#shared/model/value.ts';
import { placesRead } from './cell-inputs.ts';
import { nameOfPlace, type ValuePlace, ViewedModel } from './viewed-model.ts';

/** A cell that reads the one asked about. */
export interface Dependent {
  readonly place: ValuePlace;
  readonly value: CellValue;
}

/**
 * What a cell feeds: the cells whose formulas really read it, by row order and period. A year feeds
 * the rates that are calculated on annual values.
 */
export function dependentsOf(calculated: CalculatedScenario, place: ValuePlace): Dependent[] {
  const model = new ViewedModel(calculated);
  const name = nameOfPlace(place);
  return readersOf(model, place.key)
    .flatMap((key) => placesOf(model, key, 'year' in place))
    .filter((reader) => placesRead(model, reader).some((read) => nameOfPlace(read) === name))
    .map((reader) => ({ place: reader, value: model.value(reader) }));
}

/** Rows whose formula names this row, or asks for deals that follow it. */
function readersOf(model: ViewedModel, key: ItemKey): ItemKey[] {
  const reader = new FormulaReader();
  return model.scenario.itemOrder.filter((candidate) => {
    const content = resolveItem(model.scenario, model.chain, candidate)?.content;
    const formula = content?.kind === 'formula' ? reader.read(content.formula) : null;
    if (!formula?.ok) return false;
    if (formula.reaches.has(key)) return true;
    const queries = formula.deals.flatMap((query) => (query ? [query] : ANY_QUERIES));
    return queries.some((query) => itemsOfQuery(model.scenario, query).includes(key));
  });
}

function placesOf(model: ViewedModel, key: ItemKey, byYear: boolean): ValuePlace[] {
  if (!byYear) return model.calendar.columns.map(({ index }) => ({ key, period: index }));
  return model.calendar.years
    .map((year) => ({ key, year }))
    .filter((place) => model.content(place)?.kind === 'rate');
}
