import type { Expression } from '#shared/formula/ast.ts';
import { toBoolean, toNumber } from '#shared/formula/coerce.ts';
import { unwrap } from '#shared/formula/functions/broadcast.ts';
import { isMatrix, type Operand } from '#shared/formula/matrix.ts';
import { printFormula } from '#shared/formula/print.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { evaluateAt, type OnRead, operandAt, type Read } from './cell-formula.ts';
import { nameOfPlace, type ValuePlace, type ViewedModel } from './viewed-model.ts';

/**
 * The part an input plays in a number. A `part` is a term of the sum, with its sign: parts and what
 * no single input makes add up to the value. An `effect` is the value less what it would be, were
 * the input 0; effects need not add up.
 */
export interface Contribution {
  readonly kind: 'part' | 'effect';
  readonly value: number;
}

/** One term of a sum; all of them add up to the value. */
export interface Term {
  /** As written, with its sign where that is minus. */
  readonly text: string;
  readonly value: number;
}

/** How the inputs of a formula make its number in one cell. */
export interface Makeup {
  readonly terms: readonly Term[];
  /** By the id of the read. */
  readonly contributions: ReadonlyMap<string, Contribution>;
}

interface SignedTerm {
  readonly sign: 1 | -1;
  readonly expression: Expression;
}

interface ReadTerm extends Term {
  readonly expression: Expression;
  readonly ids: ReadonlySet<string>;
}

const NO_MAKEUP: Makeup = { terms: [], contributions: new Map() };
const AS_IT_IS: OnRead = (_, operand) => operand;

/** Empty where the cell holds no number, or another one than its formula gives with these inputs. */
export function makeupOf(
  model: ViewedModel,
  place: ValuePlace,
  expression: Expression,
  reads: readonly Read[],
): Makeup {
  const value = model.value(place);
  const again = evaluateAt(model, place, expression, AS_IT_IS);
  if (typeof value !== 'number' || typeof again !== 'number' || !isNear(value, again)) return NO_MAKEUP;
  const terms = readTerms(model, place, expression, again);
  const conditions = conditionReads(model, place, expression, terms);
  const contributions = new Map<string, Contribution>();
  for (const { id } of reads) {
    const part = conditions.has(id) ? null : partOf(model, place, terms, id);
    const found = part ?? effectOf(model, place, expression, again, (read) => read.id === id);
    if (found) contributions.set(id, found);
  }
  return { terms: terms.map(({ text, value: amount }) => ({ text, value: amount })), contributions };
}

/** The effect of one cell of a range. */
export function cellEffect(
  model: ViewedModel,
  place: ValuePlace,
  expression: Expression,
  id: string,
  cell: ValuePlace,
): Contribution | null {
  const value = evaluateAt(model, place, expression, AS_IT_IS);
  const shown = model.value(place);
  if (typeof value !== 'number' || typeof shown !== 'number' || !isNear(value, shown)) return null;
  const without = evaluateAt(model, place, expression, (read, operand) =>
    read.kind === 'row' && read.id === id ? withoutCell(read, operand, cell) : operand,
  );
  return typeof without === 'number' ? { kind: 'effect', value: value - without } : null;
}

function withoutCell(read: Extract<Read, { kind: 'row' }>, operand: Operand, cell: ValuePlace): Operand {
  if (!isMatrix(operand)) return operand;
  const name = nameOfPlace(cell);
  const values = operand.values.map((value, index) => {
    const at = read.places[index];
    return at && nameOfPlace(at) === name ? 0 : value;
  });
  return { ...operand, values };
}

/** Values of a loop are solved to a residual, so that they need not agree to the last bit. */
export function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

function zeroed(operand: Operand): Operand {
  return isMatrix(operand) ? { ...operand, values: operand.values.map(() => 0) } : 0;
}

function effectOf(
  model: ViewedModel,
  place: ValuePlace,
  expression: Expression,
  value: number,
  isLeftOut: (read: Read) => boolean,
): Contribution | null {
  const without = evaluateAt(model, place, expression, (read, operand) =>
    isLeftOut(read) ? zeroed(operand) : operand,
  );
  return typeof without === 'number' ? { kind: 'effect', value: value - without } : null;
}

