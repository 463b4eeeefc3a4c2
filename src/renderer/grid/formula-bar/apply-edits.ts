import type { Edit } from './fix-period.ts';

/** A text with edits in it, which are in order and apply to the text as it is. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .reverse()
    .reduce((result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to), text);
}
