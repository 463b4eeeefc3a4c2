import { useEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import { createEngine } from '#shared/engine/engine.ts';
import type { ExportJob } from '#shared/ipc/answers.ts';
import { CHART_IDS, type ChartId } from '#shared/report/chart-series.ts';
import { i18n } from '../i18n/i18n.ts';
import { mainClient } from '../main-client.ts';
import { chartTexts } from './chart-texts.ts';
import { drawn } from './drawn.ts';
import { drawPicture, type PictureSubject } from './picture.tsx';
import { loadFonts } from './picture-fonts.ts';
import { pngBytes } from './picture-png.ts';
import { ReportPage } from './report-page.tsx';

/** A hidden window's whole page: draws what the command line asked for and hands it to main. */
export function ExportJobPage({ job }: { readonly job: ExportJob }) {
  const subject = useMemo(() => subjectOf(job), [job]);
  const report = useRef<HTMLDivElement>(null);
  const started = useRef(false);
  useEffect(() => {
    // Effects run twice in development; a job runs once.
    if (started.current) return;
    started.current = true;
    void carryOut(job, subject, report.current);
  }, [job, subject]);
  if (job.subject.kind !== 'report') return null;
  return createPortal(
    <div ref={report} className="chart-print chart-print--shown">
      <ReportPage {...subject} />
    </div>,
    document.body,
  );
}

function subjectOf(job: ExportJob): PictureSubject {
  const viewpoint = { caseId: job.caseId, asOf: job.asOf };
  return {
    scenario: job.scenario,
    rows: createEngine(job.scenario, viewpoint).rows(),
    viewpoint,
    texts: chartTexts(i18n.getFixedT(job.language, 'charts'), job.language),
  };
}

async function carryOut(job: ExportJob, subject: PictureSubject, page: HTMLElement | null): Promise<void> {
  try {
    if (job.subject.kind === 'report') {
      if (page) await settled(page);
      await mainClient().jobDone({ kind: 'print' });
    } else {
      const bytes = await chartBytes(job, subject, job.subject.chart);
      await mainClient().jobDone({ kind: 'file', bytes });
    }
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    await mainClient().jobDone({ kind: 'failed', code: 'export-failed', message: message.slice(0, 2000) });
  }
}

async function settled(page: HTMLElement): Promise<void> {
  await loadFonts('A٣ا');
  await drawn(page, '.chart-page');
}

async function chartBytes(
  job: ExportJob,
  subject: PictureSubject,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const chart = CHART_IDS.find((id): id is ChartId => id === name);
  if (!chart) throw new Error(`There is no chart ${name}; there are ${CHART_IDS.join(', ')}`);
  const svg = await drawPicture(subject, chart);
  return job.format === 'png' ? pngBytes(svg, job.scale) : new TextEncoder().encode(svg);
}
