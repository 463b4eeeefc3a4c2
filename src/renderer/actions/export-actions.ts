import { i18n } from '#renderer/i18n/i18n.ts';
import { mainClient } from '#renderer/main-client.ts';
import { showDialog, showToast } from '#renderer/store/dialogs.ts';
import { documentStore } from '#renderer/store/document-store.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { ExportedFile } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/errors.ts';
import { findCase } from '#shared/model/resolve-case.ts';
import { CHART_IDS, type ChartId } from '#shared/report/chart-series.ts';
import { type Action, label } from './action.ts';
import { chartExporter, type Scale } from './exporter.ts';
import { documentIsOpen } from './file-actions.ts';
import { documentName } from './files.ts';

const SCALES: readonly Scale[] = [1, 2, 3];

/** The workbench as one page. */
export const EXPORT_PAGE: Action = {
  id: 'export.page.pdf',
  label: label('exportPdf'),
  shortcut: { code: 'KeyP', ctrl: true },
  isEnabled: documentIsOpen,
  perform: () => {
    const { language } = sessionStore.getState();
    const suggestedName = `${suggestion()}.pdf`;
    return report(() => mainClient().exportPdf({ suggestedName, language }));
  },
};

export interface ChartActions {
  readonly chart: ChartId;
  readonly name: () => string;
  readonly actions: readonly Action[];
}

/** What can be done with the picture of each chart. */
export function chartActions(): ChartActions[] {
  return CHART_IDS.map((chart) => ({
    chart,
    name: () => i18n.t(`app:charts.${chart}`),
    actions: [...SCALES.map((scale) => asPng(chart, scale)), asSvg(chart), asCopy(chart)],
  }));
}

/** The same with the name of the chart in each label, for the command list. */
export function namedChartActions(): Action[] {
  return chartActions().flatMap(({ name, actions }) =>
    actions.map((action) => ({ ...action, label: () => `${name()}: ${action.label()}` })),
  );
}

function asPng(chart: ChartId, scale: Scale): Action {
  return {
    id: `export.${chart}.png${scale}`,
    label: label('exportPng', () => ({ scale })),
    isEnabled: documentIsOpen,
    perform: () =>
      report(async () => {
        const bytes = await chartExporter().png(chart, scale);
        return mainClient().exportPicture({ kind: 'png', bytes, suggestedName: pictureName(chart, 'png') });
      }),
  };
}

function asSvg(chart: ChartId): Action {
  return {
    id: `export.${chart}.svg`,
    label: label('exportSvg'),
    isEnabled: documentIsOpen,
    perform: () =>
      report(async () => {
        const bytes = await chartExporter().svg(chart);
        return mainClient().exportPicture({ kind: 'svg', bytes, suggestedName: pictureName(chart, 'svg') });
      }),
  };
}

function asCopy(chart: ChartId): Action {
  return {
    id: `export.${chart}.copy`,
    label: label('copyPicture'),
    isEnabled: documentIsOpen,
    perform: async () => {
      try {
        await chartExporter().copy(chart);
        showToast('ok', i18n.t('app:toasts.copied'));
      } catch (thrown) {
        exportFailed(String(thrown));
      }
    },
  };
}

/** Says what became of an export. */
export async function report(write: () => Promise<Reply<ExportedFile | null>>): Promise<void> {
  try {
    const reply = await write();
    if (!reply.ok) showDialog({ kind: 'error', error: reply.error, title: 'notExported', subject: '' });
    else if (reply.data) showToast('ok', i18n.t('app:toasts.exported', { name: reply.data.name }));
  } catch (thrown) {
    exportFailed(String(thrown));
  }
}

function exportFailed(reason: string): void {
  const error = { code: 'export-failed', params: { reason } };
  showDialog({ kind: 'error', error, title: 'notExported', subject: '' });
}

function pictureName(chart: ChartId, ending: string): string {
  return `${suggestion()} ${i18n.t(`app:charts.${chart}`)}.${ending}`;
}

/** Name of the document, and of the case when it is not the base. */
function suggestion(): string {
  const { caseId, language } = sessionStore.getState();
  const found = caseId === null ? undefined : findCase(documentStore.getState().scenario, caseId);
  return found ? `${documentName()} ${found.name[language]}` : documentName();
}
