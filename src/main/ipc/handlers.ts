import { recentDocuments, withSettings } from '#main/settings.ts';
import type { Boot, Settings } from '#shared/ipc/answers.ts';
import type { NativeMenu, RequestOf } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/errors.ts';
import { type DocumentContext, documentHandlers } from './document-handlers.ts';
import { type ExportContext, exportHandlers } from './export-handlers.ts';
import type { Handlers } from './router.ts';

/** What the window does for the page. */
export interface WindowDuties {
  documentChanged(): void;
  settingsChanged(settings: Settings): void;
  setMenu(menus: readonly NativeMenu[]): void;
  popUpMenu(menu: RequestOf<'menuPopup'>): Promise<string | null>;
  close(): void;
  closeConfirmed(): void;
}

export interface HandlerContext extends DocumentContext, ExportContext {
  readonly duties: WindowDuties;
  readonly boot: () => Promise<Omit<Boot, 'settings' | 'recent'>>;
  readonly jobDone: (outcome: RequestOf<'jobDone'>) => Promise<void>;
}

export function createHandlers(context: HandlerContext): Handlers {
  const { duties, remembered, desk, dialogs } = context;
  return {
    ...documentHandlers(context),
    ...exportHandlers(context),
    boot: async () => {
      const rest = await context.boot();
      const state = remembered.current();
      return done({ ...rest, settings: state.settings, recent: recentDocuments(state) });
    },
    documentState: async (shown) => {
      desk.show(shown);
      duties.documentChanged();
      return done(null);
    },
    askToSave: async () => done(await dialogs.askToSave(desk.shown.name)),
    closeConfirmed: async () => {
      duties.closeConfirmed();
      return done(null);
    },
    windowClose: async () => {
      duties.close();
      return done(null);
    },
    settingsSet: async (patch) => {
      remembered.update((state) => withSettings(state, patch));
      duties.settingsChanged(remembered.current().settings);
      return done(remembered.current().settings);
    },
    menuSet: async ({ menus }) => {
      duties.setMenu(menus);
      return done(null);
    },
    menuPopup: async (menu) => done(await duties.popUpMenu(menu)),
    jobDone: async (outcome) => {
      await context.jobDone(outcome);
      return done(null);
    },
  };
}

function done<T>(data: T): Reply<T> {
  return { ok: true, data };
}
