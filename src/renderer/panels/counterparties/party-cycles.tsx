import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealFigures } from '#renderer/store/deal-figures.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Cycle } from '#shared/finance/flow-matrix.ts';
import { cyclesWith } from '#shared/finance/party-book.ts';
import { numberText } from '#shared/report/number-text.ts';
import { PartyLink } from './party-link.tsx';

/** So many are shown before one asks for all. */
const SHOWN = 6;

interface PartyCyclesProps {
  readonly party: string;
  readonly figures: DealFigures;
}

/** The ways of money round that a party is on, each with the most that can have gone round. */
export function PartyCycles({ party, figures: { summary } }: PartyCyclesProps) {
  const { t } = useTranslation('counterparties');
  const [all, setAll] = useState(false);
  const cycles = cyclesWith(summary.cycles, party);
  if (cycles.length === 0) return <p className="panel-counterparties-note">{t('cycles.none', { party })}</p>;
  return (
    <>
      <p className="panel-counterparties-lead">{t('cycles.count', { count: cycles.length })}</p>
      <ul className="panel-counterparties-cycles">
        {cycles.slice(0, all ? cycles.length : SHOWN).map((cycle) => (
          <li key={cycle.parties.join(' ')}>
            <Way cycle={cycle} party={party} />
            <b>{t('cycles.bottleneck', { amount: numberText(cycle.bottleneck) })}</b>
          </li>
        ))}
      </ul>
      {cycles.length > SHOWN && (
        <Button small onPress={() => setAll(!all)}>
          {t(all ? 'cycles.fewer' : 'cycles.all')}
        </Button>
      )}
    </>
  );
}

/** Begins and ends with the party of the page. */
function Way({ cycle: { parties }, party }: { readonly cycle: Cycle; readonly party: string }) {
  const { t } = useTranslation('counterparties');
  const at = parties.indexOf(party);
  const way = [...parties.slice(at + 1), ...parties.slice(0, at)];
  const arrow = <span className="panel-counterparties-arrow">{t('arrow')}</span>;
  return (
    <span>
      <bdi>{party}</bdi> {arrow}{' '}
      {way.map((name) => (
        <span key={name}>
          <PartyLink name={name} /> {arrow}{' '}
        </span>
      ))}
      <bdi>{party}</bdi>
    </span>
  );
}
