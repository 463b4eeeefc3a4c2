import { BrowserWindow, screen, type WebPreferences } from 'electron';
import type { EventName, Events } from '#shared/ipc/contract.ts';
import type { Dialogs } from './dialogs.ts';
import type { DocumentDesk } from './document-desk.ts';
import { type DevelopmentOrigin, PAGE_URL } from './page-origin.ts';
import { MINIMUM_SIZE, type Placement, placeWindow } from './window-placement.ts';

const TITLE = 'Headroom';

/** The page has no Node, no other world's objects, and runs in the operating system's sandbox. */
const LOCKED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

export interface WindowOptions {
  readonly preload: string;
  readonly devTools: boolean;
  /** Behind the page until it has drawn. */
  readonly backgroundColor: string;
  readonly development: DevelopmentOrigin;
}

/** The window of the program; it is shown when its page has drawn the first time. */
export function openWindow(options: WindowOptions, saved: Placement | null): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const placement = placeWindow(saved, areas);
  const window = new BrowserWindow({
    ...placement.bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: TITLE,
    show: false,
    backgroundColor: options.backgroundColor,
    webPreferences: { ...LOCKED, preload: options.preload, devTools: options.devTools },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (placement.maximized) window.maximize();
    else window.show();
  });
  void window.loadURL(options.development ?? PAGE_URL);
  return window;
}

/** A window that is never shown, for drawing one picture or page. */
export function openHiddenWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: {
      ...LOCKED,
      preload: options.preload,
      devTools: options.devTools,
      backgroundThrottling: false,
    },
  });
  void window.loadURL(options.development ?? PAGE_URL);
  return window;
}

export function placementOf(window: BrowserWindow): Placement {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}

export function sendEvent<E extends EventName>(window: BrowserWindow, name: E, message: Events[E]): void {
  if (!window.isDestroyed()) window.webContents.send(`headroom:event:${name}`, message);
}

/** Title and edited mark of the window follow the document. */
export function showInTitle(window: BrowserWindow, desk: DocumentDesk): void {
  const { documentId, name, dirty } = desk.shown;
  const path = documentId === null ? null : desk.find(documentId)?.path;
  window.setTitle(name === '' ? TITLE : `${dirty ? '• ' : ''}${name} — ${TITLE}`);
  window.setDocumentEdited(dirty);
  window.setRepresentedFilename(path ?? '');
}

export interface Closing {
  /** The page has saved what was asked for: the window may go. */
  confirmed(): void;
}

/** Closing asks when there are changes; `onCancel` hears when the user stays. */
export function guardClosing(
  window: BrowserWindow,
  desk: DocumentDesk,
  dialogs: Dialogs,
  onCancel: () => void,
): Closing {
  let mayClose = false;
  let asking = false;
  const confirmed = () => {
    mayClose = true;
    window.close();
  };
  const ask = async () => {
    const answer = await dialogs.askToSave(desk.shown.name);
    if (answer === 'discard') confirmed();
    else if (answer === 'save') sendEvent(window, 'closeRequested', null);
    else onCancel();
  };
  window.on('close', (event) => {
    if (mayClose || !desk.shown.dirty) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void ask().finally(() => {
      asking = false;
    });
  });
  return { confirmed };
}

const RELOADS = 3;
const WITHIN_MS = 60_000;

/** A page that crashed is loaded again, unless it crashes again and again; one that hangs is asked about. */
export function reviveCrashedPage(
  window: BrowserWindow,
  dialogs: Dialogs,
  report: (error: unknown) => void,
): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    report(new Error(`The page ended: ${reason}, exit code ${exitCode}`));
    if (reason === 'clean-exit') return;
    const now = Date.now();
    crashes.push(now);
    const recent = crashes.filter((time) => now - time < WITHIN_MS).length;
    if (recent <= RELOADS) window.webContents.reload();
  });
  window.on('unresponsive', () => {
    void dialogs.askToReload().then((reload) => {
      if (reload) window.webContents.forcefullyCrashRenderer();
    });
  });
}
