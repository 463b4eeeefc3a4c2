import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Text } from '#shared/model/text.ts';
import type { InputValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { CellEdit, Command } from './command.ts';
import { isRowCommand, rowCommandLabel } from './row-commands.ts';

/** Names a step for menu and history, from the rows it concerns. */
export function commandLabel(scenario: Scenario, command: Command): Text {
  if (isRowCommand(command)) return rowCommandLabel(scenario, command);
  switch (command.type) {
    case 'group':
      return command.label;
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
    case 'setComment': {
      const at = command.at === null ? '' : ` ${command.at}`;
      const [en, ar] =
        command.text.trim() === '' ? ['Delete comment on', 'حذف التعليق على'] : ['Comment on', 'تعليق على'];
      const { en: english, ar: arabic } = about(scenario, command.key, en, ar);
      return { en: `${english}${at}`, ar: `${arabic}${at}` };
    }
    case 'setItemFacts':
      return about(scenario, command.key, 'Change sources of', 'تغيير مصادر');
    case 'setRange':
      return about(scenario, command.key, 'Change range of', 'تغيير مدى');
    case 'insertDeal':
      return { en: `Add deal ${command.deal.id}`, ar: `إضافة الصفقة ${command.deal.id}` };
    case 'editDeal':
      return { en: `Change deal ${command.id}`, ar: `تغيير الصفقة ${command.id}` };
    case 'addDealStatus':
      return { en: `Add status to deal ${command.id}`, ar: `إضافة وضع إلى الصفقة ${command.id}` };
    case 'deleteDeal':
      return { en: `Delete deal ${command.id}`, ar: `حذف الصفقة ${command.id}` };
    case 'insertFact':
      return { en: `Add fact ${command.fact.id}`, ar: `إضافة الحقيقة ${command.fact.id}` };
    case 'editFact':
      return { en: `Change fact ${command.id}`, ar: `تغيير الحقيقة ${command.id}` };
    case 'deleteFact':
      return { en: `Delete fact ${command.id}`, ar: `حذف الحقيقة ${command.id}` };
    case 'insertCase':
      return { en: `Add case ${command.case.name.en}`, ar: `إضافة الحالة ${command.case.name.ar}` };
    case 'editCase':
      return aboutCase(scenario, command.id, 'Change case', 'تغيير الحالة');
    case 'deleteCase':
      return aboutCase(scenario, command.id, 'Delete case', 'حذف الحالة');
    case 'copyCase':
      return { en: `Add case ${command.name.en}`, ar: `إضافة الحالة ${command.name.ar}` };
    case 'setOverrideReason':
      return about(scenario, command.key, 'Change reason for', 'تغيير سبب القيمة البديلة في');
    case 'promoteCase':
      return aboutCase(scenario, command.id, 'Make base of case', 'أخذ الأساس من الحالة');
    case 'setTitle':
      return { en: 'Change title', ar: 'تغيير العنوان' };
    case 'setAsOf':
      return { en: `As of ${command.asOf}`, ar: `حتى تاريخ \u2066${command.asOf}\u2069` };
    default:
      return assertNever(command);
  }
}

function about(scenario: Scenario, key: string, en: string, ar: string): Text {
  const label = itemOf(scenario, key)?.label ?? { en: key, ar: key };
  return { en: `${en} ${label.en}`, ar: `${ar} ${label.ar}` };
}

function aboutCase(scenario: Scenario, id: string, en: string, ar: string): Text {
  const name = scenario.cases.find((one) => one.id === id)?.name ?? { en: id, ar: id };
  return { en: `${en} ${name.en}`, ar: `${ar} ${name.ar}` };
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
    ar: `تعيين ${label.ar}${at} إلى \u2068${shown(first.value)}\u2069`,
  };
}

function shown(value: InputValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
