import type { DealsQuery } from '#shared/finance/deals-query.ts';
import { readDealsQuery } from '#shared/finance/deals-query.ts';
import type { Expression } from '#shared/formula/ast.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { type Reach, readingOf } from '#shared/formula/references.ts';
import type { ErrorValue } from '#shared/model/value.ts';

/** The host function that reads the register of deals. */
export const DEALS = 'DEALS';

export type Call = Extract<Expression, { kind: 'call' }>;

/** A formula text, read once whatever the number of rows that hold it. */
export type ReadFormula =
  | {
      readonly ok: true;
      readonly expression: Expression;
      /** The rows that it reads by name, and when. */
      readonly reaches: ReadonlyMap<string, Reach>;
      /** One for each `DEALS`; null where its words are not written out. */
      readonly deals: readonly (DealsQuery | null)[];
    }
  | { readonly ok: false; readonly failure: ErrorValue };

/** Reads formula texts and remembers them. A text that is no formula gives `#NAME?` in its cells. */
export class FormulaReader {
  readonly #known = new Map<string, ReadFormula>();

  read(text: string): ReadFormula {
    let formula = this.#known.get(text);
    if (!formula) {
      formula = readFormula(text);
      this.#known.set(text, formula);
    }
    return formula;
  }
}

function readFormula(text: string): ReadFormula {
  const parsed = parseFormula(text);
  if (!parsed.ok) {
    return { ok: false, failure: { kind: 'error', code: '#NAME?', reason: parsed.error.reason } };
  }
  const { reaches, calls } = readingOf(parsed.value, DEALS);
  return {
    ok: true,
    expression: parsed.value,
    reaches,
    deals: calls.map(constantQuery),
  };
}

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
