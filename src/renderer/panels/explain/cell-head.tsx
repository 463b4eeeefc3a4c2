import { ChevronRight } from 'lucide-react';
import { explainCell, goToCell, openView } from '#renderer/store/hooks.ts';
import { addressOf } from '#renderer/store/value-place.ts';
import { FittedHeading } from '#renderer/ui/fitted-heading.tsx';
import type { Explanation } from '#shared/analysis/explanation.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { amountText, cellText, shareText } from '#shared/report/number-text.ts';
import { headSentence, headSupport } from './head-words.ts';
import type { ExplainContext } from './use-explain.ts';

interface HeadProps {
  readonly context: ExplainContext;
  readonly cell: Explanation;
}

/** Where the cell is, what it says, and the same row in other years. */
export function CellHead({ context, cell }: HeadProps) {
  const { t } = context.words;
  return (
    <section className="panel-explain-head" data-region="headline" aria-label={t('regions.head')}>
      <div className="panel-explain-message">
        <Breadcrumb context={context} cell={cell} />
        <div className="panel-explain-heading">
          <FittedHeading>{headSentence(context, cell)}</FittedHeading>
        </div>
        <p className="panel-explain-support">{headSupport(context, cell, shareText)}</p>
      </div>
      <Years context={context} cell={cell} />
    </section>
  );
}

function Breadcrumb({ context, cell }: HeadProps) {
  const { scenario, language, t } = context.words;
  const { key } = cell.place;
  const section = scenario.sections.find(({ id }) => id === itemOf(scenario, key)?.section);
  const row = scenario.itemOrder.indexOf(key) + 1;
  const between = <ChevronRight size={11} className="ui-mirror" aria-hidden />;
  return (
    <nav className="panel-explain-crumbs" aria-label={t('crumbs.name')}>
      <button type="button" onClick={() => openView('model')}>
        {t('crumbs.model')}
      </button>
      {between}
      {section && <span>{section.label[language]}</span>}
      {section && between}
      <button type="button" onClick={() => goToCell(addressOf(scenario.timeline, cell.place))}>
        {t('crumbs.row', { row })}
      </button>
    </nav>
  );
}

const YEARS_SHOWN = 5;

/** The last years of the timeline, or those from the chosen one on where it is earlier. */
function Years({ context, cell }: HeadProps) {
  const { words, model } = context;
  const { key } = cell.place;
  const item = itemOf(words.scenario, key);
  const { years, columns } = model.calendar;
  const chosen = 'year' in cell.place ? cell.place.year : columns[cell.place.period]?.year;
  const from = Math.min(Math.max(0, years.length - YEARS_SHOWN), Math.max(0, years.indexOf(chosen ?? 0)));
  if (!item || item.role === 'header') return null;
  return (
    <div className="panel-explain-years">
      {years.slice(from, from + YEARS_SHOWN).map((year) => {
        const value = model.yearValue(key, year);
        const growth = growthOf(model.yearValue(key, year - 1), value);
        const isShown = 'year' in cell.place && year === chosen;
        return (
          <button
            key={year}
            type="button"
            className="panel-explain-year"
            aria-current={isShown ? 'true' : undefined}
            data-near={year === chosen || undefined}
            onClick={() => explainCell({ key, column: String(year) })}
          >
            <span className="panel-explain-year-name">{year}</span>
            <span className="panel-explain-year-value ui-number">{cellText(value, item) || ' '}</span>
            <span className="panel-explain-year-growth ui-number">
              {growth === null || item.unit === '%'
                ? ' '
                : amountText(growth, { language: words.language, unit: '%', sign: true })}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** Per cent; null from nothing, or across zero, where growth says nothing. */
function growthOf(before: unknown, after: unknown): number | null {
  if (typeof before !== 'number' || typeof after !== 'number' || before <= 0 || after < 0) return null;
  return (after / before - 1) * 100;
}
