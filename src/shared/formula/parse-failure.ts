import type { ReasonCode, ReasonParams } from '#shared/model/reason.ts';
import type { ParseError, ParseErrorCode, Span } from './ast.ts';

/** Carries a ParseError out of the depth of the parser; never leaves `parseFormula`. */
export class ParseFailure extends Error {
  readonly error: ParseError;

  constructor(error: ParseError) {
    super(error.reason.code);
    this.error = error;
  }
}

/** `position` need not be given: it follows from the span. */
export function refuse<Code extends ReasonCode & `parse-${string}`>(
  code: ParseErrorCode,
  span: Span,
  reason: Code,
  params: Omit<ReasonParams<Code>, 'position'>,
  suggestion?: string,
): never {
  const place = { ...params, position: String(span.start + 1) };
  const error = { code, reason: { code: reason, params: place }, span };
  throw new ParseFailure(suggestion === undefined ? error : { ...error, suggestion });
}
