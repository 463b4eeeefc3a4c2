import { ChevronDown, X } from 'lucide-react';
import { Button as AriaButton, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, MenuPopover } from '#renderer/ui/menu.tsx';
import { BINDING_LEVELS, DEAL_TYPES } from '#shared/model/deal.ts';
import type { Filters, ShownLevel } from './register-rows.ts';

export interface DealFiltersProps {
  readonly filters: Filters;
  readonly parties: readonly string[];
  readonly onChange: (filters: Filters) => void;
}

const LEVELS: readonly ShownLevel[] = [...BINDING_LEVELS, 'lapsed'];

/** One chip per filter, each with the menu of its values. */
export function DealFilters({ filters, parties, onChange }: DealFiltersProps) {
  const { t } = useTranslation('deals');
  const levelWord = (level: ShownLevel) => (level === 'lapsed' ? t('lapsed') : t(`charts:level.${level}`));
  return (
    <fieldset className="panel-deals-filters" aria-label={t('filters')}>
      <FilterChip
        name={t('party')}
        value={filters.party}
        choices={parties.map((party) => [party, party] as const)}
        onChange={(party) => onChange({ ...filters, party })}
      />
      <FilterChip
        name={t('columns.type')}
        value={filters.type}
        choices={DEAL_TYPES.map((type) => [type, t(`type.${type}`)] as const)}
        onChange={(type) => onChange({ ...filters, type })}
      />
      <FilterChip
        name={t('binding')}
        value={filters.level}
        choices={LEVELS.map((level) => [level, levelWord(level)] as const)}
        onChange={(chosen) => onChange({ ...filters, level: LEVELS.find((one) => one === chosen) ?? null })}
      />
    </fieldset>
  );
}

interface FilterChipProps {
  readonly name: string;
  readonly value: string | null;
  readonly choices: readonly (readonly [id: string, text: string])[];
  readonly onChange: (value: string | null) => void;
}

function FilterChip({ name, value, choices, onChange }: FilterChipProps) {
  const { t } = useTranslation('deals');
  const text = choices.find(([id]) => id === value)?.[1] ?? t('all');
  return (
    <span className={value === null ? 'panel-deals-chip' : 'panel-deals-chip panel-deals-chip--on'}>
      <MenuTrigger>
        <AriaButton className="panel-deals-chip-button">
          {t('filter', { name, value: text })}
          {value === null && <ChevronDown size={12} aria-hidden />}
        </AriaButton>
        <MenuPopover>
          <Menu
            aria-label={name}
            selectionMode="single"
            selectedKeys={value === null ? [] : [value]}
            onAction={(key) => onChange(String(key))}
          >
            {choices.map(([id, word]) => (
              <MenuItem key={id} id={id} text={word} selectable />
            ))}
          </Menu>
        </MenuPopover>
      </MenuTrigger>
      {value !== null && (
        <AriaButton
          className="panel-deals-chip-clear"
          aria-label={t('clear', { name })}
          onPress={() => onChange(null)}
        >
          <X size={12} aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}
