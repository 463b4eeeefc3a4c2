import type { CellContent, SaidBy } from '#shared/analysis/cell-content.ts';
import type { Explanation, FactSeen } from '#shared/analysis/explanation.ts';
import { dateText } from '#shared/report/time-text.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { Words } from './words.ts';

/** A formula that stands in the cell; null for typed values and for years made of quarters. */
export function formulaOf(content: CellContent | null): string | null {
  return content?.kind === 'formula' || content?.kind === 'rate' ? content.formula : null;
}

/** What fills a cell, in words, where it is no formula. */
export function contentWords(words: Words, content: CellContent | null): string {
  const { t, language } = words;
  if (!content) return t('content.heading');
  switch (content.kind) {
    case 'formula':
    case 'rate':
      return `= ${content.formula}`;
    case 'constant':
    case 'byYear':
    case 'byPeriod':
    case 'override':
      return t(`content.${content.kind}`);
    case 'dated':
      return content.from === null
        ? t('content.datedBefore')
        : t('content.dated', { from: dateText(content.from, language) });
    case 'year':
      return t(`content.year.${content.rule}`);
    default:
      return assertNever(content);
  }
}

/** Which case says what the cell holds, and why. */
export function saidByWords({ t, language, scenario }: Words, content: CellContent | null): string | null {
  const by: SaidBy | null = content && 'by' in content ? content.by : null;
  if (!by) return null;
  const name = scenario.cases.find(({ id }) => id === by.caseId)?.name[language] ?? by.caseId;
  return by.reason === ''
    ? t('content.inCase', { name })
    : t('content.inCaseFor', { name, reason: by.reason });
}

/** Where a typed value comes from. */
export type Origin =
  | { readonly kind: 'fact'; readonly fact: FactSeen['fact']; readonly more: number }
  | { readonly kind: 'assumption' }
  | { readonly kind: 'case' };

/** null for formulas, and for typed values that say nothing. */
export function originOf({ content, facts, assumption }: Explanation): Origin | null {
  if (!content || content.kind === 'formula' || content.kind === 'rate' || content.kind === 'year')
    return null;
  if (content.by !== null) return { kind: 'case' };
  if (content.kind === 'override') return null;
  const [fact, ...more] = facts.filter(({ isVisible }) => isVisible);
  if (fact) return { kind: 'fact', fact: fact.fact, more: more.length };
  return assumption === null ? null : { kind: 'assumption' };
}
