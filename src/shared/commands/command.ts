import type { Case, Override } from '#shared/model/case.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Deal, DealStatus, OptionalOfDeal } from '#shared/model/deal.ts';
import type { Fact } from '#shared/model/fact.ts';
import type { Content, DriverRange, ItemKey, LineItem } from '#shared/model/line-item.ts';
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

/** A formula of a row, in the base or in a case, as it reads from now on. */
export interface WrittenFormula {
  readonly key: ItemKey;
  readonly caseId: string | null;
  readonly formula: string;
}

/** What a reader holds once the row it reads is gone; null where a case follows what it builds on. */
export interface FrozenReader {
  readonly key: ItemKey;
  readonly caseId: string | null;
  readonly content: Content | null;
  readonly reason: string;
}

/** What the user meant. `caseId` null means the base. */
export type Command =
  /** Several edits that a person means as one: done wholly or not at all, and taken back in one step. */
  | { readonly type: 'group'; readonly label: Text; readonly commands: readonly Command[] }
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
  /** `frozen` gives the readers of the row what they show now; without it they show an error. */
  | { readonly type: 'deleteItem'; readonly key: ItemKey; readonly frozen?: readonly FrozenReader[] }
  | {
      readonly type: 'resetCells';
      readonly cells: readonly { readonly key: ItemKey; readonly period: PeriodName }[];
      readonly caseId: string;
    }
  /** `before` null: to the end of the section. */
  | {
      readonly type: 'moveItems';
      readonly keys: readonly ItemKey[];
      readonly section: string;
      readonly before: ItemKey | null;
    }
  | {
      readonly type: 'formatItems';
      readonly keys: readonly ItemKey[];
      readonly properties: Partial<Pick<LineItem, 'decimals' | 'aggregation' | 'unit'>>;
    }
  | { readonly type: 'foldItems'; readonly keys: readonly ItemKey[]; readonly folded: boolean }
  | {
      readonly type: 'renameKey';
      readonly key: ItemKey;
      readonly to: ItemKey;
      readonly formulas: readonly WrittenFormula[];
    }
  /** `item` is the copy; `overrides` are its own, by case. */
  | {
      readonly type: 'duplicateItem';
      readonly key: ItemKey;
      readonly item: LineItem;
      readonly overrides: Readonly<Record<string, Override>>;
    }
  | {
      readonly type: 'editItem';
      readonly key: ItemKey;
      readonly properties: Partial<
        Pick<LineItem, 'label' | 'unit' | 'aggregation' | 'note' | 'decimals' | 'content'>
      >;
    }
  /** What is written beside a cell; at null beside the row. Blank takes it away. */
  | {
      readonly type: 'setComment';
      readonly key: ItemKey;
      readonly at: PeriodName | string | null;
      readonly text: string;
    }
  | { readonly type: 'setTitle'; readonly title: Text }
  /** Facts behind the typed values of a row, the chosen one first. */
  | { readonly type: 'setItemFacts'; readonly key: ItemKey; readonly facts: readonly string[] }
  | { readonly type: 'setRange'; readonly key: ItemKey; readonly range: DriverRange | null }
  | { readonly type: 'insertDeal'; readonly deal: Deal }
  | {
      readonly type: 'editDeal';
      readonly id: string;
      readonly properties: Partial<Omit<Deal, 'id' | 'history'>>;
      /** Properties that the deal no longer has. */
      readonly without?: readonly OptionalOfDeal[];
    }
  /** Takes its place among the others by its date. */
  | { readonly type: 'addDealStatus'; readonly id: string; readonly status: DealStatus }
  | { readonly type: 'deleteDeal'; readonly id: string }
  | { readonly type: 'insertFact'; readonly fact: Fact }
  | { readonly type: 'editFact'; readonly id: string; readonly properties: Partial<Omit<Fact, 'id'>> }
  /** `detach` takes the fact off all that rests on it first. */
  | { readonly type: 'deleteFact'; readonly id: string; readonly detach?: boolean }
  | { readonly type: 'insertCase'; readonly case: Case }
  | {
      readonly type: 'editCase';
      readonly id: string;
      /** null takes the date, or the case it builds on, away. */
      readonly properties: Partial<Pick<Case, 'name' | 'reason'>> & {
        readonly asOf?: IsoDate | null;
        readonly inherits?: string | null;
      };
    }
  /** `handOver`: cases that build on it take over what it replaces, and show the same as before. */
  | { readonly type: 'deleteCase'; readonly id: string; readonly handOver?: boolean }
  /** A case with the same overrides; `id` null gives an empty one, which shows the base. */
  | { readonly type: 'copyCase'; readonly id: string | null; readonly newId: string; readonly name: Text }
  | {
      readonly type: 'setOverrideReason';
      readonly caseId: string;
      readonly key: ItemKey;
      readonly reason: string;
    }
  /** What the case shows, and its as-of date, become the base; the case is left empty, the base as it was is a new case. */
  | { readonly type: 'promoteCase'; readonly id: string }
  | { readonly type: 'setAsOf'; readonly asOf: IsoDate };
