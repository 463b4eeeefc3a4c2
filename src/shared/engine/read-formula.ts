import type { DealsQuery } from '#shared/finance/deals-query.ts';
import { readDealsQuery } from '#shared/finance/deals-query.ts';
import type { Expression } from '#shared/formula/ast.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { type Reach, readingOf } from '#shared/formula/references.ts';
import { textShapeOf } from '#shared/formula/text-shape.ts';
import type { ErrorValue } from '#shared/model/value.ts';
import { type Stretch, stretchOf } from './row-reads.ts';

/** The host function that reads the register of deals. */
export const DEALS = 'DEALS';
/** The only function whose answer follows the as-of date by itself. */
const IS_ACTUAL = 'IS_ACTUAL';

export type Call = Extract<Expression, { kind: 'call' }>;

/** What formulas have in common that differ in nothing but the rows they name. */
export interface FormulaShape {
  /** The tree of one of them; the names in it are those of `slots`. */
  readonly expression: Expression;
  /** Each row that it reads, once. */
  readonly slots: readonly string[];
  /** When the row of each slot is read. */
  readonly reaches: readonly Reach[];
  readonly stretches: readonly Stretch[];
  /** One for each `DEALS`; null where its words are not written out. */
  readonly deals: readonly (DealsQuery | null)[];
  /** Asks which periods are reported. */
  readonly asksActual: boolean;
}

/** A formula text that is one. */
export class GoodFormula {
  readonly ok = true;
  readonly shape: FormulaShape;
  /** The rows it reads, in the order of the slots of its shape. */
  readonly names: readonly string[];
  readonly #text: string;
  #expression: Expression | undefined;

  constructor(text: string, shape: FormulaShape, names: readonly string[]) {
    this.#text = text;
    this.shape = shape;
    this.names = names;
  }

  /** Its own tree. Most formulas are calculated by their shape and never need it. */
  get expression(): Expression {
    this.#expression ??= this.#parse();
    return this.#expression;
  }

  /** The rows that it reads by name, and when. */
  get reaches(): ReadonlyMap<string, Reach> {
    return new Map(this.shape.reaches.map((reach, slot) => [this.names[slot] ?? '', reach]));
  }

  /** One for each `DEALS`; null where its words are not written out. */
  get deals(): readonly (DealsQuery | null)[] {
    return this.shape.deals;
  }

  #parse(): Expression {
    const { expression, slots } = this.shape;
    if (slots.every((name, slot) => name === this.names[slot])) return expression;
    const parsed = parseFormula(this.#text);
    if (!parsed.ok) throw new Error(`Texts of one shape differ: ${this.#text}`);
    return parsed.value;
  }
}

/** A formula text, read once whatever the number of rows that hold it. */
export type ReadFormula = GoodFormula | { readonly ok: false; readonly failure: ErrorValue };

/** Reads formula texts and remembers them. A text that is no formula gives `#NAME?` in its cells. */
export class FormulaReader {
  readonly #known = new Map<string, ReadFormula>();
  readonly #shapes = new Map<string, FormulaShape>();

  read(text: string): ReadFormula {
    let formula = this.#known.get(text);
    if (!formula) {
      formula = this.#read(text);
      this.#known.set(text, formula);
    }
    return formula;
  }

  #read(text: string): ReadFormula {
    const written = textShapeOf(text);
    const known = written && this.#shapes.get(written.text);
    if (known) return new GoodFormula(text, known, written.names);
    const parsed = parseFormula(text);
    if (!parsed.ok) {
      return { ok: false, failure: { kind: 'error', code: '#NAME?', reason: parsed.error.reason } };
    }
    const shape = shapeOf(parsed.value, written?.names);
    if (written) this.#shapes.set(written.text, shape);
    return new GoodFormula(text, shape, shape.slots);
  }
}

/** `names` in the order of the slots; those that are read, in the order of the text, when not given. */
function shapeOf(expression: Expression, names: readonly string[] | undefined): FormulaShape {
  const { reaches, calls } = readingOf(expression, [DEALS, IS_ACTUAL]);
  const slots = names ?? [...reaches.keys()];
  const bySlot = slots.map((name) => reaches.get(name) ?? NOWHERE);
  return {
    expression,
    slots,
    reaches: bySlot,
    stretches: bySlot.map(stretchOf),
    deals: calls.filter(({ name }) => name === DEALS).map(constantQuery),
    asksActual: calls.some(({ name }) => name === IS_ACTUAL),
  };
}

const NOWHERE: Reach = { offsets: null, periods: [], isWide: false };

/** The query of a call whose arguments are all written texts; null for others and for unknown words. */
export function constantQuery(call: Call): DealsQuery | null {
  const words: string[] = [];
  for (const argument of call.args) {
    if (argument !== null && argument.kind !== 'text') return null;
    words.push(argument?.value ?? '');
  }
  const query = words.length > 4 ? null : readDealsQuery(words);
  return query?.ok ? query.value : null;
}
