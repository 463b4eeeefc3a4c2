import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme } from 'electron';
import type { Settings } from '#shared/ipc/answers.ts';
import { failure } from '#shared/ipc/errors.ts';
import { ACTUAL_SIZE } from '#shared/ipc/zoom.ts';
import { platformFacts, shownAtBoot } from './boot.ts';
import { files, servePage, styleNonce, windowOptions } from './built-parts.ts';
import { createDialogs, type Dialogs } from './dialogs.ts';
import { DocumentDesk } from './document-desk.ts';
import { openPath } from './ipc/document-handlers.ts';
import { createHandlers, type HandlerContext } from './ipc/handlers.ts';
import { registerRoutes } from './ipc/router.ts';
import { logError } from './log.ts';
import { popUpMenu, setEmptyMenu, setMenu } from './menu.ts';
import type { DevelopmentOrigin } from './page-origin.ts';
import { writeFileWhole } from './scenario-files.ts';
import { firstState, type Remembered, rememberedSchema } from './settings.ts';
import { documentPath, readStartArguments, type StartArguments } from './start-arguments.ts';
import { openStateFile, type StateFile } from './state-file.ts';
import { filled, mainTexts } from './texts.ts';
import {
  guardClosing,
  openWindow,
  placementOf,
  reviveCrashedPage,
  sendEvent,
  showInTitle,
} from './window.ts';

interface Arrival {
  readonly argv: readonly string[];
  readonly cwd: string;
}

