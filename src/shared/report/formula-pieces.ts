import type { Expression, Span } from '#shared/formula/ast.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { referencesOf } from '#shared/formula/references.ts';

/** Distinct rows of a formula take these in turn: the same row, the same colour. */
export const REFERENCE_COLOURS = 5;

export interface FormulaPiece {
  readonly text: string;
  /** Place of the piece in the text: a key that stays the same while the rest changes. */
  readonly start: number;
  /** 0…REFERENCE_COLOURS−1 for a reference to a row; null for the rest. */
  readonly colour: number | null;
}

/** Cuts a formula into references, each with the colour of its row, and what lies between. */
export function formulaPieces(text: string): FormulaPiece[] {
  const parsed = parseFormula(text);
  return parsed.ok ? cut(text, colouredSpans(parsed.value)) : [{ text, start: 0, colour: null }];
}

function colouredSpans(expression: Expression): { readonly span: Span; readonly colour: number }[] {
  const order = new Map<string, number>();
  return referencesOf(expression).map(({ name, span }) => {
    const place = order.get(name) ?? order.size;
    order.set(name, place);
    return { span, colour: place % REFERENCE_COLOURS };
  });
}

function cut(
  text: string,
  spans: readonly { readonly span: Span; readonly colour: number }[],
): FormulaPiece[] {
  const pieces: FormulaPiece[] = [];
  let done = 0;
  const upTo = (end: number, colour: number | null) => {
    if (end > done) pieces.push({ text: text.slice(done, end), start: done, colour });
    done = Math.max(done, end);
  };
  for (const { span, colour } of spans) {
    upTo(span.start, null);
    upTo(span.end, colour);
  }
  upTo(text.length, null);
  return pieces;
}
