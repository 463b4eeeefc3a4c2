import { Trans } from 'react-i18next';
import type { Viewpoint } from '#shared/engine/results.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { headline } from '#shared/report/headline.ts';
import { reportTable } from '#shared/report/report-table.ts';
import type { Rows } from '#shared/report/row-reading.ts';
import { unitText } from '#shared/report/unit-text.ts';
import type { ChartTexts } from './chart-texts.ts';
import { asOfText, caseName, pageSources } from './picture-words.ts';
import { ReportCharts } from './report-charts.tsx';
import { ReportTableView } from './report-table-view.tsx';
import { checksOf, reportLead, reportTitle } from './report-words.ts';
import { chartsOf } from './use-charts.ts';
import './report-page.css';

export interface ReportPageProps {
  readonly scenario: Scenario;
  readonly rows: Rows;
  readonly viewpoint: Viewpoint;
  readonly texts: ChartTexts;
}

/** The answer on one A4 page: sentence, charts, figures by year, sources. */
export function ReportPage({ scenario, rows, viewpoint, texts }: ReportPageProps) {
  const { language, t } = texts;
  const shown = headline(scenario, rows, viewpoint);
  const table = reportTable(scenario, rows, viewpoint);
  const title = reportTitle(scenario, shown, language);
  return (
    <article className="chart-page" data-theme="light" lang={language} dir={texts.mirror ? 'rtl' : 'ltr'}>
      <header className="chart-page-head">
        <b>{scenario.title[language]}</b>
        <span>{t('print.madeWith')}</span>
      </header>
      <h1>
        <Trans t={t} i18nKey={title.key} values={title.params} components={{ gap: <em /> }} shouldUnescape />
      </h1>
      <p className="chart-page-lead">
        {reportLead(scenario, rows, shown, table, language)
          .map((message) => texts.say(message))
          .join(' ')}
      </p>
      <Stamp scenario={scenario} rows={rows} viewpoint={viewpoint} texts={texts} unit={table?.unit ?? ''} />
      <ReportCharts charts={chartsOf(scenario, rows, viewpoint)} texts={texts} />
      {table && <ReportTableView table={table} texts={texts} />}
      <div className="chart-page-notes">
        <section>
          <h2>{t('print.sources')}</h2>
          <p>{pageSources(scenario, texts)}</p>
        </section>
        <section>
          <h2>{t('print.binding')}</h2>
          <p>{t('print.bindingText')}</p>
        </section>
      </div>
    </article>
  );
}

function Stamp({ scenario, rows, viewpoint, texts, unit }: ReportPageProps & { readonly unit: string }) {
  const { t, language } = texts;
  const checks = checksOf(scenario, rows);
  return (
    <dl className="chart-page-stamp">
      <Entry name={t('print.asOf')} value={asOfText(scenario, viewpoint, texts)} />
      <Entry name={t('print.case')} value={caseName(scenario, viewpoint, texts)} />
      {unit !== '' && <Entry name={t('print.figures')} value={unitText(unit, language)} />}
      {checks.count > 0 && (
        <Entry
          name={t('print.checks')}
          value={t('print.checksPass', { ...checks })}
          look={checks.passed === checks.count ? 'ok' : 'bad'}
        />
      )}
    </dl>
  );
}

function Entry({ name, value, look }: { name: string; value: string; look?: 'ok' | 'bad' }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd {...(look && { className: `chart-page-${look}` })}>{value}</dd>
    </div>
  );
}
