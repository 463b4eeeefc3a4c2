import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { goToCell, useRowsValues, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dealReaders } from '#shared/analysis/deal-readers.ts';
import type { Deal } from '#shared/model/deal.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';

/** Rows that ask for what this deal is part of, each a way to it in the grid. */
export function CellsThatRead({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation('deal-edit');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  const readers = useMemo(() => dealReaders(scenario, deal), [scenario, deal]);
  const values = useRowsValues(readers);
  // Where there is something to see: the first quarter in which the row is not nothing.
  const columnOf = (key: string) => {
    const first = values.get(key)?.periods.findIndex((value) => value !== 0 && value !== null) ?? 0;
    return periodNameAt(scenario.timeline, Math.max(0, first));
  };
  return (
    <section className="panel-deals-part">
      <h3>{t('readers.title')}</h3>
      {readers.length === 0 ? (
        <p className="panel-deals-source">{t(deal.scope === 'memo' ? 'readers.memo' : 'readers.none')}</p>
      ) : (
        <ul className="panel-deals-readers">
          {readers.map((key) => (
            <li key={key}>
              <Button small kind="ghost" onPress={() => goToCell({ key, column: columnOf(key) })}>
                {itemOf(scenario, key)?.label[language] || key}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
