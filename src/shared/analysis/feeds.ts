import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import { type Dependent, dependentsOf } from './dependents.ts';
import type { ValuePlace, ViewedModel } from './viewed-model.ts';

/** What a cell feeds, by row. A year feeds what its quarters feed, year by year, and the rates made of years. */
export function feedsOf(calculated: CalculatedScenario, model: ViewedModel, place: ValuePlace): Dependent[] {
  const direct = dependentsOf(calculated, place);
  if (!('year' in place)) return direct;
  const found = new Map(direct.map((one) => [nameOf(one.place), one]));
  for (const period of model.quartersOf(place.year)) {
    for (const { place: reader } of dependentsOf(calculated, { key: place.key, period })) {
      const year = yearOf(model, reader);
      // A row that reads its own quarter before is no reader of its year.
      if (reader.key === place.key && year === place.year) continue;
      const annual = { key: reader.key, year };
      if (!found.has(nameOf(annual)))
        found.set(nameOf(annual), { place: annual, value: model.value(annual) });
    }
  }
  return [...found.values()];
}

function nameOf(place: ValuePlace): string {
  return `${place.key} ${'year' in place ? place.year : place.period}`;
}

function yearOf(model: ViewedModel, place: ValuePlace): number {
  return 'year' in place ? place.year : (model.calendar.columns[place.period]?.year ?? 0);
}
