import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/fields.tsx';
import type { Fact } from '#shared/model/fact.ts';
import { statementIn } from '#shared/model/fact-number.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { attachFact } from './fact-actions.ts';
import { moveAmongButtons } from './move-among.ts';
import type { SourceRow } from './source-book.ts';

/** Rows named at once; typing finds the others. */
const SHOWN = 40;

/** Chooses a row that a fact will stand behind; rows of the same unit come first. */
export function AttachDialog({ row, onClose }: { readonly row: SourceRow; readonly onClose: () => void }) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  const [search, setSearch] = useState('');
  const { fact, items } = row;
  const free = scenario.itemOrder.flatMap((key) => {
    const item = itemOf(scenario, key);
    return item && item.role !== 'header' && item.role !== 'check' && !items.includes(key) ? [item] : [];
  });
  const found = matchingRows(free, search, fact);
  const attach = (key: string) => {
    attachFact(fact.id, key);
    onClose();
  };
  return (
    <Dialog
      wide
      title={t('attach.title', { id: fact.id })}
      text={t('attach.text')}
      onClose={onClose}
      buttons={<Button onPress={onClose}>{t('app:buttons.cancel')}</Button>}
    >
      <TextField label={t('attach.find')} value={search} onChange={setSearch} whole autoFocus />
      <ul className="panel-sources-attach" onKeyDown={moveAmongButtons} aria-label={t('attach.rows')}>
        {found.map((item) => (
          <li key={item.key}>
            <button type="button" onClick={() => attach(item.key)}>
              <span>{item.label[language]}</span>
              <bdi className="panel-sources-faint">{item.unit}</bdi>
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="panel-sources-empty">{t('attach.none')}</li>}
      </ul>
    </Dialog>
  );
}

function matchingRows(items: readonly LineItem[], search: string, fact: Fact): LineItem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = items.filter(({ key, label }) => {
    const text = [key, label.en, label.ar].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const fits = (item: LineItem) => Number(!statementIn(fact, item.unit));
  return matching.sort((a, b) => fits(a) - fits(b)).slice(0, SHOWN);
}
