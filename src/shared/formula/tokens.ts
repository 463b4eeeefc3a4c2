import type { ErrorCode } from '#shared/model/value.ts';
import type { BinaryOperator, Span } from './ast.ts';

export type Mark = BinaryOperator | '(' | ')' | '{' | '}' | ',' | ';' | '%';

export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly span: Span }
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'name'; readonly text: string; readonly span: Span }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly span: Span }
  /** From `[` to `]`; `text` is what stands between. */
  | { readonly kind: 'time'; readonly text: string; readonly span: Span }
  | { readonly kind: 'symbol'; readonly symbol: Mark; readonly span: Span }
  | { readonly kind: 'end'; readonly span: Span };
