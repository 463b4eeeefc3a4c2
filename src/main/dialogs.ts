import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { BaseWindow, Dialog } from 'electron';
import type { AskToSaveAnswer } from '#shared/ipc/answers.ts';
import { safeFileName } from './safe-file-name.ts';
import { filled, type MainTexts } from './texts.ts';

export type FileKind = keyof MainTexts['kinds'];

/** The native dialogs of one window. Paths stay in main. */
export interface Dialogs {
  /** Path of the scenario to open; null when cancelled. */
  openScenario(): Promise<string | null>;
  /** Where to write, with the ending of its kind; null when cancelled. */
  saveAs(kind: FileKind, suggestedName: string, folder: string): Promise<string | null>;
  askToSave(name: string): Promise<AskToSaveAnswer>;
  /** True when the user wants to load an unresponsive window again. */
  askToReload(): Promise<boolean>;
}

export interface DialogsOptions {
  readonly dialog: Dialog;
  readonly window: () => BaseWindow;
  readonly texts: () => MainTexts;
  /** Folder in which the open dialog starts. */
  readonly startFolder: () => string;
}

export function createDialogs(options: DialogsOptions): Dialogs {
  return {
    openScenario: () => openScenario(options),
    saveAs: (kind, suggestedName, folder) => saveAs(options, kind, suggestedName, folder),
    askToSave: (name) => askToSave(options, name),
    askToReload: () => askToReload(options),
  };
}

async function openScenario({ dialog, window, texts, startFolder }: DialogsOptions): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window(), {
    title: texts().dialogs.open,
    defaultPath: startFolder(),
    properties: ['openFile'],
    filters: [{ name: texts().kinds.scenario, extensions: ['scenario'] }],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

async function saveAs(
  options: DialogsOptions,
  kind: FileKind,
  suggestedName: string,
  folder: string,
): Promise<string | null> {
  const { dialog, window, texts } = options;
  const answer = await dialog.showSaveDialog(window(), {
    title: kind === 'scenario' ? texts().dialogs.save : texts().dialogs.export,
    defaultPath: join(folder, safeFileName(suggestedName, kind)),
    filters: [{ name: texts().kinds[kind], extensions: [kind] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (answer.canceled || answer.filePath === '') return null;
  if (extname(answer.filePath).toLowerCase() === `.${kind}`) return answer.filePath;
  // The dialog asked about the name without its ending; the file with it may exist.
  const path = `${answer.filePath}.${kind}`;
  return !existsSync(path) || (await askToReplace(options, path)) ? path : null;
}

async function askToReplace({ dialog, window, texts }: DialogsOptions, path: string): Promise<boolean> {
  const { replace } = texts();
  const { response } = await dialog.showMessageBox(window(), {
    type: 'warning',
    message: filled(replace.message, { name: path.slice(dirname(path).length + 1) }),
    detail: replace.detail,
    buttons: [replace.replace, replace.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

async function askToSave({ dialog, window, texts }: DialogsOptions, name: string): Promise<AskToSaveAnswer> {
  const { askToSave: words, untitled } = texts();
  const { response } = await dialog.showMessageBox(window(), {
    type: 'warning',
    message: filled(words.message, { name: name === '' ? untitled : name }),
    detail: words.detail,
    buttons: [words.save, words.discard, words.cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  const answers: readonly AskToSaveAnswer[] = ['save', 'discard', 'cancel'];
  return answers[response] ?? 'cancel';
}

async function askToReload({ dialog, window, texts }: DialogsOptions): Promise<boolean> {
  const { unresponsive } = texts();
  const { response } = await dialog.showMessageBox(window(), {
    type: 'warning',
    message: unresponsive.message,
    detail: unresponsive.detail,
    buttons: [unresponsive.wait, unresponsive.reload],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
