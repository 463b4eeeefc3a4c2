import type { TFunction } from 'i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { currentScenario, currentSession, dispatch, showToast } from '#renderer/store/hooks.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Fact } from '#shared/model/fact.ts';
import type { FactPlace } from '#shared/model/fact-places.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { targetCell } from './fact-cell.ts';
import { citation } from './fact-words.ts';

/** Carries commands out one after the other; stops at a refusal and says why. A step that changes nothing is no refusal. */
function carryOut(commands: readonly Command[]): void {
  for (const command of commands) {
    const done = dispatch(command);
    if (!done.ok && done.error.code !== 'nothing-changes') {
      showToast('bad', errorText(done.error));
      return;
    }
  }
}

/** Writes the number of a fact into the typed cell it speaks of, in the case on screen, and chooses the fact there. */
export function putInCell(fact: Fact, key: ItemKey): void {
  const scenario = currentScenario();
  const item = itemOf(scenario, key);
  const target = item && targetCell(item, fact, scenario.timeline);
  if (!item || !target) return;
  const { caseId } = currentSession();
  carryOut([
    { type: 'setCells', cells: [{ key, ...target }], caseId },
    chosenFirst(item.facts, fact.id, key),
  ]);
}

/** Makes the spread of a place the range of its driver. */
export function putAsRange(place: FactPlace, key: ItemKey): void {
  carryOut([{ type: 'setRange', key, range: { low: place.low, high: place.high } }]);
}

export function chooseFact(id: string, key: ItemKey): void {
  carryOut([chosenFirst(itemOf(currentScenario(), key)?.facts ?? [], id, key)]);
}

export function attachFact(id: string, key: ItemKey): void {
  const facts = itemOf(currentScenario(), key)?.facts ?? [];
  if (!facts.includes(id)) carryOut([{ type: 'setItemFacts', key, facts: [...facts, id] }]);
}

export function detachFact(id: string, key: ItemKey): void {
  const facts = itemOf(currentScenario(), key)?.facts ?? [];
  carryOut([{ type: 'setItemFacts', key, facts: facts.filter((one) => one !== id) }]);
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
