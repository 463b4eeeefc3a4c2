import { CircleCheck, CircleX, Repeat } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  explainCell,
  goToCell,
  useAllRows,
  useCalculating,
  useChecks,
  useLoops,
  useRowValues,
  useScenario,
  useSession,
} from '#renderer/store/hooks.ts';
import { rangeFigures } from '#renderer/store/range-figures.ts';
import { ACTUAL_SIZE } from '#shared/ipc/zoom.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { periodIndex, periodNameAt, yearsOf } from '#shared/model/timeline.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { amountText, numberText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { unitText } from '#shared/report/unit-text.ts';
import { explainLoop } from './explain/open-loop.ts';
import { useHeadline } from './headline.tsx';
import './status-bar.css';

/** Figures of the range at the start; checks, loops and figures of the model at the end. */
export function StatusBar() {
  return (
    <footer className="panel-status" data-region="status">
      <Range />
      <WhyError />
      <span className="panel-grow" />
      <Calculating />
      <Checks />
      <Loops />
      <ModelFigures />
      <Zoom />
    </footer>
  );
}

/** Only where it takes long: the words come after a pause. */
function Calculating() {
  const { t } = useTranslation();
  const calculating = useCalculating();
  return (
    <span className="panel-status-calculating" role="status">
      {calculating && t('status.calculating')}
    </span>
  );
}

function Range() {
  const { t } = useTranslation();
  const scenario = useScenario((whole) => whole);
  const rows = useAllRows();
  const active = useSession((session) => session.activeCell);
  const selection = useSession((session) => session.selection);
  const figures = useMemo(() => {
    const cells = selection.length > 0 ? selection : active ? [active] : [];
    const decimals = cells[0] ? (itemOf(scenario, cells[0].key)?.decimals ?? 1) : 1;
    return { ...rangeFigures(scenario, rows, cells), decimals };
  }, [scenario, rows, selection, active]);
  if (figures.cells === 0) return <span>{t('status.noCell')}</span>;
  return (
    <>
      <span>{t('status.cells', { count: figures.cells })}</span>
      {figures.sum !== null && figures.cells === 1 && (
        <span>
          {t('status.value')} <b className="ui-number">{numberText(figures.sum, figures.decimals)}</b>
        </span>
      )}
      {figures.sum !== null && figures.cells > 1 && (
        <span>
          {t('status.sum')} <b className="ui-number">{numberText(figures.sum, figures.decimals)}</b>
        </span>
      )}
      {figures.average !== null && figures.cells > 1 && (
        <span>
          {t('status.average')} <b className="ui-number">{numberText(figures.average, figures.decimals)}</b>
        </span>
      )}
      {figures.least !== null && figures.most !== null && figures.numbers > 1 && (
        <span className="panel-status-extra">
          {t('status.least')} <b className="ui-number">{numberText(figures.least, figures.decimals)}</b>{' '}
          {t('status.most')} <b className="ui-number">{numberText(figures.most, figures.decimals)}</b>
        </span>
      )}
      {figures.numbers > 1 && figures.sum === null && <span>{t('status.mixedUnits')}</span>}
    </>
  );
}

/** Says the size of the page where it is not the actual one. */
function Zoom() {
  const { t } = useTranslation();
  const zoom = useSession((session) => session.zoom);
  if (zoom === ACTUAL_SIZE) return null;
  return <span>{t('status.zoom', { percent: `${zoom}%` })}</span>;
}

/** Leads from a cell with an error to the page that says where it arose and what to do. */
function WhyError() {
  const { t } = useTranslation();
  const active = useSession((session) => session.activeCell);
  const timeline = useScenario((scenario) => scenario.timeline);
  const values = useRowValues(active?.key ?? '');
  if (!active || !values) return null;
  const period = periodIndex(timeline, active.column);
  const value =
    period === null ? values.years[yearsOf(timeline).indexOf(Number(active.column))] : values.periods[period];
  if (!isErrorValue(value)) return null;
  return (
    <span className="panel-status-bad">
      <button type="button" onClick={() => explainCell(active)}>
        {t('explain-view:status.why', { code: value.code })}
      </button>
    </span>
  );
}

function Checks() {
  const { t } = useTranslation();
  const { passed, failed } = useChecks();
  const all = passed.length + failed.length;
  const [first] = failed;
  if (all === 0) return <span>{t('status.noChecks')}</span>;
  if (!first) {
    return (
      <span className="panel-status-ok">
        <CircleCheck size={13} strokeWidth={1.75} aria-hidden />
        {t('status.checksPass', { count: all })}
      </span>
    );
  }
  return (
    <span className="panel-status-bad">
      <CircleX size={13} strokeWidth={1.75} aria-hidden />
      <button type="button" onClick={() => goToCell(first)}>
        {t('status.checksFail', { count: failed.length, all })}
      </button>
      <button type="button" onClick={() => explainCell(first)}>
        {t('explain-view:status.whyCheck')}
      </button>
    </span>
  );
}

const SETTLED = { 'linear-exact': 0, converged: 1, 'not-converged': 2, 'no-solution': 2 } as const;

/** How loops were treated; the worst speaks for all. */
function Loops() {
  const { t } = useTranslation();
  const loops = useLoops();
  const timeline = useScenario((scenario) => scenario.timeline);
  if (loops.length === 0) return null;
  const worst = loops.reduce((a, b) => (SETTLED[b.status] > SETTLED[a.status] ? b : a));
  const [cell] = worst.chain;
  const residual = loops.reduce((largest, loop) => Math.max(largest, Math.abs(loop.residual)), 0);
  const count = loops.length;
  const open = () => {
    if (cell) explainLoop({ key: cell.key, column: periodNameAt(timeline, cell.period) });
  };
  const settled = SETTLED[worst.status];
  const words = [
    t('status.loopsExact', { count }),
    t('status.loopsIterated', { count, residual: residual.toExponential(1) }),
    t('status.loopsOpen', { count: loops.filter((loop) => SETTLED[loop.status] === 2).length }),
  ][settled];
  return (
    <span className={settled === 2 ? 'panel-status-bad' : undefined}>
      <Repeat size={13} strokeWidth={1.75} aria-hidden />
      <button type="button" onClick={open}>
        {words}
      </button>
    </span>
  );
}

function ModelFigures() {
  const { t } = useTranslation();
  const language = useSession((session) => session.language);
  const shown = useHeadline();
  if (shown.kind !== 'gap' && shown.kind !== 'covered') return null;
  const { runway, peak, unit } = shown;
  return (
    <>
      {runway !== null && (
        <span className="panel-status-extra">
          {t('figures.runway')} <b>{t('status.quarters', { count: runway })}</b>
        </span>
      )}
      {peak && peak.value > 0 && (
        <span className="panel-status-extra">
          {t('figures.peak')} <b className="ui-number">{amountText(peak.value, { language, unit: '' })}</b>{' '}
          {periodText(peak.period, language)}
        </span>
      )}
      <span>{t('status.unit', { unit: unitText(unit, language) })}</span>
    </>
  );
}
