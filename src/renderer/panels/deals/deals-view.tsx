import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AsOfSlider } from '#renderer/panels/as-of-slider.tsx';
import { closeDeal, openParty, useAsOf, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import { amountText, numberText } from '#shared/report/number-text.ts';
import { dateText } from '#shared/report/time-text.ts';
import { DealFilters } from './deal-filters.tsx';
import { DealInspector } from './deal-inspector.tsx';
import { DealTable } from './deal-table.tsx';
import { AddDealButton } from './edit/deal-buttons.tsx';
import {
  type Direction,
  type Filters,
  filterRows,
  type RegisterRow,
  type Sorting,
  sortRows,
  totalsByLevel,
} from './register-rows.ts';
import { useRegister } from './use-register.ts';
import './deals.css';

const UNIT = 'USD bn';

export interface DealsViewProps {
  readonly ring: ReactNode;
  /** Stands where the inspector has nothing to show. */
  readonly ladder?: ReactNode;
}

/** The register on a day, the ring of counterparties, and the chosen deal. */
export function DealsView({ ring, ladder = null }: DealsViewProps) {
  const { t } = useTranslation('deals');
  const company = useScenario((scenario) => scenario.company);
  const deals = useScenario((scenario) => scenario.deals);
  const chosenId = useSession((session) => session.chosenDeal);
  const rows = useRegister();
  const chosen = deals.find(({ id }) => id === chosenId);
  const view = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const inspector = useRef<HTMLElement>(null);
  // In a small window the inspector stands under the register.
  useEffect(() => {
    if (chosenId !== null && body.current && inspector.current)
      body.current.scrollTop = inspector.current.offsetTop;
  }, [chosenId]);
  const close = () => {
    closeDeal();
    const buttons = [...(view.current?.querySelectorAll<HTMLElement>('[data-deal]') ?? [])];
    (buttons.find((button) => button.dataset['deal'] === chosenId) ?? buttons[0])?.focus();
  };
  return (
    <div className="panel-deals" ref={view}>
      <DealsHead rows={rows} company={company} />
      <div className="panel-deals-body" ref={body}>
        <Register rows={rows} company={company} />
        {ring !== null && <div className="panel-deals-ring">{ring}</div>}
        <aside className="panel-deals-inspector" ref={inspector} aria-label={t('inspector')}>
          {chosen ? (
            <DealInspector key={chosen.id} deal={chosen} onClose={close} />
          ) : (
            <>
              {ladder}
              <p className="panel-deals-empty">{t('choose')}</p>
            </>
          )}
        </aside>
      </div>
    </div>
  );
}

interface RegisterProps {
  readonly rows: readonly RegisterRow[];
  readonly company: string;
}

/** The sentence of the day over the slider. */
function DealsHead({ rows, company }: RegisterProps) {
  const { t } = useTranslation('deals');
  const language = useSession((session) => session.language);
  const day = dateText(useAsOf(), language);
  const promised = totalsByLevel(rows, 'in', UNIT);
  const all = [...promised.values()].reduce((sum, amount) => sum + amount, 0);
  const firm = (promised.get('cash') ?? 0) + (promised.get('signed') ?? 0);
  const money = (amount: number) => amountText(amount, { language, unit: UNIT });
  return (
    <section className="panel-deals-head" aria-label={t('known', { day })}>
      <div className="panel-deals-known">
        <h1 className="panel-deals-sentence">
          {all > 0
            ? t('sentence', { company, all: money(all), firm: money(firm) })
            : t('sentenceNone', { company, day })}
        </h1>
        <b>{t('known', { day })}</b>
        <span>{t('knownHint')}</span>
      </div>
      <AsOfSlider wide />
    </section>
  );
}

function Register({ rows, company }: RegisterProps) {
  const { t } = useTranslation('deals');
  const [filters, setFilters] = useState<Filters>({ party: company || null, type: null, level: null });
  const [sorting, setSorting] = useState<Sorting>({ by: null, descending: false });
  const shown = sortRows(filterRows(rows, filters), sorting);
  const parties = [...new Set(rows.flatMap(({ deal }) => [deal.payer, deal.payee]))].sort();
  return (
    <section className="panel-deals-register" aria-label={t('register')}>
      <header className="panel-deals-title">
        <h2>{t('register')}</h2>
        <span>{t('count', { shown: shown.length, count: rows.length })}</span>
        <span className="panel-grow" />
        <Button small onPress={() => openParty(null)}>
          {t('counterparties:list')}
        </Button>
        <AddDealButton />
      </header>
      <div className="panel-deals-bar">
        <DealFilters filters={filters} parties={parties} onChange={setFilters} />
        <span className="panel-deals-sorted">
          {t('sorted', { by: sorting.by === null ? t('direction') : t(`columns.${sorting.by}`) })}
        </span>
      </div>
      <div className="panel-deals-scroll">
        {shown.length > 0 ? (
          <DealTable rows={shown} sorting={sorting} onSort={setSorting} />
        ) : (
          <p className="panel-deals-empty">{t('none')}</p>
        )}
      </div>
      <footer className="ui-foot">
        <Totals rows={shown} direction="in" label={t('toCompany', { company })} />
        <Totals rows={shown} direction="out" label={t('fromCompany', { company })} />
        <span>{t('notCounted')}</span>
      </footer>
    </section>
  );
}

interface TotalsProps {
  readonly rows: readonly RegisterRow[];
  readonly direction: Direction;
  readonly label: string;
}

/** Each level by itself: firm and soft money are not added up. */
function Totals({ rows, direction, label }: TotalsProps) {
  const { t } = useTranslation('deals');
  const totals = totalsByLevel(rows, direction, UNIT);
  const parts = BINDING_LEVELS.flatMap((level) => {
    const amount = totals.get(level);
    return amount === undefined ? [] : [`${t(`charts:level.${level}`)} ${numberText(amount)}`];
  });
  if (parts.length === 0) return null;
  return (
    <span>
      {label} <b>{parts.join(t('separator'))}</b>
    </span>
  );
}
