import type { Span, TimeReference } from '#shared/formula/ast.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { referencesOf } from '#shared/formula/references.ts';
import type { Token } from '#shared/formula/tokens.ts';
import { isFormula, scanFormula } from './scan.ts';

/** A row named in a formula, finished or not. */
export interface FoundReference {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  /** Absent for the period being calculated, and while the brackets hold nothing that can be read. */
  readonly time?: TimeReference;
  /** 1 for the first row of the formula: the same row, the same number. */
  readonly number: number;
}

/** Rows that a formula names, in its order. `isRow` tells rows from other names. */
export function referencesIn(text: string, isRow: (name: string) => boolean): FoundReference[] {
  if (!isFormula(text)) return [];
  const numbers = new Map<string, number>();
  return spansOf(text)
    .filter(({ name }) => isRow(name))
    .map((found) => {
      const number = numbers.get(found.name) ?? numbers.size + 1;
      numbers.set(found.name, number);
      return { ...found, number };
    });
}

type Unnumbered = Omit<FoundReference, 'number'>;

function spansOf(text: string): Unnumbered[] {
  const parsed = parseFormula(text);
  // Only a whole tree knows which names LET binds.
  if (parsed.ok) return referencesOf(parsed.value);
  const tokens = scanFormula(text);
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1];
    if (token.kind !== 'name' || isSymbol(next, '(')) return [];
    if (next?.kind !== 'time') return [{ name: token.text, span: token.span, nameSpan: token.span }];
    const time = timeOf(next.text);
    const span = { start: token.span.start, end: next.span.end };
    return [{ name: token.text, span, nameSpan: token.span, ...(time && { time }) }];
  });
}

function timeOf(text: string): TimeReference | undefined {
  const parsed = parseFormula(`x[${text}]`);
  return parsed.ok && parsed.value.kind === 'reference' ? parsed.value.time : undefined;
}

export function isSymbol(token: Token | undefined, symbol: string): boolean {
  return token?.kind === 'symbol' && token.symbol === symbol;
}
