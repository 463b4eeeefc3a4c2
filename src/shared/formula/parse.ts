import { err, ok, type Result } from '#shared/util/result.ts';
import type { BinaryOperator, Expression, ParseError, Span } from './ast.ts';
import { parseArray } from './parse-array.ts';
import { ParseFailure, refuse } from './parse-failure.ts';
import { parseTime } from './parse-time.ts';
import { BINDING, isBinaryOperator } from './precedence.ts';
import { TokenReader } from './token-reader.ts';
import { tokenize } from './tokenize.ts';
import type { Token } from './tokens.ts';

/** E-105: as many characters as Excel takes. */
export const LONGEST_FORMULA = 8192;

/** Reads a formula, with or without the leading `=`. Any text gives a tree or a ParseError; nothing throws. */
export function parseFormula(text: string): Result<Expression, ParseError> {
  try {
    return ok(parseWhole(text));
  } catch (failure) {
    if (failure instanceof ParseFailure) return err(failure.error);
    throw failure;
  }
}

function parseWhole(text: string): Expression {
  if (text.length > LONGEST_FORMULA) {
    const span = { start: LONGEST_FORMULA, end: text.length };
    const params = { limit: String(LONGEST_FORMULA), length: String(text.length) };
    refuse('too-long', span, 'parse-too-long', params);
  }
  const reader = new TokenReader(tokenize(text));
  if (reader.isAt('=')) reader.take();
  if (reader.next().kind === 'end') refuse('empty', reader.next().span, 'parse-empty', {});
  const expression = parseBinary(reader, 1);
  const rest = reader.next();
  if (rest.kind !== 'end') refuseRest(rest);
  return expression;
}

function refuseRest(token: Token): never {
  if (token.kind === 'symbol' && token.symbol === ')') {
    refuse('unexpected', token.span, 'parse-stray-close', { sign: ')' });
  }
  if (token.kind === 'symbol' && token.symbol === ',') {
    refuse('unexpected', token.span, 'parse-stray-comma', {});
  }
  return refuse('unexpected', token.span, 'parse-operator-missing', {});
}

function parseBinary(reader: TokenReader, least: number): Expression {
  let left = parsePercent(reader);
  for (;;) {
    const operator = operatorAt(reader.next());
    if (operator === undefined || BINDING[operator] < least) return left;
    reader.take();
    const right = parseBinary(reader, BINDING[operator] + 1);
    left = { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
  }
}

function operatorAt(token: Token): BinaryOperator | undefined {
  return token.kind === 'symbol' && isBinaryOperator(token.symbol) ? token.symbol : undefined;
}

function parsePercent(reader: TokenReader): Expression {
  let operand = parseUnary(reader);
  for (let count = 1; reader.isAt('%'); count++) {
    const { span } = reader.take();
    reader.checkDepth(count, span);
    operand = { kind: 'percent', operand, span: { start: operand.span.start, end: span.end } };
  }
  return operand;
}

function parseUnary(reader: TokenReader): Expression {
  const token = reader.next();
  if (token.kind !== 'symbol' || (token.symbol !== '-' && token.symbol !== '+')) return parseOperand(reader);
  const { symbol: operator } = token;
  reader.take();
  return reader.nested(token.span, () => {
    const operand = parseUnary(reader);
    return { kind: 'unary', operator, operand, span: { start: token.span.start, end: operand.span.end } };
  });
}

function parseOperand(reader: TokenReader): Expression {
  const token = reader.take();
  switch (token.kind) {
    case 'number':
      return { kind: 'number', value: token.value, text: token.text, span: token.span };
    case 'text':
      return { kind: 'text', value: token.value, span: token.span };
    case 'error':
      return { kind: 'errorLiteral', code: token.code, span: token.span };
    case 'name':
      return reader.isAt('(')
        ? parseCall(reader, token.text, token.span)
        : parseName(reader, token.text, token.span);
    case 'symbol':
      if (token.symbol === '(') return parseGroup(reader, token.span);
      if (token.symbol === '{') return parseArray(reader, token.span);
      return refuse('unexpected', token.span, 'parse-misplaced', { sign: token.symbol });
    case 'time':
      return refuse('unexpected', token.span, 'parse-misplaced-time', {});
    case 'end':
      return refuse('unexpected-end', token.span, 'parse-ends-early', {});
  }
}

function parseGroup(reader: TokenReader, open: Span): Expression {
  return reader.nested(open, () => {
    const inner = parseBinary(reader, 1);
    const next = reader.next();
    if (next.kind === 'symbol' && next.symbol === ',') {
      refuse('unexpected', next.span, 'parse-list-in-group', {});
    }
    const { end } = reader.expect(')', open).span;
    return { kind: 'group', inner, span: { start: open.start, end } };
  });
}

function parseName(reader: TokenReader, text: string, nameSpan: Span): Expression {
  const next = reader.next();
  if (next.kind !== 'time') {
    const truth = truthOf(text);
    if (truth !== undefined) return { kind: 'boolean', value: truth, span: nameSpan };
    return { kind: 'reference', name: text, span: nameSpan, nameSpan };
  }
  reader.take();
  const time = parseTime(next.text, next.span);
  return {
    kind: 'reference',
    name: text,
    time,
    span: { start: nameSpan.start, end: next.span.end },
    nameSpan,
  };
}

function truthOf(name: string): boolean | undefined {
  if (name.length !== 4 && name.length !== 5) return undefined;
  const upper = name.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : undefined;
}

function parseCall(reader: TokenReader, text: string, nameSpan: Span): Expression {
  const open = reader.take().span;
  return reader.nested(open, () => {
    const args: (Expression | null)[] = [];
    if (!reader.isAt(')')) {
      args.push(parseArgument(reader));
      while (reader.isAt(',')) {
        reader.take();
        args.push(parseArgument(reader));
      }
    }
    const { end } = reader.expect(')', open).span;
    return { kind: 'call', name: functionName(text), args, span: { start: nameSpan.start, end }, nameSpan };
  });
}

function parseArgument(reader: TokenReader): Expression | null {
  return reader.isAt(',') || reader.isAt(')') ? null : parseBinary(reader, 1);
}

/** Files of Excel write newer functions with a prefix that a person never sees. */
function functionName(text: string): string {
  const upper = text.toUpperCase();
  return upper.startsWith('_') ? upper.replace(/^_XLFN\.(?:_XLWS\.)?/, '') : upper;
}
