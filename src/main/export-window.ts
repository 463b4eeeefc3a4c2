import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { RequestOf } from '#shared/ipc/contract.ts';
import { platformFacts, shownAtBoot } from './boot.ts';
import { files, servePage, styleNonce, windowOptions } from './built-parts.ts';
import { createDialogs } from './dialogs.ts';
import { DocumentDesk } from './document-desk.ts';
import {
  errorLine,
  finishJob,
  INPUT_REFUSED,
  type JobEnd,
  OUTPUT_NOT_WRITTEN,
  type PreparedJob,
  prepareJob,
} from './export-job.ts';
import { printedPage } from './ipc/export-handlers.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerRoutes } from './ipc/router.ts';
import type { DevelopmentOrigin } from './page-origin.ts';
import { writeFileWhole } from './scenario-files.ts';
import { firstState } from './settings.ts';
import { mainTexts } from './texts.ts';
import { openHiddenWindow } from './window.ts';

const JOB_LIMIT_MS = 60_000;

/** Draws one picture or page for the command line in a window nobody sees, writes it, and ends. */
export function startExportJob(jobFile: string, development: DevelopmentOrigin): void {
  // Beside a running program: its lock and its settings are not touched.
  const folder = mkdtempSync(join(tmpdir(), 'headroom-job-'));
  app.setPath('userData', folder);
  const end = ({ exitCode, line }: JobEnd) => {
    if (line !== '') process.stderr.write(`${line}\n`);
    rmSync(folder, { recursive: true, force: true });
    app.exit(exitCode);
  };
  const fail = (error: unknown) => end(failedJob(error));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  setTimeout(() => fail('The picture was not ready in time.'), JOB_LIMIT_MS).unref();
  void app.whenReady().then(async () => {
    servePage();
    const prepared = await prepareJob(jobFile, files);
    if (prepared.ok) runJob(prepared.data, development, end, fail);
    else end({ exitCode: INPUT_REFUSED, line: errorLine(prepared.error) });
  }, fail);
}

function failedJob(error: unknown): JobEnd {
  const params = { reason: error instanceof Error ? error.message : String(error) };
  return { exitCode: OUTPUT_NOT_WRITTEN, line: errorLine({ code: 'export-failed', params }) };
}

function runJob(
  prepared: PreparedJob,
  development: DevelopmentOrigin,
  end: (outcome: JobEnd) => void,
  report: (error: unknown) => void,
): void {
  const window = openHiddenWindow(windowOptions(development));
  const desk = new DocumentDesk(files);
  const state = firstState(prepared.job.language);
  const duties = {
    documentChanged: () => {},
    settingsChanged: () => {},
    setMenu: () => {},
    popUpMenu: async () => null,
    close: () => {},
    closeConfirmed: () => {},
  };
  const handlers = createHandlers({
    desk,
    duties,
    dialogs: createDialogs({
      dialog,
      window: () => window,
      texts: () => mainTexts(prepared.job.language),
      startFolder: () => app.getPath('documents'),
    }),
    remembered: { current: () => state, update: () => {}, settled: async () => {} },
    documentsFolder: () => app.getPath('documents'),
    write: writeFileWhole,
    boot: async () => {
      const platform = platformFacts(app.getVersion());
      return { ...shownAtBoot(null), platform, job: prepared.job, styleNonce };
    },
    jobDone: async (outcome: RequestOf<'jobDone'>) => {
      end(await finishJob(outcome, prepared.output, () => printedPage(window.webContents), writeFileWhole));
    },
  });
  registerRoutes({ handlers, development, report });
  window.webContents.on('render-process-gone', (_event, { reason }) => report(`The page ended: ${reason}`));
}
