import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Text } from '#shared/model/text.ts';
import type { InputValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { CellEdit, Command } from './command.ts';

/** Names a step for menu and history, from the rows it concerns. */
export function commandLabel(scenario: Scenario, command: Command): Text {
  switch (command.type) {
    case 'setCells':
      return cellsLabel(scenario, command.cells);
    case 'setFormula':
      return about(scenario, command.key, 'Change formula of', 'تغيير معادلة');
    case 'resetToBase':
      return { en: 'Reset to base', ar: 'إعادة إلى الأساس' };
    case 'insertItem':
      return { en: `Insert ${command.item.label.en}`, ar: `إدراج ${command.item.label.ar}` };
    case 'deleteItem':
      return about(scenario, command.key, 'Delete', 'حذف');
    case 'editItem':
      return about(scenario, command.key, 'Change properties of', 'تغيير خصائص');
    case 'setTitle':
      return { en: 'Change title', ar: 'تغيير العنوان' };
    case 'setAsOf':
      return { en: `As of ${command.asOf}`, ar: `حتى تاريخ ${command.asOf}` };
    default:
      return assertNever(command);
  }
}

function about(scenario: Scenario, key: string, en: string, ar: string): Text {
  const label = itemOf(scenario, key)?.label ?? { en: key, ar: key };
  return { en: `${en} ${label.en}`, ar: `${ar} ${label.ar}` };
}

function cellsLabel(scenario: Scenario, cells: readonly CellEdit[]): Text {
  const [first] = cells;
  if (!first || cells.length > 1) {
    return { en: `Change ${cells.length} cells`, ar: `تغيير خلايا عددها ${cells.length}` };
  }
  const label = itemOf(scenario, first.key)?.label ?? { en: first.key, ar: first.key };
  const at = first.at === null ? '' : ` ${first.at}`;
  if (first.value === null) return { en: `Clear ${label.en}${at}`, ar: `مسح ${label.ar}${at}` };
  return {
    en: `Set ${label.en}${at} to ${shown(first.value)}`,
    ar: `تعيين ${label.ar}${at} إلى ${shown(first.value)}`,
  };
}

function shown(value: InputValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
