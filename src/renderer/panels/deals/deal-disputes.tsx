import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { openFact, useAsOf, useScenario, useSession } from '#renderer/store/hooks.ts';
import type { Deal } from '#shared/model/deal.ts';
import { type FactPlace, factPlaces } from '#shared/model/fact-places.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { numberText } from '#shared/report/number-text.ts';
import { unitText } from '#shared/report/unit-text.ts';

/** Where a fact that a deal or its history rests on disagrees with others, as of the day. */
export function DealDisputes({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation('conflicts');
  const scenario = useScenario((whole) => whole);
  const asOf = useAsOf();
  const places = useMemo(() => factPlaces(scenario, asOf), [scenario, asOf]);
  const own = new Set([...deal.facts, ...deal.history.flatMap(({ facts }) => facts)]);
  const disputes = places.filter(
    ({ disagrees, statements }) => disagrees && statements.some(({ fact }) => own.has(fact.id)),
  );
  if (disputes.length === 0) return null;
  return (
    <section className="panel-deals-part">
      <h3>{t('deal.title')}</h3>
      <ul className="panel-deals-list">
        {disputes.map((place) => (
          <Dispute key={place.id} place={place} />
        ))}
      </ul>
    </section>
  );
}

function Dispute({ place }: { readonly place: FactPlace }) {
  const { t } = useTranslation('conflicts');
  const language = useSession((session) => session.language);
  const item = useScenario((scenario) => itemOf(scenario, place.item ?? ''));
  const { statements, low, high, unit } = place;
  const fact = statements[0]?.fact;
  const about = {
    what: item?.label[language] ?? fact?.metric ?? '',
    period: fact?.period ?? '',
    low: figure(low),
    high: figure(high),
    unit: unitText(unit, language),
  };
  return (
    <li>
      {t('deal.about', about)}{' '}
      {statements.map((one) => (
        <button
          key={one.fact.id}
          type="button"
          className="panel-deals-link"
          dir="ltr"
          onClick={() => openFact(one.fact.id)}
        >
          {one.fact.id}
        </button>
      ))}
    </li>
  );
}

/** Every digit quoted, three at most. */
function figure(value: number): string {
  const digits = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
  return numberText(value, Math.min(digits, 3));
}
