import type { Draft } from 'immer';
import { isIsoDate } from '#shared/model/date.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { ok, type Result } from '#shared/util/result.ts';
import type { Applied, Touched } from './change.ts';
import type { Command } from './command.ts';
import { copyCase, deleteCase, editCase, insertCase, promoteCase, setOverrideReason } from './edit-cases.ts';
import { editCells } from './edit-cells.ts';
import { setComment } from './edit-comments.ts';
import { addDealStatus, deleteDeal, editDeal, insertDeal } from './edit-deals.ts';
import { deleteFact, editFact, insertFact, setItemFacts, setRange } from './edit-facts.ts';
import { deleteItem, editItem, insertItem, resetToBase, setFormula } from './edit-items.ts';
import { applyGroup } from './group.ts';
import { commandLabel } from './labels.ts';
import { type Refusal, RefusedError } from './refusal.ts';
import { revise } from './revise.ts';
import { changeRows, isRowCommand, touchedByRows } from './row-commands.ts';

type SingleCommand = Exclude<Command, { type: 'group' }>;

/** Carries a command out, wholly or not at all. The scenario given stays as it is. */
export function applyCommand(scenario: Scenario, command: Command): Result<Applied, Refusal> {
  if (command.type === 'group') return applyGroup(scenario, command, applyCommand);
  const revised = revise(scenario, (draft) => carryOut(draft, scenario, command));
  if (!revised.ok) return revised;
  const { patches, inverse } = revised.value;
  const label = commandLabel(scenario, command);
  return ok({
    scenario: revised.value.scenario,
    change: { label, patches, inverse, touched: touchedBy(command) },
  });
}

function carryOut(draft: Draft<Scenario>, scenario: Scenario, command: SingleCommand): void {
  if (isRowCommand(command)) {
    changeRows(draft, command);
    return;
  }
  switch (command.type) {
    case 'setCells':
      editCells(draft, scenario, command.cells, command.caseId);
      break;
    case 'setFormula':
      setFormula(draft, command);
      break;
    case 'resetToBase':
      resetToBase(draft, command);
      break;
    case 'insertItem':
      insertItem(draft, command);
      break;
    case 'deleteItem':
      deleteItem(draft, command);
      break;
    case 'editItem':
      editItem(draft, command);
      break;
    case 'setComment':
      setComment(draft, command);
      break;
    case 'setItemFacts':
      setItemFacts(draft, command);
      break;
    case 'setRange':
      setRange(draft, command);
      break;
    case 'insertDeal':
    case 'editDeal':
    case 'addDealStatus':
    case 'deleteDeal':
      changeDeals(draft, command);
      break;
    case 'insertFact':
    case 'editFact':
    case 'deleteFact':
      changeFacts(draft, command);
      break;
    case 'insertCase':
    case 'editCase':
    case 'deleteCase':
    case 'copyCase':
    case 'promoteCase':
    case 'setOverrideReason':
      changeCases(draft, scenario, command);
      break;
    case 'setTitle':
      draft.title = { ...command.title };
      break;
    case 'setAsOf':
      if (!isIsoDate(command.asOf)) throw new RefusedError('not-a-date', { date: command.asOf });
      draft.timeline.asOf = command.asOf;
      break;
    default:
      assertNever(command);
  }
}

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

function changeDeals(
  draft: Draft<Scenario>,
  command: Of<'insertDeal' | 'editDeal' | 'addDealStatus' | 'deleteDeal'>,
): void {
  if (command.type === 'insertDeal') insertDeal(draft, command);
  else if (command.type === 'editDeal') editDeal(draft, command);
  else if (command.type === 'addDealStatus') addDealStatus(draft, command);
  else deleteDeal(draft, command);
}

function changeFacts(draft: Draft<Scenario>, command: Of<'insertFact' | 'editFact' | 'deleteFact'>): void {
  if (command.type === 'insertFact') insertFact(draft, command);
  else if (command.type === 'editFact') editFact(draft, command);
  else deleteFact(draft, command);
}

function changeCases(
  draft: Draft<Scenario>,
  scenario: Scenario,
  command: Of<'insertCase' | 'editCase' | 'deleteCase' | 'copyCase' | 'promoteCase' | 'setOverrideReason'>,
): void {
  if (command.type === 'insertCase') insertCase(draft, command);
  else if (command.type === 'editCase') editCase(draft, command);
  else if (command.type === 'deleteCase') deleteCase(draft, command);
  else if (command.type === 'copyCase') copyCase(draft, command);
  else if (command.type === 'setOverrideReason') setOverrideReason(draft, command);
  else promoteCase(draft, scenario, command);
}

function touchedBy(command: SingleCommand): Touched {
  if (isRowCommand(command)) return touchedByRows(command);
  switch (command.type) {
    case 'setCells':
      return { items: [...new Set(command.cells.map((cell) => cell.key))], everything: false };
    case 'setFormula':
    case 'editItem':
      return { items: [command.key], everything: false };
    case 'resetToBase':
      return { items: command.keys, everything: false };
    case 'setComment':
    case 'setItemFacts':
    case 'setRange':
    case 'insertFact':
    case 'editFact':
    case 'deleteFact':
    case 'setOverrideReason':
    case 'setTitle':
      return { items: [], everything: false };
    case 'insertDeal':
    case 'editDeal':
    case 'addDealStatus':
    case 'deleteDeal':
    case 'insertCase':
    case 'editCase':
    case 'deleteCase':
    case 'copyCase':
    case 'promoteCase':
    case 'insertItem':
    case 'deleteItem':
    case 'setAsOf':
      return { items: [], everything: true };
    default:
      return assertNever(command);
  }
}
