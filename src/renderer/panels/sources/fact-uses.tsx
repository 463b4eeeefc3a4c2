import { Plus, Star, Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { goToCell, openDeal, useRowValues, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import type { Fact } from '#shared/model/fact.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { numberText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { chooseFact, detachFact } from './fact-actions.ts';
import { modelValue, shownColumn } from './fact-cell.ts';
import { modelText } from './place-words.tsx';
import type { SourceRow } from './source-book.ts';

/** Which cells and deals rest on a fact, with what the model has there. */
export function FactUses({ row, onAttach }: { readonly row: SourceRow; readonly onAttach: () => void }) {
  const { t } = useTranslation('sources');
  const { fact, items, deals } = row;
  return (
    <section className="panel-sources-part">
      <h3>{t('uses.title')}</h3>
      {items.length === 0 && deals.length === 0 && <p className="panel-sources-faint">{t('uses.nothing')}</p>}
      <ul className="panel-sources-uses">
        {items.map((key) => (
          <UsedIn key={key} fact={fact} itemKey={key} />
        ))}
      </ul>
      {deals.length > 0 && (
        <ul className="panel-sources-uses">
          {deals.map((id) => (
            <UsedBy key={id} id={id} />
          ))}
        </ul>
      )}
      <div className="panel-sources-actions">
        <Button small onPress={onAttach}>
          <Plus size={13} strokeWidth={1.75} aria-hidden />
          {t('uses.attach')}
        </Button>
      </div>
    </section>
  );
}

/** A row that names the fact: its value there, how far the fact is from it, and whether it is the chosen one. */
function UsedIn({ fact, itemKey }: { readonly fact: Fact; readonly itemKey: string }) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const item = useScenario((scenario) => itemOf(scenario, itemKey));
  const timeline = useScenario((scenario) => scenario.timeline);
  const values = useRowValues(itemKey);
  if (!item) return null;
  const column = shownColumn(item, fact, timeline);
  const label = item.label[language];
  const whole = item.content.kind === 'constant' || item.content.kind === 'dated';
  const name = whole ? label : t('ofPeriod', { what: label, period: periodText(column, language) });
  const model = modelValue(item, fact, timeline, values);
  const chosen = item.facts[0] === fact.id;
  return (
    <li>
      <button
        type="button"
        className="panel-sources-link"
        title={name}
        onClick={() => goToCell({ key: item.key, column })}
      >
        {name}
      </button>
      <span className="panel-sources-use-value">{model === null ? '' : modelText(model, item.unit)}</span>
      <span className="panel-sources-use-value panel-sources-faint">
        {model === null || fact.value === null ? '' : differenceText(fact.value - model)}
      </span>
      {chosen ? (
        <span className="panel-sources-chosen" title={t('uses.chosen')}>
          <Star size={13} fill="currentColor" aria-hidden />
          <span className="ui-hidden">{t('uses.chosen')}</span>
        </span>
      ) : (
        <IconButton
          small
          label={t('uses.choose', { name: label })}
          onPress={() => chooseFact(fact.id, item.key)}
        >
          <Star size={13} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      <IconButton
        small
        label={t('uses.detach', { name: label })}
        onPress={() => detachFact(fact.id, item.key)}
      >
        <Unlink size={13} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </li>
  );
}

/** Nothing where both are the same on screen. */
function differenceText(difference: number): string {
  const text = numberText(difference, 1, true);
  return /[1-9]/.test(text) ? text : '';
}

function UsedBy({ id }: { readonly id: string }) {
  const { t } = useTranslation('sources');
  const deal = useScenario((scenario) => scenario.deals.find((one) => one.id === id));
  if (!deal) return null;
  const { payer, payee } = deal;
  return (
    <li>
      <button type="button" className="panel-sources-link" onClick={() => openDeal(id)}>
        {t('uses.deal', { id, payer, payee })}
      </button>
    </li>
  );
}
