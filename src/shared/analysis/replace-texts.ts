import type { Command } from '#shared/commands/command.ts';
import { checkFormula } from '#shared/engine/check-formula.ts';
import type { Reason } from '#shared/model/reason.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { withSpansReplaced } from '#shared/model/search-text.ts';
import type { Language } from '#shared/model/text.ts';
import type { FindHit } from './find-texts.ts';

/** Why a text stays as it is. */
export type NotReplaced =
  /** A number or a key is no free text. */
  | { readonly code: 'value' | 'key' | 'empty-label' | 'same' }
  | { readonly code: 'formula'; readonly reason: Reason };

/** What a text would become. */
export interface Replacement {
  readonly hit: FindHit;
  readonly after: string;
  /** null when it can be written. */
  readonly problem: NotReplaced | null;
}

/** What a hit would become; a formula is read as if it had been typed. */
export function replacementOf(scenario: Scenario, hit: FindHit, by: string): Replacement {
  const after = withSpansReplaced(hit.text, hit.spans, by);
  return { hit, after, problem: problemOf(scenario, hit, after) };
}

function problemOf(scenario: Scenario, hit: FindHit, after: string): NotReplaced | null {
  if (hit.in === 'values') return { code: 'value' };
  if (hit.in === 'keys') return { code: 'key' };
  if (after === hit.text) return { code: 'same' };
  if (hit.in === 'labels') return after.trim() === '' ? { code: 'empty-label' } : null;
  if (hit.in === 'notes') return null;
  const problem = checkFormula(scenario, hit.key, after);
  return problem ? { code: 'formula', reason: problem.reason } : null;
}

interface WriteInto {
  readonly scenario: Scenario;
  readonly language: Language;
  /** The case that formulas are written into; labels and notes have none. */
  readonly caseId: string | null;
}

/** Writes the replacements that can be written, one command each. */
export function replacementCommands(
  { scenario, language, caseId }: WriteInto,
  replacements: readonly Replacement[],
): Command[] {
  return replacements.flatMap(({ hit, after, problem }): Command[] => {
    const item = itemOf(scenario, hit.key);
    if (problem || !item) return [];
    const { key } = hit;
    if (hit.in === 'formulas') return [{ type: 'setFormula', key, formula: after, caseId }];
    const properties =
      hit.in === 'labels' ? { label: { ...item.label, [language]: after } } : { note: after };
    return [{ type: 'editItem', key, properties }];
  });
}
