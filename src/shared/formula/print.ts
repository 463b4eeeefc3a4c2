import { assertNever } from '#shared/util/assert-never.ts';
import type { Expression, TimePoint, TimeReference } from './ast.ts';
import { BINDING, OPERAND_BINDING, PERCENT_BINDING, UNARY_BINDING } from './precedence.ts';

/**
 * E-120: a tree as text, without the leading `=`: one space around operators and behind commas,
 * functions in capitals. Parentheses of the tree are kept; missing ones are added where the
 * tree would otherwise be read differently.
 */
export function printFormula(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'text':
      return `"${expression.value.replaceAll('"', '""')}"`;
    case 'boolean':
      return expression.value ? 'TRUE' : 'FALSE';
    case 'errorLiteral':
      return expression.code;
    case 'reference':
      return expression.name + (expression.time ? printTime(expression.time) : '');
    case 'call':
      return `${expression.name}(${expression.args.map(printArgument).join(', ')})`;
    case 'unary':
      return expression.operator + printBound(expression.operand, UNARY_BINDING);
    case 'percent':
      return `${printBound(expression.operand, PERCENT_BINDING)}%`;
    case 'binary':
      return printChain(expression);
    case 'array':
      return `{${expression.rows.map((row) => row.map(printFormula).join(',')).join(';')}}`;
    case 'group':
      return `(${printFormula(expression.inner)})`;
    default:
      return assertNever(expression);
  }
}

/** `[-1]`, `[+1]`, `[2027Q1]`, `[-3:0]`, `[:]`. */
export function printTime(time: TimeReference): string {
  switch (time.kind) {
    case 'all':
      return '[:]';
    case 'point':
      return `[${printPoint(time.at)}]`;
    case 'range':
      return `[${printPoint(time.from)}:${printPoint(time.to)}]`;
    default:
      return assertNever(time);
  }
}

function printPoint(point: TimePoint): string {
  if (point.kind === 'period') return point.period;
  return point.offset > 0 ? `+${point.offset}` : String(point.offset);
}

function printArgument(argument: Expression | null): string {
  return argument ? printFormula(argument) : '';
}

/** Walks down the left side in a loop: a sum of a thousand terms is a thousand levels deep there. */
function printChain(expression: Extract<Expression, { kind: 'binary' }>): string {
  const parts: string[] = [];
  let node: Expression = expression;
  let least = 0;
  while (node.kind === 'binary' && BINDING[node.operator] >= least) {
    least = BINDING[node.operator];
    parts.push(` ${node.operator} ${printBound(node.right, least + 1)}`);
    node = node.left;
  }
  return printBound(node, least) + parts.reverse().join('');
}

function printBound(expression: Expression, least: number): string {
  const text = printFormula(expression);
  return bindingOf(expression) < least ? `(${text})` : text;
}

function bindingOf(expression: Expression): number {
  if (expression.kind === 'binary') return BINDING[expression.operator];
  if (expression.kind === 'percent') return PERCENT_BINDING;
  return expression.kind === 'unary' ? UNARY_BINDING : OPERAND_BINDING;
}
