import type { Draft } from 'immer';
import { isIsoDate } from '#shared/model/date.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { ok, type Result } from '#shared/util/result.ts';
import type { Change, Touched } from './change.ts';
import type { Command } from './command.ts';
import { editCells } from './edit-cells.ts';
import { deleteItem, editItem, insertItem, resetToBase, setFormula } from './edit-items.ts';
import { commandLabel } from './labels.ts';
import { type Refusal, RefusedError } from './refusal.ts';
import { revise } from './revise.ts';

export interface Applied {
  readonly scenario: Scenario;
  readonly change: Change;
}

/** Carries a command out, wholly or not at all. The scenario given stays as it is. */
export function applyCommand(scenario: Scenario, command: Command): Result<Applied, Refusal> {
  const revised = revise(scenario, (draft) => carryOut(draft, scenario, command));
  if (!revised.ok) return revised;
  const { patches, inverse } = revised.value;
  const label = commandLabel(scenario, command);
  return ok({
    scenario: revised.value.scenario,
    change: { label, patches, inverse, touched: touchedBy(command) },
  });
}

function carryOut(draft: Draft<Scenario>, scenario: Scenario, command: Command): void {
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

function touchedBy(command: Command): Touched {
  switch (command.type) {
    case 'setCells':
      return { items: [...new Set(command.cells.map((cell) => cell.key))], everything: false };
    case 'setFormula':
    case 'editItem':
      return { items: [command.key], everything: false };
    case 'resetToBase':
      return { items: command.keys, everything: false };
    case 'setTitle':
      return { items: [], everything: false };
    case 'insertItem':
    case 'deleteItem':
    case 'setAsOf':
      return { items: [], everything: true };
    default:
      return assertNever(command);
  }
}
