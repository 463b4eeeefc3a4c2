import { EyeOff, Table2, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import {
  closeDialog,
  currentScenario,
  currentSession,
  dispatch,
  goToCell,
  setActiveCell,
  useScenario,
  useSession,
  useViewpoint,
} from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { type Damage, damageOfDeleting } from '#shared/analysis/delete-damage.ts';
import { type FreezePlan, freezeRow } from '#shared/analysis/freeze-row.ts';
import { type RowReader, type RowUse, rowUse } from '#shared/analysis/row-use.ts';
import type { Command } from '#shared/commands/command.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import './rows.css';

const SAFE_ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Says what breaks before a row goes, and offers to keep its values. Leaving all as it is stands first. */
export function DeleteRowDialog({ itemKey }: { readonly itemKey: ItemKey }) {
  const scenario = useScenario((whole) => whole);
  const use = useMemo(() => rowUse(scenario, itemKey), [scenario, itemKey]);
  // Not while the dialog closes after the row went.
  if (itemOf(scenario, itemKey) === undefined) return null;
  if (use.deals.length > 0 || use.inPresentation) return <KeptRow itemKey={itemKey} use={use} />;
  return use.readers.length === 0 ? <FreeRow itemKey={itemKey} /> : <UsedRow itemKey={itemKey} use={use} />;
}

function useNames() {
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  return {
    rowName: (key: ItemKey) => itemOf(scenario, key)?.label[language] || key,
    caseName: (id: string) => scenario.cases.find((one) => one.id === id)?.name[language] ?? id,
    listed: (names: readonly string[]) => names.join(language === 'ar' ? '، ' : ', '),
  };
}

/** Deletes; what is refused is said where it was asked. */
function useDeletion(itemKey: ItemKey) {
  const [refused, setRefused] = useState<string | null>(null);
  const run = (command: Command) => {
    const next = neighbourOf(itemKey);
    const column = currentSession().activeCell?.column;
    const done = dispatch(command);
    if (!done.ok) return setRefused(errorText(done.error));
    closeDialog();
    if (command.type !== 'deleteItem') return undefined;
    const cell = next !== null && column !== undefined ? { key: next, column } : null;
    return setActiveCell(cell, { reveal: true });
  };
  return { refused, run };
}

/** The row that takes the place of one that goes: the next of its section, else the one before. */
function neighbourOf(key: ItemKey): ItemKey | null {
  const { items, itemOrder } = currentScenario();
  const rows = itemOrder.filter((one) => items[one]?.section === items[key]?.section);
  const at = rows.indexOf(key);
  return rows[at + 1] ?? rows[at - 1] ?? null;
}

function FreeRow({ itemKey }: { readonly itemKey: ItemKey }) {
  const { t } = useTranslation();
  const { rowName } = useNames();
  const { refused, run } = useDeletion(itemKey);
  return (
    <Dialog
      title={t('dialogs.deleteRow', { name: rowName(itemKey) })}
      text={refused ?? t('dialogs.deleteFree')}
      tone={refused === null ? 'info' : 'bad'}
      icon={<Trash2 {...SAFE_ICON} />}
      onClose={closeDialog}
      buttons={
        <>
          <Button kind="danger" onPress={() => run({ type: 'deleteItem', key: itemKey })}>
            {t('buttons.deleteRow')}
          </Button>
          <Button kind="primary" autoFocus onPress={closeDialog}>
            {t('buttons.keepRow')}
          </Button>
        </>
      }
    />
  );
}

/** A row that deals, headline or charts rest on can be hidden, not deleted. */
function KeptRow({ itemKey, use }: { readonly itemKey: ItemKey; readonly use: RowUse }) {
  const { t } = useTranslation('rows');
  const { rowName, listed } = useNames();
  const { run } = useDeletion(itemKey);
  const hidden = useScenario((scenario) => itemOf(scenario, itemKey)?.folded === true);
  const why = [
    ...(use.deals.length > 0 ? [t('delete.deals', { deals: listed(use.deals) })] : []),
    ...(use.inPresentation ? [t('delete.presentation')] : []),
  ];
  return (
    <Dialog
      title={t('app:dialogs.deleteRow', { name: rowName(itemKey) })}
      text={why.join(' ')}
      tone="warn"
      icon={<EyeOff {...SAFE_ICON} />}
      onClose={closeDialog}
      buttons={
        <>
          {!hidden && (
            <Button onPress={() => run({ type: 'foldItems', keys: [itemKey], folded: true })}>
              {t('delete.hide')}
            </Button>
          )}
          <Button kind="primary" autoFocus onPress={closeDialog}>
            {t('app:buttons.keepRow')}
          </Button>
        </>
      }
    >
      {use.readers.length > 0 && <Readers readers={use.readers} />}
    </Dialog>
  );
}

function UsedRow({ itemKey, use }: { readonly itemKey: ItemKey; readonly use: RowUse }) {
  const { t } = useTranslation('rows');
  const { rowName } = useNames();
  const { refused, run } = useDeletion(itemKey);
  const scenario = useScenario((whole) => whole);
  const asOf = useSession((session) => session.asOf);
  const count = use.readers.length;
  const plan = useMemo(
    () => freezeRow(scenario, itemKey, asOf, t('delete.reason', { key: itemKey })),
    [scenario, itemKey, asOf, t],
  );
  const viewpoint = useViewpoint();
  const damage = useMemo(
    () => damageOfDeleting(scenario, itemKey, viewpoint),
    [scenario, itemKey, viewpoint],
  );
  return (
    <Dialog
      wide
      title={t('delete.used', { name: rowName(itemKey), count })}
      text={refused ?? [damageWords(t, damage), keepWords(t, plan, count)].join(' ')}
      tone={refused === null ? 'warn' : 'bad'}
      icon={<Table2 {...SAFE_ICON} />}
      onClose={closeDialog}
      buttons={
        <>
          <Button kind="danger" onPress={() => run({ type: 'deleteItem', key: itemKey })}>
            {t('delete.anyway')}
          </Button>
          <Button onPress={() => run({ type: 'deleteItem', key: itemKey, frozen: plan.frozen })}>
            {t('delete.keep', { count })}
          </Button>
          <Button kind="primary" autoFocus onPress={closeDialog}>
            {t('app:buttons.cancel')}
          </Button>
        </>
      }
    >
      <Readers readers={use.readers} />
    </Dialog>
  );
}

type Words = ReturnType<typeof useTranslation<'rows'>>['t'];

function damageWords(t: Words, damage: Damage | null): string {
  if (!damage) return '';
  return t(damage.headline ? 'delete.breaksHeadline' : 'delete.breaks', { count: damage.cells });
}

function keepWords(t: Words, plan: FreezePlan, count: number): string {
  if (plan.kind === 'number') return t('delete.number');
  const blanks = plan.blanks > 0 ? ` ${t('delete.blanks', { count: plan.blanks })}` : '';
  return t('delete.values', { count }) + blanks;
}

/** Rows that name the row, each a way to go there and look. */
function Readers({ readers }: { readonly readers: readonly RowReader[] }) {
  const { t } = useTranslation('rows');
  const { rowName, caseName, listed } = useNames();
  const go = (key: ItemKey) => {
    const column = currentSession().activeCell?.column;
    closeDialog();
    if (column !== undefined) goToCell({ key, column });
  };
  return (
    <ul className="panel-rows-readers" aria-label={t('delete.list')}>
      {readers.map(({ key, formula, cases, inBase, isCheck }) => (
        <li key={key}>
          <button type="button" className="ui-link" onClick={() => go(key)}>
            {isCheck ? t('delete.check', { name: rowName(key) }) : rowName(key)}
          </button>
          <span className="panel-rows-formula" dir="auto">
            {inBase ? (
              <bdi dir="ltr">{formula}</bdi>
            ) : (
              t('delete.inCases', { formula: `\u2066${formula}\u2069`, cases: listed(cases.map(caseName)) })
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
