import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useScenario } from '#renderer/store/hooks.ts';
import { TextField } from '#renderer/ui/fields.tsx';
import type { Fact } from '#shared/model/fact.ts';

export interface FactPickerProps {
  readonly label: string;
  readonly facts: readonly string[];
  readonly onChange: (facts: readonly string[]) => void;
  /** Called with a fact that has just been chosen. */
  readonly onChoose?: (fact: Fact) => void;
}

/** Facts found at once; more words find fewer. */
const LISTED = 6;

/** Chooses facts of the register by their words: those chosen stand over the field, those found under it. */
export function FactPicker({ label, facts, onChange, onChoose }: FactPickerProps) {
  const { t } = useTranslation('deal-edit');
  const register = useScenario((scenario) => scenario.facts);
  const [search, setSearch] = useState('');
  const found = matchingFacts(register, search, facts);
  const choose = (fact: Fact) => {
    onChange([...facts, fact.id]);
    onChoose?.(fact);
    setSearch('');
  };
  return (
    <div className="ui-whole deal-edit-facts">
      <TextField label={label} value={search} onChange={setSearch} hint={t('facts.hint')} />
      {search.trim() !== '' && (
        <ul className="deal-edit-found" aria-label={t('facts.found')}>
          {found.map((fact) => (
            <li key={fact.id}>
              <AriaButton className="deal-edit-fact" onPress={() => choose(fact)}>
                <bdi>{fact.id}</bdi>
                <span dir="auto">{fact.statement}</span>
              </AriaButton>
            </li>
          ))}
          {found.length === 0 && <li className="deal-edit-none">{t('noMatch')}</li>}
        </ul>
      )}
      {facts.length > 0 && (
        <ul className="deal-edit-chosen" aria-label={t('facts.chosen')}>
          {facts.map((id) => (
            <li key={id}>
              <bdi>{id}</bdi>
              <AriaButton
                className="deal-edit-remove"
                aria-label={t('facts.remove', { id })}
                onPress={() => onChange(facts.filter((one) => one !== id))}
              >
                <X size={12} aria-hidden />
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function matchingFacts(register: readonly Fact[], search: string, chosen: readonly string[]): Fact[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = register.filter(({ id, subject, metric, statement }) => {
    const text = [id, subject, metric, statement].join('\n').toLowerCase();
    return !chosen.includes(id) && words.every((word) => text.includes(word));
  });
  return found.slice(0, LISTED);
}
