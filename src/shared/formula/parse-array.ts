import type { Expression, Span } from './ast.ts';
import { refuse } from './parse-failure.ts';
import type { TokenReader } from './token-reader.ts';

/** Reads an inline array from behind its `{`: constants only, rows of one length. Throws ParseFailure. */
export function parseArray(reader: TokenReader, open: Span): Expression {
  const rows: Expression[][] = [[parseElement(reader)]];
  while (reader.isAt(',') || reader.isAt(';')) {
    const separator = reader.isAt(';') ? ';' : ',';
    reader.take();
    if (separator === ';') rows.push([]);
    rows.at(-1)?.push(parseElement(reader));
  }
  const { end } = reader.expect('}', open).span;
  const span = { start: open.start, end };
  const width = rows[0]?.length;
  if (rows.some((row) => row.length !== width)) {
    refuse('bad-array', span, 'parse-array-rows', {});
  }
  return { kind: 'array', rows, span };
}

function parseElement(reader: TokenReader): Expression {
  const token = reader.take();
  const { span } = token;
  if (token.kind === 'number') return { kind: 'number', value: token.value, text: token.text, span };
  if (token.kind === 'text') return { kind: 'text', value: token.value, span };
  if (token.kind === 'error') return { kind: 'errorLiteral', code: token.code, span };
  if (token.kind === 'symbol' && (token.symbol === '-' || token.symbol === '+')) {
    return signedNumber(reader, token.symbol, span);
  }
  if (token.kind === 'name' && /^(?:TRUE|FALSE)$/i.test(token.text)) {
    return { kind: 'boolean', value: token.text.toUpperCase() === 'TRUE', span };
  }
  if (token.kind === 'end') refuse('unclosed-bracket', span, 'parse-unclosed', { sign: '{' });
  return refuse('bad-array', span, 'parse-array-constants', {});
}

function signedNumber(reader: TokenReader, operator: '-' | '+', sign: Span): Expression {
  const token = reader.take();
  if (token.kind !== 'number') {
    return refuse('bad-array', token.span, 'parse-array-sign', {});
  }
  const operand: Expression = { kind: 'number', value: token.value, text: token.text, span: token.span };
  return { kind: 'unary', operator, operand, span: { start: sign.start, end: token.span.end } };
}
