import type { TFunction } from 'i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { i18n } from '#renderer/i18n/i18n.ts';
import { currentScenario, currentSession, dispatch, showToast } from '#renderer/store/hooks.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Fact } from '#shared/model/fact.ts';
import type { Statement } from '#shared/model/fact-number.ts';
import type { FactPlace } from '#shared/model/fact-places.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { targetCell } from './fact-cell.ts';
import { citation } from './fact-words.ts';
import { casesPerSource, rowStep } from './source-steps.ts';

/** Carries a command out; says why it was refused. A step that changes nothing is no refusal. */
function carryOut(command: Command): boolean {
  const done = dispatch(command);
  if (done.ok) return true;
  if (done.error.code !== 'nothing-changes') showToast('bad', errorText(done.error));
  return false;
}

/** Writes the number of a fact into the typed cell it speaks of, in the case on screen, and chooses the fact there. */
export function putInCell(fact: Fact, key: ItemKey): void {
  const scenario = currentScenario();
  const item = itemOf(scenario, key);
  const target = item && targetCell(item, fact, scenario.timeline);
  if (!item || !target) return;
  const { caseId } = currentSession();
  const { at, value } = target;
  const typed: Command = { type: 'setCells', cells: [{ key, at, value }], caseId };
  carryOut(rowStep('use', item, [typed, chosenFirst(item.facts, fact.id, key)], { id: fact.id }));
}

/** Makes the spread of a place the range of its driver. */
export function putAsRange({ low, high }: Pick<FactPlace, 'low' | 'high'>, key: ItemKey): void {
  carryOut({ type: 'setRange', key, range: { low, high } });
}

/** Makes a case of each source of a driver, on top of the case on screen, in one step. */
export function makeCases(key: ItemKey, sources: readonly Statement[]): void {
  const scenario = currentScenario();
  const item = itemOf(scenario, key);
  if (!item) return;
  const made = carryOut(casesPerSource(scenario, item, sources, currentSession().caseId));
  if (made) showToast('ok', i18n.t('conflicts:case.made', { count: sources.length }));
}

export function chooseFact(id: string, key: ItemKey): void {
  carryOut(chosenFirst(itemOf(currentScenario(), key)?.facts ?? [], id, key));
}

export function attachFact(id: string, key: ItemKey): void {
  const facts = itemOf(currentScenario(), key)?.facts ?? [];
  if (!facts.includes(id)) carryOut({ type: 'setItemFacts', key, facts: [...facts, id] });
}

export function detachFact(id: string, key: ItemKey): void {
  const facts = itemOf(currentScenario(), key)?.facts ?? [];
  carryOut({ type: 'setItemFacts', key, facts: facts.filter((one) => one !== id) });
}

function chosenFirst(facts: readonly string[], id: string, key: ItemKey): Command {
  return { type: 'setItemFacts', key, facts: [id, ...facts.filter((one) => one !== id)] };
}

/** Puts the citation on the clipboard and says whether that worked. */
export async function copyCitation(fact: Fact, t: TFunction<'sources'>): Promise<void> {
  try {
    await navigator.clipboard.writeText(citation(fact, currentSession().language, t));
    showToast('ok', t('copied', { id: fact.id }));
  } catch {
    showToast('bad', t('notCopied'));
  }
}
