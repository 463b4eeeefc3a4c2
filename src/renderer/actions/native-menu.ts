import { i18n } from '#renderer/i18n/i18n.ts';
import { mainClient } from '#renderer/main-client.ts';
import { documentStore, valuesStore } from '#renderer/store/document-store.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { NativeMenu, NativeMenuEntry, NativeMenuLeaf } from '#shared/ipc/contract.ts';
import { type Action, enabled } from './action.ts';
import { CASE_ACTIONS, caseMenuName } from './case-actions.ts';
import { DEAL_ACTIONS } from './deal-actions.ts';
import { EDIT_ACTIONS } from './edit-actions.ts';
import { chartActions, EXPORT_PAGE } from './export-actions.ts';
import { FILE_ACTIONS, recentActions } from './file-actions.ts';
import { GO_ACTIONS } from './go-actions.ts';
import { FIND_ACTIONS, MOVING_ACTIONS } from './moving-actions.ts';
import { ROW_ACTIONS } from './row-actions.ts';
import { accelerator } from './shortcut.ts';
import { SIZE_ACTIONS } from './size-actions.ts';
import { VIEW_ACTIONS } from './view-actions.ts';

type Role = Extract<NativeMenuLeaf, { type: 'role' }>['role'];

const SEPARATOR = { type: 'separator' } as const;
const text = (key: string) => i18n.t(`app:menu.${key}`);

/** The menu bar as it stands now. */
export function nativeMenus(): NativeMenu[] {
  return [
    { label: text('file'), items: fileEntries() },
    { label: text('edit'), items: editEntries() },
    { label: text('view'), items: viewEntries() },
    { label: caseMenuName(), items: Object.values(CASE_ACTIONS).map(entry) },
    { label: text('go'), items: goEntries() },
    { label: text('export'), items: exportEntries() },
    { label: text('help'), items: [entry(VIEW_ACTIONS.functions), SEPARATOR, entry(VIEW_ACTIONS.about)] },
  ];
}

function fileEntries(): NativeMenuEntry[] {
  const { newTemplate, newBlank, open, save, saveAs, close } = FILE_ACTIONS;
  return [
    entry(newTemplate),
    entry(newBlank),
    entry(open),
    submenu('openRecent', recentActions()),
    SEPARATOR,
    entry(save),
    entry(saveAs),
    entry(close),
    SEPARATOR,
    role('quit'),
  ];
}

function editEntries(): NativeMenuEntry[] {
  const { undo, redo, insertRow, editRow, deleteRow, comment, sum, resetToBase } = EDIT_ACTIONS;
  const { insertDriver, insertFormula, insertHeader, insertCheck } = ROW_ACTIONS;
  const { duplicate, rename, moveUp, moveDown, hide, show } = ROW_ACTIONS;
  return [
    entry(undo),
    entry(redo),
    SEPARATOR,
    ...(['cut', 'copy', 'paste', 'selectAll'] as const).map(role),
    SEPARATOR,
    ...Object.values(FIND_ACTIONS).map(entry),
    SEPARATOR,
    submenuOf(i18n.t('rows:menus.insert'), [insertDriver, insertFormula, insertHeader, insertCheck]),
    ...[insertRow, editRow, duplicate, rename, deleteRow].map(entry),
    SEPARATOR,
    ...[moveUp, moveDown, hide, show].map(entry),
    SEPARATOR,
    ...[sum, comment, ROW_ACTIONS.resetCells, resetToBase].map(entry),
    SEPARATOR,
    ...Object.values(DEAL_ACTIONS).map(entry),
  ];
}

function goEntries(): NativeMenuEntry[] {
  const moving = Object.values(MOVING_ACTIONS).filter((action: Action) => action.quiet !== true);
  return [...moving.map(entry), SEPARATOR, ...Object.values(GO_ACTIONS).map(entry)];
}

function viewEntries(): NativeMenuEntry[] {
  const { outline, showFolded, english, arabic, light, dark, system, commands } = VIEW_ACTIONS;
  const { model, deals, counterparties, sources, explain, history } = VIEW_ACTIONS;
  const { dense, comfortable, collapseYears, expandYears, zoomIn, zoomOut, actualSize } = SIZE_ACTIONS;
  return [
    entry(commands),
    SEPARATOR,
    ...[model, deals, counterparties, sources, explain].map(entry),
    SEPARATOR,
    entry(outline),
    entry(history),
    entry(showFolded),
    entry(ROW_ACTIONS.showBase),
    SEPARATOR,
    submenu('language', [english, arabic]),
    submenu('theme', [light, dark, system]),
    SEPARATOR,
    submenu('density', [dense, comfortable]),
    ...[collapseYears, expandYears].map(entry),
    SEPARATOR,
    ...[zoomIn, zoomOut, actualSize].map(entry),
    role('togglefullscreen'),
  ];
}

function exportEntries(): NativeMenuEntry[] {
  const charts = chartActions().map(({ name, actions }) => submenuOf(name(), actions));
  return [...charts, SEPARATOR, entry(EXPORT_PAGE), entry(CASE_ACTIONS.exportAlone)];
}

/** An action as an entry of a native menu. */
export function entry(action: Action): NativeMenuLeaf {
  return {
    type: 'action',
    id: action.id,
    label: action.label(),
    enabled: enabled(action),
    ...(action.shortcut && { accelerator: accelerator(action.shortcut) }),
    ...(action.isChecked && { checked: action.isChecked() }),
  };
}

/** What the system does by itself, such as copying. */
export function role(name: Role): NativeMenuLeaf {
  return { type: 'role', role: name, label: text(`roles.${name}`) };
}

function submenu(key: string, actions: readonly Action[]): NativeMenuEntry {
  return submenuOf(text(key), actions);
}

/** A menu in a menu; nothing to choose in it makes it pale. */
export function submenuOf(label: string, actions: readonly Action[]): NativeMenuEntry {
  return { type: 'submenu', label, enabled: actions.length > 0, items: actions.map(entry) };
}

/** Keeps the native menu in step with what can be done. Returns the end of it. */
export function followWithNativeMenu(): () => void {
  let sent = '';
  let waiting = false;
  const send = () => {
    waiting = false;
    const menus = nativeMenus();
    const now = JSON.stringify(menus);
    if (now === sent) return;
    sent = now;
    void mainClient().menuSet({ menus });
  };
  const wake = () => {
    if (waiting) return;
    waiting = true;
    // Nobody reads the menu while a key is held: the picture comes first.
    if ('requestIdleCallback' in window) window.requestIdleCallback(send, { timeout: 150 });
    else setTimeout(send, 0);
  };
  const ends = [
    documentStore.subscribe(wake),
    sessionStore.subscribe(wake),
    valuesStore.subscribeToRows(wake),
  ];
  i18n.on('languageChanged', wake);
  wake();
  return () => {
    for (const end of ends) end();
    i18n.off('languageChanged', wake);
  };
}
