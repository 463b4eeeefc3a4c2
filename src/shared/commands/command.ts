import type { IsoDate } from '#shared/model/date.ts';
import type { ItemKey, LineItem } from '#shared/model/line-item.ts';
import type { PeriodName } from '#shared/model/period.ts';
import type { Text } from '#shared/model/text.ts';
import type { InputValue } from '#shared/model/value.ts';

/**
 * One cell as a person means it. `at` is a quarter, a year of a by-year series, or null for
 * a constant. A null value blanks an input and removes an override.
 */
export interface CellEdit {
  readonly key: ItemKey;
  readonly at: PeriodName | string | null;
  readonly value: InputValue;
}

/** What the user meant. `caseId` null means the base. */
export type Command =
  | {
      readonly type: 'setCells';
      readonly cells: readonly CellEdit[];
      readonly caseId: string | null;
    }
  | {
      readonly type: 'setFormula';
      readonly key: ItemKey;
      readonly formula: string;
      readonly caseId: string | null;
    }
  | { readonly type: 'resetToBase'; readonly keys: readonly ItemKey[]; readonly caseId: string }
  | { readonly type: 'insertItem'; readonly item: LineItem; readonly after: ItemKey | null }
  | { readonly type: 'deleteItem'; readonly key: ItemKey }
  | {
      readonly type: 'editItem';
      readonly key: ItemKey;
      readonly properties: Partial<
        Pick<LineItem, 'label' | 'unit' | 'aggregation' | 'note' | 'decimals' | 'content'>
      >;
    }
  | { readonly type: 'setTitle'; readonly title: Text }
  | { readonly type: 'setAsOf'; readonly asOf: IsoDate };
