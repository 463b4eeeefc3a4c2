import type { BinaryOperator, Expression, Span } from '#shared/formula/ast.ts';
import { parseUnit, type Unit } from '#shared/model/unit.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import {
  fits,
  fitsDeclared,
  type Inferred,
  type Known,
  knownUnit,
  LITERAL,
  powerUnit,
  productUnit,
  textOf,
  UNKNOWN,
} from './inferred-unit.ts';

/** Two units that meet in a formula and may not. */
export interface UnitMismatch {
  /** `mixed`: added, compared or chosen between. `declared`: the row says another unit than its formula gives. */
  readonly kind: 'mixed' | 'declared';
  readonly left: string;
  readonly right: string;
  readonly span: Span;
}

/** Unit of a row; null for a row that is not checked and for a name that is no row. */
export type UnitOf = (name: string) => Unit | null;

/**
 * Checks the units of a formula against the unit its row declares. Dimensions are checked
 * everywhere; scale (bn, m, %) where rows are added, compared or aggregated directly. A literal
 * factor counts as a conversion on purpose.
 */
export function checkUnits(formula: Expression, declared: Unit, unitOf: UnitOf): UnitMismatch | null {
  return checkInferred(formula, knownUnit(declared), (name) => {
    const unit = unitOf(name);
    return unit ? knownUnit(unit) : UNKNOWN;
  });
}

/** The same for units as they are inferred, so that a checker can keep them. */
export function checkInferred(
  formula: Expression,
  declared: Known,
  unitOf: (name: string) => Inferred,
): UnitMismatch | null {
  const mismatches: UnitMismatch[] = [];
  const result = infer(formula, { unitOf, report: (mismatch) => mismatches.push(mismatch) });
  if (mismatches[0]) return mismatches[0];
  if (fitsDeclared(result, declared)) return null;
  return { kind: 'declared', left: textOf(result), right: textOf(declared), span: formula.span };
}

type Call = Extract<Expression, { kind: 'call' }>;

interface Walk {
  readonly unitOf: (name: string) => Inferred;
  readonly report: (mismatch: UnitMismatch) => void;
}

function infer(node: Expression, walk: Walk): Inferred {
  switch (node.kind) {
    case 'number':
      return LITERAL;
    case 'text':
    case 'boolean':
    case 'errorLiteral':
    case 'array':
      return UNKNOWN;
    case 'reference':
      return walk.unitOf(node.name);
    case 'group':
      return infer(node.inner, walk);
    case 'unary':
      return infer(node.operand, walk);
    case 'percent':
      return productUnit(infer(node.operand, walk), LITERAL, 1);
    case 'binary':
      return inferBinary(node, walk);
    case 'call':
      return inferCall(node, walk);
    default:
      return assertNever(node);
  }
}

function inferBinary(node: Extract<Expression, { kind: 'binary' }>, walk: Walk): Inferred {
  const left = infer(node.left, walk);
  const right = infer(node.right, walk);
  const operator: BinaryOperator = node.operator;
  switch (operator) {
    case '*':
      return productUnit(left, right, 1);
    case '/':
      return productUnit(left, right, -1);
    case '^':
      return powerUnit(left, literalOf(node.right));
    case '&':
      return UNKNOWN;
    case '+':
    case '-':
      return same([left, right], node.span, walk);
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      same([left, right], node.span, walk);
      return UNKNOWN;
    default:
      return assertNever(operator);
  }
}

/** What several values are when they stand for one: reports the first two that differ. */
function same(units: readonly Inferred[], span: Span, walk: Walk): Inferred {
  let result: Inferred = LITERAL;
  for (const unit of units) {
    if (!fits(result, unit)) {
      walk.report({ kind: 'mixed', left: textOf(result), right: textOf(unit), span });
      return UNKNOWN;
    }
    result = merged(result, unit);
  }
  return result;
}

/** The stricter of two fitting units goes on. */
function merged(left: Inferred, right: Inferred): Inferred {
  if (left.kind === 'literal') return right;
  if (right.kind === 'literal') return left;
  if (left.kind === 'unknown' || right.kind === 'unknown') return left.kind === 'known' ? left : right;
  return left.converted ? right : left;
}

function literalOf(node: Expression): number | null {
  if (node.kind === 'number') return node.value;
  return node.kind === 'group' ? literalOf(node.inner) : null;
}

/** Functions whose arguments are all values of one kind, and so is the result. */
const ALIKE = new Set([
  'SUM',
  'MIN',
  'MAX',
  'AVERAGE',
  'MEDIAN',
  'SMALL',
  'LARGE',
  'IFERROR',
  'IFNA',
  'MINA',
  'MAXA',
]);
/** Functions whose result is like their first argument; the others say how. */
const LIKE_FIRST = new Set([
  'ABS',
  'ROUND',
  'ROUNDUP',
  'ROUNDDOWN',
  'INT',
  'TRUNC',
  'MROUND',
  'CEILING',
  'FLOOR',
  'CEILING.MATH',
  'FLOOR.MATH',
  'EVEN',
  'ODD',
  'STDEV.S',
  'STDEV.P',
  'N',
]);
/** Columns of the timeline: whole numbers that may count quarters or years. */
const TIMELINE = new Set(['PERIOD', 'YEAR', 'QUARTER']);

function inferCall(node: Call, walk: Walk): Inferred {
  if (node.name === 'LET') return inferLet(node, walk);
  const units = node.args.map((argument) => (argument ? infer(argument, walk) : LITERAL));
  if (ALIKE.has(node.name)) return same(units, node.span, walk);
  if (LIKE_FIRST.has(node.name)) return units[0] ?? UNKNOWN;
  if (node.name === 'IF' || node.name === 'CHOOSE') return same(units.slice(1), node.span, walk);
  if (TIMELINE.has(node.name) && units.length === 0) return LITERAL;
  if (node.name === 'DEALS') return dealsUnit(node);
  return UNKNOWN;
}

/** A name of `LET` has the unit of its value, and hides a row of the same name. */
function inferLet(node: Call, walk: Walk): Inferred {
  let inner = walk;
  for (let index = 0; index + 1 < node.args.length; index += 2) {
    const [name, value] = [node.args[index], node.args[index + 1]];
    if (name?.kind !== 'reference') return UNKNOWN;
    inner = withLocal(inner, name.name, value ? infer(value, inner) : LITERAL);
  }
  const calculation = node.args.at(-1);
  return calculation ? infer(calculation, inner) : LITERAL;
}

function withLocal(walk: Walk, name: string, unit: Inferred): Walk {
  const folded = name.toLowerCase();
  return { ...walk, unitOf: (asked) => (asked.toLowerCase() === folded ? unit : walk.unitOf(asked)) };
}

/** `DEALS("gw", …)` is capacity online, every other direction money in billions. */
function dealsUnit(node: Call): Inferred {
  const direction = node.args[0];
  const isCapacity = direction?.kind === 'text' && direction.value.toLowerCase() === 'gw';
  const unit = parseUnit(isCapacity ? 'GW (online)' : 'USD bn');
  return unit ? knownUnit(unit) : UNKNOWN;
}
