import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { goToCell, useAsOf, useRowValues, useScenario, useSession } from '#renderer/store/hooks.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { cellText } from '#shared/report/number-text.ts';
import { dateText, periodText } from '#shared/report/time-text.ts';
import type { CellEntry } from './cell-lists.ts';
import { moveAmong } from './move-among.ts';

/** Rows of the model that do not rest on a source; each name leads to its cell. */
export function CellTable({
  entries,
  label,
}: {
  readonly entries: readonly CellEntry[];
  readonly label: string;
}) {
  const { t } = useTranslation('sources');
  return (
    <table className="panel-sources-table panel-sources-table--cells" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('columns.row')}</th>
          <th scope="col" data-column="value">
            {t('columns.value')}
          </th>
          <th scope="col" data-column="unit">
            {t('columns.unit')}
          </th>
          <th scope="col" data-column="says">
            {t('columns.reason')}
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={moveAmong}>
        {entries.map((entry) => (
          <CellRow key={`${entry.key} ${entry.column}`} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

const CellRow = memo(function CellRow({ entry }: { readonly entry: CellEntry }) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const item = useScenario((scenario) => itemOf(scenario, entry.key));
  const asOf = useAsOf();
  if (!item) return null;
  const later = entry.later ? t('notYetSourced', { day: dateText(asOf, language) }) : '';
  return (
    <tr className="panel-sources-row" onClick={() => goToCell(entry)}>
      <td>
        <button type="button" className="panel-sources-cell" data-sources-stop="">
          {item.label[language]}
        </button>
      </td>
      <td data-column="value">
        <CellFigures entry={entry} />
      </td>
      <td data-column="unit">
        <bdi>{item.unit}</bdi>
      </td>
      <td data-column="says" title={entry.reason}>
        <span dir="auto" className="panel-sources-cut">
          {[later, entry.reason].filter(Boolean).join(' ') || t('noReason')}
        </span>
      </td>
    </tr>
  );
});

/** The value of a row that never changes, or its first and last. */
function CellFigures({ entry }: { readonly entry: CellEntry }) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const item = useScenario((scenario) => itemOf(scenario, entry.key));
  const values = useRowValues(entry.key)?.periods.filter((value) => value !== null) ?? [];
  if (!item) return null;
  const [first, last] = [values[0], values.at(-1)].map((value) => cellText(value ?? null, item));
  if (first === last) return first;
  return t('fromTo', { from: first, to: last, period: periodText(entry.column, language) });
}