/** Starts the program with its window, unless it runs already: then the document is handed over. */
export function startProgram(start: StartArguments, development: DevelopmentOrigin): void {
  const arrival: Arrival = { argv: process.argv.slice(1), cwd: process.cwd() };
  // Electron reorders the arguments it passes on itself, so ours travel beside them.
  if (!app.requestSingleInstanceLock(arrival)) {
    app.exit(0);
    return;
  }
  const report = reportErrors();
  let waiting = start.document;
  let program: Program | null = null;
  const arrive = (path: string | null) => {
    if (program) program.arrive(path);
    else waiting = path ?? waiting;
  };
  app.on('second-instance', (_event, _argv, _cwd, additional) => {
    const { argv, cwd } = additional as Arrival;
    arrive(readStartArguments(argv, cwd).document);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrive(documentPath(path, '/'));
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(async () => {
    servePage();
    setEmptyMenu();
    program = await Program.open(waiting, development, report);
  }, report);
}

/** What nobody caught is written to the log and said once, and the program goes on. */
function reportErrors(): (error: unknown) => void {
  const log = join(app.getPath('userData'), 'logs', 'main.log');
  const report = (error: unknown) => logError(log, error);
  let telling = false;
  const tell = (error: unknown) => {
    report(error);
    if (telling || !app.isReady()) return;
    telling = true;
    const { crash } = mainTexts(app.getLocale().startsWith('ar') ? 'ar' : 'en');
    void dialog
      .showMessageBox({
        type: 'error',
        title: crash.title,
        message: crash.message,
        detail: filled(crash.detail, { log }),
        buttons: [crash.continue, crash.quit],
        defaultId: 0,
        noLink: true,
      })
      .then(({ response }) => {
        telling = false;
        if (response === 1) app.quit();
      });
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
  return report;
}

/** The running program: one window, and what is remembered. */
class Program {
  readonly #remembered: StateFile<Remembered>;
  readonly #desk = new DocumentDesk(files);
  readonly #window: BrowserWindow;
  readonly #dialogs: Dialogs;
  readonly #report: (error: unknown) => void;
  #waiting: string | null;
  #booted = false;
  #quitting = false;

  private constructor(
    remembered: StateFile<Remembered>,
    waiting: string | null,
    development: DevelopmentOrigin,
    report: (error: unknown) => void,
  ) {
    this.#remembered = remembered;
    this.#waiting = waiting;
    this.#report = report;
    nativeTheme.themeSource = remembered.current().settings.theme;
    this.#window = openWindow(windowOptions(development), remembered.current().placement);
    this.#dialogs = createDialogs({
      dialog,
      window: () => this.#window,
      texts: () => mainTexts(this.#remembered.current().settings.language),
      startFolder: () => this.#startFolder(),
    });
    // A page that is loaded anew starts at its actual size.
    this.#window.webContents.on('dom-ready', () => this.#applySettings(this.#remembered.current().settings));
    this.#watchWindow(development);
  }

  static async open(
    waiting: string | null,
    development: DevelopmentOrigin,
    report: (error: unknown) => void,
  ): Promise<Program> {
    let program: Program | null = null;
    const remembered = await openStateFile({
      path: join(app.getPath('userData'), 'remembered.json'),
      schema: rememberedSchema,
      fallback: firstState(app.getLocale()),
      write: writeOrThrow,
      report: (error) => {
        report(error);
        if (program) sendEvent(program.#window, 'failed', failure('settings-not-saved'));
      },
    });
    program = new Program(remembered, waiting, development, report);
    return program;
  }

  /** A second start, with or without a document. */
  arrive(path: string | null): void {
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
    if (path === null) return;
    if (!this.#booted) this.#waiting = path;
    else void this.#openAndTell(path);
  }

  async #openAndTell(path: string): Promise<void> {
    sendEvent(this.#window, 'openDocument', await openPath(this.#context(), path));
  }

  #watchWindow(development: DevelopmentOrigin): void {
    const closing = guardClosing(this.#window, this.#desk, this.#dialogs, () => {
      this.#quitting = false;
    });
    const handlers = createHandlers({
      ...this.#context(),
      duties: {
        documentChanged: () => showInTitle(this.#window, this.#desk),
        settingsChanged: (settings) => this.#applySettings(settings),
        setMenu: (menus) => setMenu(menus, (id) => sendEvent(this.#window, 'action', { id })),
        popUpMenu: (menu) => popUpMenu(this.#window, menu),
        close: () => this.#window.close(),
        closeConfirmed: () => {
          closing.confirmed();
          if (this.#quitting) app.quit();
        },
      },
      boot: () => this.#boot(),
      jobDone: async () => {},
    });
    registerRoutes({ handlers, development, report: this.#report });
    reviveCrashedPage(this.#window, this.#dialogs, this.#report);
    this.#window.on('close', () => {
      const placement = placementOf(this.#window);
      this.#remembered.update((state) => ({ ...state, placement }));
    });
    app.on('before-quit', () => {
      this.#quitting = true;
    });
    app.once('will-quit', (event) => {
      event.preventDefault();
      void this.#remembered.settled().then(() => app.exit(0));
    });
  }

  #context(): Omit<HandlerContext, 'duties' | 'boot' | 'jobDone'> {
    return {
      desk: this.#desk,
      dialogs: this.#dialogs,
      remembered: this.#remembered,
      documentsFolder: () => app.getPath('documents'),
      write: writeFileWhole,
    };
  }

  async #boot(): ReturnType<HandlerContext['boot']> {
    const path = this.#waiting;
    this.#waiting = null;
    this.#booted = true;
    const opened = path === null ? await this.#desk.reopenShown() : await openPath(this.#context(), path);
    const platform = platformFacts(app.getVersion());
    return { ...shownAtBoot(opened), platform, job: null, styleNonce };
  }

  #applySettings(settings: Settings): void {
    nativeTheme.themeSource = settings.theme;
    this.#window.webContents.setZoomFactor(settings.zoom / ACTUAL_SIZE);
  }

  #startFolder(): string {
    const last = this.#remembered.current().recentPaths[0];
    return last === undefined ? app.getPath('documents') : dirname(last);
  }
}

async function writeOrThrow(path: string, bytes: Uint8Array): Promise<void> {
  const reply = await writeFileWhole(path, bytes);
  if (!reply.ok) throw new Error(`${path} could not be written: ${reply.error.code}`);
}