/** The terms that read this input, if they read nothing else and vanish without it. */
function partOf(
  model: ViewedModel,
  place: ValuePlace,
  terms: readonly ReadTerm[],
  id: string,
): Contribution | null {
  const own = terms.filter(({ ids }) => ids.has(id));
  const isAlone = own.every(
    ({ ids, expression }) =>
      ids.size === 1 && evaluateAt(model, place, expression, (_, operand) => zeroed(operand)) === 0,
  );
  if (own.length === 0 || !isAlone) return null;
  return { kind: 'part', value: own.reduce((sum, term) => sum + term.value, 0) };
}

/** What decided between branches on the way to the terms. */
function conditionReads(
  model: ViewedModel,
  place: ValuePlace,
  expression: Expression,
  terms: readonly ReadTerm[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const count = (step: number): OnRead => {
    return ({ id }, operand) => {
      counts.set(id, (counts.get(id) ?? 0) + step);
      return operand;
    };
  };
  operandAt(model, place, expression, count(1));
  for (const term of terms) operandAt(model, place, term.expression, count(-1));
  return new Set([...counts].filter(([, left]) => left !== 0).map(([id]) => id));
}

function readTerms(
  model: ViewedModel,
  place: ValuePlace,
  expression: Expression,
  value: number,
): readonly ReadTerm[] {
  const terms: ReadTerm[] = [];
  for (const { sign, expression: inner } of termsOf(model, place, expression)) {
    const ids = new Set<string>();
    const number = toNumber(
      evaluateAt(model, place, inner, ({ id }, operand) => {
        ids.add(id);
        return operand;
      }),
    );
    if (isErrorValue(number)) return wholeTerm(model, place, expression, value);
    const text = `${sign < 0 ? '-' : ''}${printFormula(inner)}`;
    terms.push({ text, value: sign * number, expression: inner, ids });
  }
  const sum = terms.reduce((total, term) => total + term.value, 0);
  return isNear(sum, value) ? terms : wholeTerm(model, place, expression, value);
}

function wholeTerm(
  model: ViewedModel,
  place: ValuePlace,
  expression: Expression,
  value: number,
): readonly ReadTerm[] {
  const ids = new Set<string>();
  operandAt(model, place, expression, ({ id }, operand) => {
    ids.add(id);
    return operand;
  });
  return [{ text: printFormula(expression), value, expression, ids }];
}

/** The terms of a sum through signs, parentheses, SUM and the branch taken, in the order of the text. */
function termsOf(model: ViewedModel, place: ValuePlace, root: Expression): readonly SignedTerm[] {
  const terms: SignedTerm[] = [];
  const open: SignedTerm[] = [{ sign: 1, expression: root }];
  for (let term = open.pop(); term; term = open.pop()) {
    const inner = openTerm(model, place, term);
    if (inner) open.push(...inner.reverse());
    else terms.push(term);
  }
  return terms;
}

/** null for what is no sum. */
function openTerm(
  model: ViewedModel,
  place: ValuePlace,
  { sign, expression }: SignedTerm,
): SignedTerm[] | null {
  const opposite = sign === 1 ? -1 : 1;
  switch (expression.kind) {
    case 'group':
      return [{ sign, expression: expression.inner }];
    case 'unary':
      return [{ sign: expression.operator === '-' ? opposite : sign, expression: expression.operand }];
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator !== '+' && operator !== '-') return null;
      return [
        { sign, expression: left },
        { sign: operator === '-' ? opposite : sign, expression: right },
      ];
    }
    case 'call':
      return openCall(model, place, sign, expression);
    default:
      return null;
  }
}

function openCall(
  model: ViewedModel,
  place: ValuePlace,
  sign: 1 | -1,
  call: Extract<Expression, { kind: 'call' }>,
): SignedTerm[] | null {
  if (call.name === 'SUM' && call.args.length > 1) {
    return call.args.flatMap((one) => (one ? [{ sign, expression: { ...call, args: [one] } }] : []));
  }
  const [condition] = call.args;
  if (call.name !== 'IF' || !condition) return null;
  const test = unwrap(operandAt(model, place, condition, AS_IT_IS));
  const truth = isMatrix(test) ? null : toBoolean(test);
  const branch = truth === true ? call.args[1] : truth === false ? call.args[2] : null;
  return branch ? [{ sign, expression: branch }] : null;
}
