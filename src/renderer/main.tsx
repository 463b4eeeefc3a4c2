import './ui/fonts.ts';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import type { Boot, ExportJob } from '#shared/ipc/answers.ts';
import { followWithAppearance } from './actions/appearance.ts';
import { listenToFieldMenus } from './actions/context-menu.ts';
import { provideExporter } from './actions/exporter.ts';
import { adoptDocument, openHandedOver, saveAndClose } from './actions/files.ts';
import { followWithWindowTitle } from './actions/follow-document.ts';
import { listenToShortcuts } from './actions/keyboard.ts';
import { followWithNativeMenu } from './actions/native-menu.ts';
import { signalReady } from './actions/ready-signal.ts';
import { rememberFocus } from './actions/regions.ts';
import { performById } from './actions/registry.ts';
import { createInProcessRunner } from './calc/in-process-runner.ts';
import { createSizedRunner } from './calc/sized-runner.ts';
import { startWorker } from './calc/start-worker.ts';
import { Charts } from './charts/charts-panel.tsx';
import { chartPictures } from './charts/export-charts.ts';
import { ExportJobPage } from './charts/export-job-page.tsx';
import { PrintPage } from './charts/print-page.tsx';
import { Ring } from './charts/ring.tsx';
import { GapLadder } from './charts/ring-ladder.tsx';
import { FormulaBar } from './grid/formula-bar/formula-bar.tsx';
import { Grid } from './grid/grid.tsx';
import { i18n } from './i18n/i18n.ts';
import { mainClient } from './main-client.ts';
import { CounterpartiesView } from './panels/counterparties/counterparties-view.tsx';
import { DealChoice } from './panels/counterparties/deal-choice.tsx';
import { DealsView } from './panels/deals/deals-view.tsx';
import { Dialogs } from './panels/dialogs.tsx';
import { DropTarget } from './panels/drop-target.tsx';
import { ExplainView } from './panels/explain/explain-view.tsx';
import { SourcesView } from './panels/sources/sources-view.tsx';
import { Toasts } from './panels/toasts.tsx';
import { Welcome } from './panels/welcome.tsx';
import { Workbench } from './panels/workbench.tsx';
import { showDialog, showToast } from './store/dialogs.ts';
import { calculateWith } from './store/document-store.ts';
import { useDocument, useSession } from './store/hooks.ts';
import { adoptSettings } from './store/preferences.ts';
import { sessionStore } from './store/session-store.ts';
import { provideStyleNonce } from './ui/style-nonce.ts';

function App({ styleNonce }: { readonly styleNonce: string }) {
  const language = useSession((session) => session.language);
  const isOpen = useDocument((document) => document.documentId !== null);
  return (
    <I18nextProvider i18n={i18n}>
      <I18nProvider locale={language === 'ar' ? 'ar-AE' : 'en-GB'}>
        {isOpen ? (
          <Workbench
            formulaBar={<FormulaBar styleNonce={styleNonce} />}
            grid={<Grid styleNonce={styleNonce} />}
            charts={<Charts />}
            views={{
              deals: <DealsView ring={<Ring choice={<DealChoice />} />} ladder={<GapLadder />} />,
              counterparties: <CounterpartiesView />,
              sources: <SourcesView />,
              explain: <ExplainView />,
            }}
          />
        ) : (
          <Welcome />
        )}
        {isOpen && <PrintPage />}
        <Dialogs />
        <Toasts />
        <DropTarget />
      </I18nProvider>
    </I18nextProvider>
  );
}

/** Brings the window to life with what main knows at the start. */
async function startApp(boot: Boot): Promise<void> {
  sessionStore.setState({ recent: boot.recent, platform: boot.platform });
  adoptSettings(boot.settings);
  followWithAppearance(document);
  calculateBySize();
  if (boot.open) await adoptDocument(boot.open);
  if (boot.openError) showDialog({ kind: 'error', error: boot.openError, title: 'notOpened', subject: '' });
  provideExporter(chartPictures);
  followMain();
  render(<App styleNonce={boot.styleNonce} />);
  signalReady(document);
}

/** Draws what the command line asked for, in its language and always light. */
function startJob(job: ExportJob): void {
  sessionStore.setState({ language: job.language, theme: 'light' });
  followWithAppearance(document);
  render(<ExportJobPage job={job} />);
}

/** Large documents are calculated beside the window; should that end, in it. */
function calculateBySize(): void {
  const failed = () => {
    calculateWith(createInProcessRunner);
    showToast('bad', i18n.t('app:status.workerStopped'));
  };
  calculateWith((events) => createSizedRunner({ ...events, failed }, startWorker));
}

function followMain(): void {
  const client = mainClient();
  client.onAction(({ id }) => performById(id));
  client.onOpenDocument((reply) => void openHandedOver(reply));
  client.onCloseRequested(() => void saveAndClose());
  client.onFailed((error) => showDialog({ kind: 'error', error, title: 'failed', subject: '' }));
  listenToShortcuts(window);
  listenToFieldMenus(window);
  rememberFocus(document);
  followWithNativeMenu();
  followWithWindowTitle();
}

function render(app: React.ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(<StrictMode>{app}</StrictMode>);
}

async function start(): Promise<void> {
  const reply = await mainClient().boot({});
  if (!reply.ok) throw new Error(`The program could not start: ${reply.error.code}`);
  provideStyleNonce(document, reply.data.styleNonce);
  if (reply.data.job) startJob(reply.data.job);
  else await startApp(reply.data);
}

void start();
