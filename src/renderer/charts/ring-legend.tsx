import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BindingLevel } from '#shared/model/deal.ts';
import { LEVEL_DASHES, LINK_COLOURS } from './ring-look.ts';

/** What the colours, the dashes in use and the violet outline stand for. */
export function RingLegend({ levels }: { readonly levels: readonly BindingLevel[] }) {
  const { t } = useTranslation('deals');
  return (
    <ul className="chart-ring-legend" aria-label={t('ring.legend')}>
      <Entry mark={<Line stroke={LINK_COLOURS.fund} />} name={t('ring.fund')} />
      <Entry mark={<Line stroke={LINK_COLOURS.purchase} />} name={t('ring.purchase')} />
      {levels.map((level) => (
        <Entry key={level} mark={<Line dashes={LEVEL_DASHES[level]} />} name={t(`charts:level.${level}`)} />
      ))}
      <Entry mark={<Both />} name={t('ring.both')} />
    </ul>
  );
}

function Entry({ mark, name }: { readonly mark: ReactNode; readonly name: string }) {
  return (
    <li>
      {mark}
      {name}
    </li>
  );
}

function Line({
  stroke = 'var(--text-2)',
  dashes = '',
}: {
  readonly stroke?: string;
  readonly dashes?: string;
}) {
  const style: CSSProperties = { stroke, strokeWidth: 3, strokeDasharray: dashes };
  return (
    <svg width={28} height={12} viewBox="0 0 28 12" aria-hidden="true">
      <path d="M1 6H27" style={{ ...style, strokeLinecap: dashes.startsWith('0.1') ? 'round' : 'butt' }} />
    </svg>
  );
}

function Both() {
  return (
    <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
      <circle cx={7} cy={7} r={5.5} style={{ fill: 'none', stroke: 'var(--c-fund-3)', strokeWidth: 2.5 }} />
    </svg>
  );
}
