import type { IHeaderGroupParams, IHeaderParams } from 'ag-grid-community';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/store/columns.ts';
import { toggleYear } from '#renderer/store/hooks.ts';

/** Head of a quarter or a year: `Q1 A`, `Year`. */
export function PeriodHead({ periodColumn }: IHeaderParams & { readonly periodColumn: Column }) {
  const { t } = useTranslation('grid');
  if (periodColumn.kind === 'year') return <span className="grid-head-period">{t('head.year')}</span>;
  return (
    <span className="grid-head-period">
      <bdi>{t('quarter', { quarter: periodColumn.quarter })}</bdi>{' '}
      <abbr className="grid-head-tag" title={t(`tag.${periodColumn.tag}`)}>
        {t(`letter.${periodColumn.tag}`)}
      </abbr>
    </span>
  );
}

interface YearHeadParams {
  readonly year: number;
  readonly collapsed: boolean;
}

/** Head of the columns of a year; pressing it shows the year alone or its quarters too. */
export function YearHead({ year, collapsed }: IHeaderGroupParams & YearHeadParams) {
  const { t } = useTranslation('grid');
  return (
    <button
      type="button"
      tabIndex={-1}
      className="grid-year-toggle"
      aria-expanded={!collapsed}
      title={t(collapsed ? 'yearHead.closed' : 'yearHead.open', { year })}
      onClick={() => toggleYear(year)}
    >
      {year}
    </button>
  );
}
