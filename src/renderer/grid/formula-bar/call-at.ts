import { findFunction } from '#shared/formula/functions/table.ts';
import type { Text } from '#shared/model/text.ts';
import { isFormula, scanFormula } from './scan.ts';

/** The function whose arguments are being written, and which of them, 0 for the first. */
export interface OpenCall {
  readonly name: string;
  readonly argument: number;
}

/** The innermost call around the caret; null outside all. */
export function callAt(text: string, caret: number): OpenCall | null {
  if (!isFormula(text)) return null;
  const open: { readonly name: string | null; argument: number }[] = [];
  let before: string | null = null;
  for (const token of scanFormula(text)) {
    if (token.span.end > caret) break;
    if (token.kind === 'symbol') {
      const { symbol } = token;
      if (symbol === '(') open.push({ name: before, argument: 0 });
      else if (symbol === '{') open.push({ name: null, argument: 0 });
      else if (symbol === ')' || symbol === '}') open.pop();
      else if (symbol === ',') next(open.at(-1));
    }
    before = token.kind === 'name' ? token.text.toUpperCase() : null;
  }
  const call = open.findLast(({ name }) => name !== null);
  return call?.name ? { name: call.name, argument: call.argument } : null;
}

function next(call: { argument: number } | undefined): void {
  if (call) call.argument++;
}

/** A signature in pieces, to show with the argument of the caret in bold. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly string[];
  /** Place of the argument being written; null when there are more arguments than parameters. */
  readonly current: number | null;
  readonly help: Text;
}

/** The signature of a call; null for a function that does not exist. */
export function signatureOf({ name, argument }: OpenCall): Signature | null {
  const definition = findFunction(name);
  if (!definition) return null;
  const parameters = parametersOf(definition.signature);
  return { name, parameters, current: currentOf(parameters, argument), help: definition.help };
}

/** What stands between the parentheses, cut at commas: `[fv]`, `…`. */
export function parametersOf(signature: string): string[] {
  const inner = /\((.*)\)$/s.exec(signature)?.[1]?.trim() ?? '';
  return inner === '' ? [] : inner.split(/,\s*(?![^[]*\])/);
}

/** Arguments beyond those named are the repeated ones, which the ellipsis stands for. */
function currentOf(parameters: readonly string[], argument: number): number | null {
  const dots = parameters.findIndex((one) => one.includes('…'));
  if (dots >= 0 && argument >= dots) return dots;
  return argument < parameters.length ? argument : null;
}
