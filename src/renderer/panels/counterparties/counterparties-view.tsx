import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DealFigures, useDealFigures } from '#renderer/store/deal-figures.ts';
import { openParty, openView, useAsOf, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { type PartyLine, partyLines } from '#shared/finance/party-book.ts';
import { dateText, periodText } from '#shared/report/time-text.ts';
import { DealChoice } from './deal-choice.tsx';
import { PartyPage } from './party-page.tsx';
import { columnKey, type PartySorting, sortedLines } from './party-rows.ts';
import { PartyTable } from './party-table.tsx';
import { percentText } from './party-words.ts';
import './counterparties.css';

/** All counterparties, or the page of one, as they stood on the as-of date. */
export function CounterpartiesView() {
  const scenario = useScenario((whole) => whole);
  const asOf = useAsOf();
  const figures = useDealFigures();
  const chosen = useSession((session) => session.chosenParty);
  const [sorting, setSorting] = useState<PartySorting | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const left = useRef(chosen);
  const lines = useMemo(() => partyLines(scenario, asOf, figures.summary), [scenario, asOf, figures.summary]);
  // Back in the list the focus stands where it was; on a page it begins at its heading.
  useEffect(() => {
    const buttons = [...(view.current?.querySelectorAll<HTMLElement>('[data-party]') ?? [])];
    if (chosen === null && left.current !== null)
      (buttons.find((one) => one.dataset['party'] === left.current) ?? buttons[0])?.focus();
    if (chosen !== null) view.current?.querySelector('h1')?.focus();
    left.current = chosen;
  }, [chosen]);
  return (
    <div className="panel-counterparties" ref={view}>
      {chosen === null ? (
        <PartyList lines={lines} figures={figures} sorting={sorting} onSort={setSorting} />
      ) : (
        <PartyPage
          key={chosen}
          party={chosen}
          line={lines.find(({ name }) => name === chosen)}
          figures={figures}
          onBack={() => openParty(null)}
        />
      )}
    </div>
  );
}

interface PartyListProps {
  readonly lines: readonly PartyLine[];
  readonly figures: DealFigures;
  readonly sorting: PartySorting | null;
  readonly onSort: (sorting: PartySorting) => void;
}

function PartyList({ lines, figures, sorting, onSort }: PartyListProps) {
  const { t } = useTranslation('counterparties');
  const language = useSession((session) => session.language);
  const { ends, summary } = figures;
  return (
    <>
      <header className="panel-counterparties-head">
        <h1>{useListSentence(lines, figures)}</h1>
        <div className="panel-counterparties-bar">
          <Button small onPress={() => openView('deals')}>
            <ArrowLeft size={14} className="ui-mirror" aria-hidden />
            {t('toDeals')}
          </Button>
          <DealChoice />
          <span>
            {t('subtitle', {
              from: periodText(ends.from, language),
              to: periodText(ends.to, language),
            })}
          </span>
          <span className="panel-counterparties-sorted" role="status">
            {useSortedText(sorting)}
          </span>
        </div>
      </header>
      <section className="panel-counterparties-scroll" aria-label={t('list')} data-region="counterparties">
        {lines.length > 0 ? (
          <PartyTable lines={sortedLines(lines, sorting)} sorting={sorting} onSort={onSort} />
        ) : (
          <p className="panel-counterparties-note">{t('none')}</p>
        )}
      </section>
      <footer className="ui-foot">
        <span>{t('zeroSum')}</span>
        <span>{t('legend')}</span>
        {summary.unread.length > 0 && <span>{t('unread', { count: summary.unread.length })}</span>}
      </footer>
    </>
  );
}

function useSortedText(sorting: PartySorting | null): string {
  const { t } = useTranslation('counterparties');
  if (sorting === null) return t('sorted.descending', { by: t('bySize') });
  const order = sorting.descending ? 'descending' : 'ascending';
  if (sorting.by === 'name') return t(sorting.descending ? 'sorted.nameDescending' : 'sorted.nameAscending');
  return t(`sorted.${order}`, { by: t(columnKey(sorting.by)) });
}

/** On whom most hangs; a neutral sentence where nothing does. */
function useListSentence(lines: readonly PartyLine[], { summary }: DealFigures): string {
  const { t } = useTranslation('counterparties');
  const language = useSession((session) => session.language);
  const company = useScenario((scenario) => scenario.company);
  const day = dateText(useAsOf(), language);
  const { funding, obligations } = summary.concentration;
  const [payer, seller] = [funding?.shares[0], obligations?.shares[0]];
  if (!payer || !seller) return t('sentenceNone', { count: lines.length, day });
  return t('sentence', {
    company,
    payer: payer.name,
    funding: percentText(payer.share, language),
    seller: seller.name,
    obligations: percentText(seller.share, language),
  });
}
