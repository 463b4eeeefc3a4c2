import type { Reason } from '#shared/model/reason.ts';

/** Place in the source text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A moment relative to the period being calculated, or a fixed quarter. */
export type TimePoint =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'period'; readonly period: string };

/** `[-1]`, `[2027Q1]`, `[-3:0]`, `[2025Q1:2030Q4]`, and `[:]` for the whole row. */
export type TimeReference =
  | { readonly kind: 'point'; readonly at: TimePoint }
  | { readonly kind: 'range'; readonly from: TimePoint; readonly to: TimePoint }
  | { readonly kind: 'all' };

export const BINARY_OPERATORS = ['+', '-', '*', '/', '^', '&', '=', '<>', '<', '<=', '>', '>='] as const;
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];

/** One formula, one tree. Nothing in it depends on a period. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly span: Span }
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'errorLiteral'; readonly code: string; readonly span: Span }
  /** A name without brackets means the period being calculated: `time` is absent. */
  | {
      readonly kind: 'reference';
      readonly name: string;
      readonly time?: TimeReference;
      readonly span: Span;
      readonly nameSpan: Span;
    }
  | {
      readonly kind: 'call';
      /** Upper case, as in the function table. */
      readonly name: string;
      /** null where an argument is left out. */
      readonly args: readonly (Expression | null)[];
      readonly span: Span;
      readonly nameSpan: Span;
    }
  | {
      readonly kind: 'unary';
      readonly operator: '-' | '+';
      readonly operand: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'percent'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Expression[])[]; readonly span: Span }
  /** Parentheses are kept, so that printing gives the text back. */
  | { readonly kind: 'group'; readonly inner: Expression; readonly span: Span };

export const PARSE_ERROR_CODES = [
  'empty',
  'too-long',
  'too-deep',
  'unknown-character',
  'unclosed-text',
  'unclosed-bracket',
  'number-too-large',
  'bad-time',
  'bad-array',
  'unexpected',
  'unexpected-end',
] as const;
export type ParseErrorCode = (typeof PARSE_ERROR_CODES)[number];

/** Where and why a text is no formula. */
export interface ParseError {
  /** The kind of fault; its reason says more. */
  readonly code: ParseErrorCode;
  /** What is wrong, what was expected, and where. */
  readonly reason: Reason;
  readonly span: Span;
  /** What to write instead of the text at `span`. */
  readonly suggestion?: string;
}
