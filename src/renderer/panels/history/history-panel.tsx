import {
  Building2,
  CalendarClock,
  CircleDot,
  FileText,
  FunctionSquare,
  GitBranch,
  History as HistoryIcon,
  type LucideIcon,
  Quote,
  Redo2,
  Rows3,
  Save,
  SquarePen,
  Undo2,
} from 'lucide-react';
import { useRef, useState } from 'react';
import { Dialog, Heading, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { enabled } from '#renderer/actions/action.ts';
import { EDIT_ACTIONS } from '#renderer/actions/edit-actions.ts';
import { perform } from '#renderer/actions/registry.ts';
import { shortcutText } from '#renderer/actions/shortcut.ts';
import { timeText } from '#renderer/i18n/time.ts';
import { jumpTo, madeBy, useDocument, useSession } from '#renderer/store/hooks.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import type { Command } from '#shared/commands/command.ts';
import { type HistoryRow, historyRows, rowsNear } from './history-rows.ts';
import './history.css';

const AT_ONCE = 200;

/** All steps of the document, newest first; choosing one goes there. */
export function HistoryPanel() {
  const { t } = useTranslation('history');
  const history = useDocument((state) => state.history);
  const file = useDocument((state) => state.file);
  const [most, setMost] = useState(AT_ONCE);
  const rows = historyRows(history, file.name === null ? undefined : file.step);
  const { newer, shown, older } = rowsNear(rows, most);
  const more = (count: number) => (
    <Button kind="ghost" small onPress={() => setMost(most + 2 * AT_ONCE)}>
      {t('more', { count })}
    </Button>
  );
  return (
    <Dialog className="history-panel" aria-label={t('title')}>
      <header className="history-head">
        <HistoryIcon size={14} strokeWidth={1.75} aria-hidden />
        <Heading slot="title" level={2} className="history-title">
          {t('title')}
        </Heading>
        <span className="history-count">{t('count', { count: rows.length - 1 })}</span>
        <StepButton action={EDIT_ACTIONS.undo} Icon={Undo2} />
        <StepButton action={EDIT_ACTIONS.redo} Icon={Redo2} />
      </header>
      {newer > 0 && more(newer)}
      <HistoryList rows={shown} now={history.past.length} />
      {older > 0 && more(older)}
      <p className="history-foot">{t(rows.length > 1 ? 'how' : 'empty')}</p>
    </Dialog>
  );
}

function HistoryList({ rows, now }: { readonly rows: readonly HistoryRow[]; readonly now: number }) {
  const { t } = useTranslation('history');
  const language = useSession((session) => session.language);
  const firstFocus = useRef(now);
  const named = (row: HistoryRow) => row.step?.label[language] ?? t('start');
  return (
    <ListBox
      className="history-list"
      aria-label={t('steps')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[now]}
      autoFocus
      key={firstFocus.current}
      onSelectionChange={(keys) => {
        const [to] = keys === 'all' ? [] : keys;
        if (typeof to === 'number') jumpTo(to);
      }}
    >
      {rows.map((row) => (
        <ListBoxItem
          key={row.to}
          id={row.to}
          textValue={[named(row), t(`state.${row.state}`), row.saved ? t('saved') : '']
            .filter(Boolean)
            .join(', ')}
          className={`history-row history-row--${row.state}`}
        >
          <RowIcon row={row} />
          <bdi className="history-name">{named(row)}</bdi>
          {row.state !== 'done' && <span className="history-unseen">{t(`state.${row.state}`)}</span>}
          {row.saved && (
            <span className="history-saved">
              <Save size={11} strokeWidth={1.75} aria-hidden />
              {t('saved')}
            </span>
          )}
          <Time row={row} />
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function Time({ row }: { readonly row: HistoryRow }) {
  const at = row.step && madeBy(row.step)?.at;
  return at ? <time className="history-time">{timeText(at)}</time> : null;
}

function RowIcon({ row }: { readonly row: HistoryRow }) {
  const Icon = iconOf(row);
  return (
    <Icon
      size={13}
      strokeWidth={1.75}
      className={row.state === 'undone' ? 'ui-mirror' : undefined}
      aria-hidden
    />
  );
}

function iconOf({ step, state }: HistoryRow): LucideIcon {
  if (state === 'now') return CircleDot;
  if (state === 'undone') return Redo2;
  const type = step ? madeBy(step)?.type : undefined;
  return step === null ? FileText : type === undefined ? SquarePen : (ICONS[type] ?? SquarePen);
}

/** What a step is about; the rest are edits. */
const ICONS: Readonly<Partial<Record<Command['type'], LucideIcon>>> = {
  setFormula: FunctionSquare,
  insertItem: Rows3,
  deleteItem: Rows3,
  editItem: Rows3,
  insertDeal: Building2,
  editDeal: Building2,
  addDealStatus: Building2,
  deleteDeal: Building2,
  insertFact: Quote,
  editFact: Quote,
  deleteFact: Quote,
  setItemFacts: Quote,
  insertCase: GitBranch,
  editCase: GitBranch,
  deleteCase: GitBranch,
  copyCase: GitBranch,
  promoteCase: GitBranch,
  setAsOf: CalendarClock,
};

function StepButton({
  action,
  Icon,
}: {
  readonly action: (typeof EDIT_ACTIONS)['undo' | 'redo'];
  readonly Icon: LucideIcon;
}) {
  const os = useSession((session) => session.platform.os);
  return (
    <IconButton
      small
      label={action.label()}
      keys={shortcutText(action.shortcut, os)}
      isDisabled={!enabled(action)}
      onPress={() => perform(action)}
    >
      <Icon size={15} strokeWidth={1.75} className="ui-mirror" aria-hidden />
    </IconButton>
  );
}
