import { itemsOfQuery } from '#shared/finance/deal-book.ts';
import { referencesOf } from '#shared/formula/references.ts';
import { columnsOf } from '#shared/formula/time-columns.ts';
import type { Case } from '#shared/model/case.ts';
import { caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { ANY_QUERIES } from './blocks.ts';
import { FormulaReader, type GoodFormula } from './read-formula.ts';
import type { CellPlace, Viewpoint } from './results.ts';

/** Which cells a cell reads by its formula, as one viewpoint sees the scenario. */
export class CellReads {
  readonly #scenario: Scenario;
  readonly #chain: readonly Case[];
  readonly #reader = new FormulaReader();

  constructor(scenario: Scenario, viewpoint: Viewpoint) {
    this.#scenario = scenario;
    this.#chain = caseChain(scenario, viewpoint.caseId);
  }

  /** Inside the timeline, in the order of the text; what only a branch would read is among them. */
  of({ key, period }: CellPlace): CellPlace[] {
    const formula = this.#formulaAt(key, period);
    if (!formula) return [];
    return [...this.#named(formula, period), ...this.#byDeals(formula, period)];
  }

  #formulaAt(key: string, period: number): GoodFormula | null {
    const row = resolveItem(this.#scenario, this.#chain, key);
    if (row?.content.kind !== 'formula') return null;
    if (Object.hasOwn(row.overrides, periodNameAt(this.#scenario.timeline, period))) return null;
    const formula = this.#reader.read(row.content.formula);
    return formula.ok ? formula : null;
  }

  #named({ expression }: GoodFormula, period: number): CellPlace[] {
    const { timeline } = this.#scenario;
    return referencesOf(expression).flatMap(({ name, time }) => {
      if (!itemOf(this.#scenario, name)) return [];
      const { from, to } = columnsOf(time, period, timeline);
      return stretch(name, Math.max(from, 0), Math.min(to, timeline.periods - 1));
    });
  }

  #byDeals({ deals }: GoodFormula, period: number): CellPlace[] {
    return deals
      .flatMap((query) => (query ? [query] : ANY_QUERIES))
      .flatMap((query) => itemsOfQuery(this.#scenario, query))
      .filter((name) => itemOf(this.#scenario, name))
      .flatMap((name) => stretch(name, 0, period));
  }
}

function stretch(key: string, from: number, to: number): CellPlace[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({ key, period: from + index }));
}
