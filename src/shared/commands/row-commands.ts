import type { Draft } from 'immer';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Text } from '#shared/model/text.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { Touched } from './change.ts';
import type { Command } from './command.ts';
import { duplicateItem } from './duplicate-item.ts';
import { foldItems } from './fold-items.ts';
import { formatItems } from './format-items.ts';
import { moveItems } from './move-items.ts';
import { renameKey } from './rename-key.ts';
import { resetCells } from './reset-cells.ts';

const TYPES = ['resetCells', 'moveItems', 'foldItems', 'formatItems', 'renameKey', 'duplicateItem'] as const;

/** Commands about rows as a whole, or about single periods that follow the base again. */
export type RowCommand = Extract<Command, { type: (typeof TYPES)[number] }>;

export function isRowCommand(command: Command): command is RowCommand {
  return TYPES.some((type) => type === command.type);
}

export function changeRows(draft: Draft<Scenario>, command: RowCommand): void {
  switch (command.type) {
    case 'resetCells':
      resetCells(draft, command);
      break;
    case 'moveItems':
      moveItems(draft, command);
      break;
    case 'foldItems':
      foldItems(draft, command);
      break;
    case 'formatItems':
      formatItems(draft, command);
      break;
    case 'renameKey':
      renameKey(draft, command);
      break;
    case 'duplicateItem':
      duplicateItem(draft, command);
      break;
    default:
      assertNever(command);
  }
}

/** What has to be calculated again. Where a row stands and whether it is hidden changes no value. */
export function touchedByRows(command: RowCommand): Touched {
  switch (command.type) {
    case 'resetCells':
      return { items: [...new Set(command.cells.map(({ key }) => key))], everything: false };
    case 'formatItems':
      return { items: command.keys, everything: false };
    case 'foldItems':
      return { items: [], everything: false };
    case 'moveItems':
    case 'renameKey':
    case 'duplicateItem':
      return { items: [], everything: true };
    default:
      return assertNever(command);
  }
}

/** Names a step for menu and history. */
export function rowCommandLabel(scenario: Scenario, command: RowCommand): Text {
  switch (command.type) {
    case 'resetCells':
      return { en: 'Reset to base', ar: 'إعادة إلى الأساس' };
    case 'moveItems':
      return about(scenario, command.keys, { en: 'Move', ar: 'نقل' });
    case 'foldItems':
      return about(
        scenario,
        command.keys,
        command.folded ? { en: 'Hide', ar: 'إخفاء' } : { en: 'Show', ar: 'إظهار' },
      );
    case 'formatItems':
      return about(scenario, command.keys, { en: 'Change properties of', ar: 'تغيير خصائص' });
    case 'renameKey':
      return {
        en: `Rename ${command.key} to ${command.to}`,
        ar: `إعادة تسمية ${command.key} إلى ${command.to}`,
      };
    case 'duplicateItem':
      return about(scenario, [command.key], { en: 'Duplicate', ar: 'تكرار' });
    default:
      return assertNever(command);
  }
}

function about(scenario: Scenario, keys: readonly string[], { en, ar }: Text): Text {
  const [only = ''] = keys;
  if (keys.length !== 1) return { en: `${en} ${keys.length} rows`, ar: `${ar} بنود عددها ${keys.length}` };
  const label = itemOf(scenario, only)?.label ?? { en: only, ar: only };
  return { en: `${en} ${label.en}`, ar: `${ar} ${label.ar}` };
}
