import type { Expression, TimeReference } from '#shared/formula/ast.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { type Call, DEALS } from './read-formula.ts';

/** How a formula depends on unknowns: not at all, as a sum of multiples, or otherwise. */
type Degree = 0 | 1 | 2;

/**
 * True when a formula is a sum of multiples of the unknown rows, whatever their values are: then a
 * loop through it can be solved exactly. Branches count when their condition reads no unknown.
 */
export function isAffine(expression: Expression, isUnknown: IsUnknown, dealsReadUnknown: boolean): boolean {
  return degreeOf(expression, { isUnknown, dealsReadUnknown }) < 2;
}

/** Asked for each reference of a formula: a row, and when it is read. */
export type IsUnknown = (name: string, time: TimeReference | undefined) => boolean;

interface Unknowns {
  readonly isUnknown: IsUnknown;
  readonly dealsReadUnknown: boolean;
}

function degreeOf(node: Expression, unknowns: Unknowns): Degree {
  const of = (child: Expression): Degree => degreeOf(child, unknowns);
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'errorLiteral':
    case 'array':
      return 0;
    case 'reference':
      return unknowns.isUnknown(node.name, node.time) ? 1 : 0;
    case 'unary':
    case 'percent':
      return of(node.operand);
    case 'group':
      return of(node.inner);
    case 'binary':
      return binaryDegree(node.operator, of(node.left), of(node.right));
    case 'call':
      return callDegree(node, unknowns);
    default:
      return assertNever(node);
  }
}

function most(degrees: readonly Degree[]): Degree {
  return degrees.reduce<Degree>((highest, degree) => (degree > highest ? degree : highest), 0);
}

function binaryDegree(operator: string, left: Degree, right: Degree): Degree {
  if (left === 0 && right === 0) return 0;
  if (operator === '+' || operator === '-') return most([left, right]);
  if (operator === '*') return left > 0 && right > 0 ? 2 : most([left, right]);
  return operator === '/' && right === 0 ? left : 2;
}

function callDegree(call: Call, unknowns: Unknowns): Degree {
  const degrees = call.args.map((argument): Degree => (argument ? degreeOf(argument, unknowns) : 0));
  if (call.name === DEALS && unknowns.dealsReadUnknown) return 2;
  if (most(degrees) === 0) return 0;
  if (call.name === 'SUM') return most(degrees);
  const isBranching = call.name === 'IF' || call.name === 'CHOOSE';
  return isBranching && degrees[0] === 0 ? most(degrees) : 2;
}
