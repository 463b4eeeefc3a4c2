import { err, ok, type Result } from '#shared/util/result.ts';
import type { Expression, ParseError, Span } from './ast.ts';
import { parseFormula } from './parse.ts';
import { walk } from './references.ts';

/** Why a name cannot be replaced in a formula. */
export type RenameError =
  | { readonly code: 'unreadable'; readonly error: ParseError }
  /** Inside a `LET` the new name already means something else there. */
  | { readonly code: 'name-taken'; readonly span: Span };

/**
 * Replaces the name of a row wherever a formula reads it. Everything else stays as it was
 * written: spaces, texts, functions, and names of `LET` that happen to be the same.
 */
export function renameInFormula(text: string, from: string, to: string): Result<string, RenameError> {
  const parsed = parseFormula(text);
  if (!parsed.ok) return err({ code: 'unreadable', error: parsed.error });
  const places: Span[] = [];
  let taken: Span | undefined;
  walk(parsed.value, new Set(), (node: Expression, locals) => {
    if (node.kind !== 'reference' || node.name !== from) return;
    places.push(node.nameSpan);
    if (locals.has(to.toLowerCase())) taken = node.nameSpan;
  });
  if (taken) return err({ code: 'name-taken', span: taken });
  return ok(replaced(text, places, to));
}

function replaced(text: string, places: readonly Span[], name: string): string {
  return [...places]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end }) => result.slice(0, start) + name + result.slice(end), text);
}
