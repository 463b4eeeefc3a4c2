import type { ParseError, ParseErrorCode, Span } from './ast.ts';

/** Carries a ParseError out of the depth of the parser; never leaves `parseFormula`. */
export class ParseFailure extends Error {
  readonly error: ParseError;

  constructor(error: ParseError) {
    super(error.message);
    this.error = error;
  }
}

export function refuse(
  code: ParseErrorCode,
  span: Span,
  message: string,
  more: { readonly expected?: string; readonly suggestion?: string } = {},
): never {
  throw new ParseFailure({ code, message, span, ...more });
}
