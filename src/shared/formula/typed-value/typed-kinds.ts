import type { Amount } from './amount.ts';
import type { TypedFaultCode } from './fault.ts';
import type { AmountRange } from './range-text.ts';

/** What a typed or pasted text means. Numbers are in units of one; `value` is null where there is no single one. */
export type TypedValue =
  | { readonly kind: 'number'; readonly value: number; readonly amount: Amount }
  /** A part of one: `12%` is 0.12. */
  | { readonly kind: 'percent'; readonly value: number; readonly amount: Amount }
  | {
      readonly kind: 'range';
      readonly value: null;
      readonly low: number;
      readonly high: number;
      readonly amounts: AmountRange;
    }
  /** `2026Q3`, or `2027` for a year. */
  | { readonly kind: 'period'; readonly value: string }
  /** `reason` is what was written, such as `n.a.`; absent where nothing was. */
  | { readonly kind: 'blank'; readonly value: null; readonly reason?: string }
  | { readonly kind: 'text'; readonly value: string }
  | {
      readonly kind: 'reject';
      readonly value: null;
      readonly code: TypedFaultCode;
      readonly detail: string;
      readonly reason: string;
    };
