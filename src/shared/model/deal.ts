import type { IsoDate } from './date.ts';
import type { Source } from './fact.ts';
import type { ItemKey } from './line-item.ts';
import type { PeriodName } from './period.ts';

/** From firm to soft. */
export const BINDING_LEVELS = ['cash', 'signed', 'conditional', 'announced', 'rumoured'] as const;
export type BindingLevel = (typeof BINDING_LEVELS)[number];

export const DEAL_TYPES = [
  'equity',
  'loan',
  'purchase commitment',
  'lease',
  'warrant',
  'revenue',
  'debt guarantee',
] as const;
export type DealType = (typeof DEAL_TYPES)[number];

/** From `from` on the deal stands at `level`; `lapsed` ends it. Ascending by `from`. */
export interface DealStatus {
  readonly from: IsoDate;
  readonly level: BindingLevel | 'lapsed';
  readonly facts: readonly string[];
}

interface TrancheTerms {
  /** The tranche does not exist before this day. */
  readonly since?: IsoDate;
  /** A slice that is softer than its deal stands at this level. */
  readonly level?: BindingLevel;
  /** Payer and payee exchanged: a repayment. */
  readonly reverse?: boolean;
}

/** One dated or conditional slice of a deal. Amounts are in the unit of the deal. */
export type Tranche = TrancheTerms &
  (
    | {
        readonly kind: 'dated';
        readonly at: PeriodName;
        readonly amount: number;
        readonly paid?: IsoDate;
        /** The payment follows from reported cash; no source states it. */
        readonly inferred?: boolean;
      }
    | {
        readonly kind: 'linear';
        readonly start: PeriodName;
        readonly quarters: number;
        readonly amount: number;
      }
    | {
        readonly kind: 'annual';
        readonly start: PeriodName;
        readonly byYear: Readonly<Record<string, number>>;
        /** What falls due after the timeline. */
        readonly beyond: number;
      }
    | { readonly kind: 'quarters'; readonly start: PeriodName; readonly amounts: readonly number[] }
    | {
        readonly kind: 'per unit';
        readonly item: ItemKey;
        /** A number, or the line item that holds it. */
        readonly rate: number | ItemKey;
        readonly cap: number;
      }
    | { readonly kind: 'event'; readonly item: ItemKey; readonly amount: number; readonly last: PeriodName }
    | { readonly kind: 'item'; readonly item: ItemKey }
    | { readonly kind: 'before'; readonly amount: number }
  );

/** Capacity that a deal schedules, at year ends, straight lines between. */
export interface DealCapacity {
  readonly tenure: 'rented' | 'owned';
  readonly yearEnd: Readonly<Record<string, number>>;
  readonly start?: PeriodName;
}

/** A promise between two counterparties. */
export interface Deal {
  readonly id: string;
  readonly payer: string;
  readonly payee: string;
  readonly type: DealType;
  /** Headline amount; null where none was published. */
  readonly amount: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  readonly announced: IsoDate;
  /** Term as published. */
  readonly term: string;
  /** `priced` deals make flows in `DEALS`; `memo` deals are shown and counted in exposures only. */
  readonly scope: 'priced' | 'memo';
  readonly movesCash: boolean;
  readonly gw?: number;
  readonly contingentOn?: string;
  readonly supersededBy?: string;
  readonly history: readonly DealStatus[];
  readonly tranches: readonly Tranche[];
  readonly capacity?: DealCapacity;
  readonly facts: readonly string[];
  readonly source: Source;
  readonly statement: string;
  readonly note?: string;
}

/** What a deal need not have. */
export type OptionalOfDeal = 'low' | 'high' | 'gw' | 'contingentOn' | 'supersededBy' | 'capacity' | 'note';
