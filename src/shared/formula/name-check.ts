import type { Expression, ParseError } from './ast.ts';
import { findFunction, functionNames } from './functions/table.ts';
import { callsOf, referencesOf } from './references.ts';
import { nearestName } from './suggest.ts';

/** What a formula names that does not exist. */
export interface NameProblem {
  readonly kind: 'row' | 'function';
  readonly name: string;
  readonly span: ParseError['span'];
  /** The existing name that was probably meant. */
  readonly suggestion?: string;
}

/** Unknown rows and functions of a formula, each with the nearest name that exists; names of rows know case. */
export function unknownNames(
  expression: Expression,
  isRow: (name: string) => boolean,
  rows: () => Iterable<string>,
  hostFunctions: readonly string[] = [],
): NameProblem[] {
  const unknownRows = referencesOf(expression)
    .filter(({ name }) => !isRow(name))
    .map(({ name, nameSpan }) => problem('row', name, nameSpan, rows()));
  const unknownFunctions = callsOf(expression)
    .filter(({ name }) => !findFunction(name) && !hostFunctions.includes(name))
    .map(({ name, nameSpan }) => problem('function', name, nameSpan, [...functionNames(), ...hostFunctions]));
  return [...unknownRows, ...unknownFunctions].sort((a, b) => a.span.start - b.span.start);
}

function problem(
  kind: NameProblem['kind'],
  name: string,
  span: ParseError['span'],
  candidates: Iterable<string>,
): NameProblem {
  const suggestion = nearestName(name, candidates);
  return suggestion === undefined ? { kind, name, span } : { kind, name, span, suggestion };
}
