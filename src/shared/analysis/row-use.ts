import type { ItemKey } from '#shared/model/line-item.ts';
import type { Presentation } from '#shared/model/presentation.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { formulasOf, readsRow } from './row-formulas.ts';

/** A row whose formula names the row asked about. */
export interface RowReader {
  readonly key: ItemKey;
  /** The formula that names it: of the base, else of the first case that does. */
  readonly formula: string;
  /** Cases whose own formula for the row names it. */
  readonly cases: readonly string[];
  readonly inBase: boolean;
  readonly isCheck: boolean;
}

/** All that rests on a row and would break without it. */
export interface RowUse {
  readonly readers: readonly RowReader[];
  /** Deals with a tranche that follows the row. */
  readonly deals: readonly string[];
  /** The row plays a part in headline and charts, or is kept in view. */
  readonly inPresentation: boolean;
}

/** What breaks when a row goes. The formula of the row itself goes with it. */
export function rowUse(scenario: Scenario, key: ItemKey): RowUse {
  const naming = formulasOf(scenario).filter((one) => one.key !== key && readsRow(one.formula, key));
  const readers = scenario.itemOrder.flatMap((reader): RowReader[] => {
    const own = naming.filter((one) => one.key === reader);
    const [first] = own;
    if (!first) return [];
    const cases = own.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]));
    return [
      {
        key: reader,
        formula: first.formula,
        cases,
        inBase: own.some(({ caseId }) => caseId === null),
        isCheck: itemOf(scenario, reader)?.role === 'check',
      },
    ];
  });
  const deals = scenario.deals.filter(({ tranches }) =>
    tranches.some((one) => ('item' in one && one.item === key) || ('rate' in one && one.rate === key)),
  );
  return { readers, deals: deals.map(({ id }) => id), inPresentation: playsPart(scenario.presentation, key) };
}

function playsPart(presentation: Presentation, key: ItemKey): boolean {
  const named = (value: unknown): boolean =>
    value === key || (typeof value === 'object' && value !== null && Object.values(value).some(named));
  return named(presentation);
}
