import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { BinaryOperator, Expression } from './ast.ts';
import { callFunction } from './call-function.ts';
import { errorCodeOf } from './error-code.ts';
import { broadcast, unwrap } from './functions/broadcast.ts';
import { failure } from './functions/errors.ts';
import { isMatrix, matrixOf, type Operand } from './matrix.ts';
import { binaryValue, negated, percentOf } from './operators.ts';
import { parseFormula } from './parse.ts';
import type { Scope } from './scope.ts';

/** The value of a tree. This interpreter is the meaning of the language; faster paths agree to the last bit. */
export function evaluateExpression(expression: Expression, scope: Scope): Operand {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return expression.value;
    case 'errorLiteral':
      return writtenError(expression.code);
    case 'reference':
      return scope.reference(expression.name, expression.time);
    case 'call':
      return callFunction(expression, scope, evaluateExpression);
    case 'unary':
      return unaryOperand(expression.operator, evaluateExpression(expression.operand, scope));
    case 'percent':
      return mapped(evaluateExpression(expression.operand, scope), percentOf);
    case 'binary':
      return evaluateChain(expression, scope);
    case 'array':
      return matrixOf(expression.rows.map((row) => row.map((one) => constantOf(one))));
    case 'group':
      return evaluateExpression(expression.inner, scope);
    default:
      return assertNever(expression);
  }
}

/** E-502: element by element; single values, rows and columns stretch, what has no partner is `#N/A`. */
export function binaryOperand(operator: BinaryOperator, left: Operand, right: Operand): Operand {
  if (!isMatrix(left) && !isMatrix(right)) return binaryValue(operator, left, right);
  return broadcast([left, right], ([a, b]) => binaryValue(operator, a ?? null, b ?? null));
}

/** What a cell holds of a result: several values do not fit into one cell (E-503). */
export function toCellValue(operand: Operand): CellValue {
  const value = unwrap(operand);
  return isMatrix(value)
    ? failure('#VALUE!', 'several-values', { rows: String(value.rows), columns: String(value.columns) })
    : value;
}

/** A formula without rows or periods, as the command `eval` reads it. A text that is no formula is `#NAME?`. */
export function evaluateText(text: string): Operand {
  const parsed = parseFormula(text);
  if (!parsed.ok) return { kind: 'error', code: '#NAME?', reason: parsed.error.reason };
  return unwrap(evaluateExpression(parsed.value, NO_ROWS));
}

const NO_ROWS: Scope = {
  period: null,
  reference: (name) => failure('#NAME?', 'row-outside-scenario', { name }),
  external: () => undefined,
};

/** An error typed into a formula: `#N/A`. */
function writtenError(code: string): ErrorValue {
  return failure(errorCodeOf(code) ?? '#VALUE!', 'error-written', { code });
}

/** Goes down the left side in a loop, since a long sum is as deep there as it has terms. */
function evaluateChain(expression: Extract<Expression, { kind: 'binary' }>, scope: Scope): Operand {
  const chain: Extract<Expression, { kind: 'binary' }>[] = [];
  let node: Expression = expression;
  while (node.kind === 'binary') {
    chain.push(node);
    node = node.left;
  }
  return chain.reduceRight(
    (left, link) => binaryOperand(link.operator, left, evaluateExpression(link.right, scope)),
    evaluateExpression(node, scope),
  );
}

/** A plus sign changes nothing, not even a text: as in Excel. */
function unaryOperand(operator: '-' | '+', operand: Operand): Operand {
  return operator === '+' ? operand : mapped(operand, negated);
}

function mapped(operand: Operand, call: (value: CellValue) => CellValue): Operand {
  return isMatrix(operand) ? broadcast([operand], ([value]) => call(value ?? null)) : call(operand);
}

function constantOf(element: Expression): CellValue {
  switch (element.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return element.value;
    case 'errorLiteral':
      return writtenError(element.code);
    case 'unary': {
      const value = constantOf(element.operand);
      return element.operator === '-' && !isErrorValue(value) ? negated(value) : value;
    }
    default:
      throw new Error('An inline array holds constants only');
  }
}
