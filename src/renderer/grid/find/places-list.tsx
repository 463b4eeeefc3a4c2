import { useTranslation } from 'react-i18next';
import { cellName, useScenario, useSession } from '#renderer/store/hooks.ts';
import { itemOf } from '#shared/model/scenario.ts';
import type { Places } from './use-places.ts';
import './find.css';

export const placeId = (list: string, index: number) => `${list}-${index}`;

/** Where one was last; the name box holds the focus. */
export function PlacesList({ places, id }: { readonly places: Places; readonly id: string }) {
  const { t } = useTranslation('find');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  if (places.cells.length === 0) return null;
  return (
    <div className="grid-places">
      <div role="listbox" id={id} aria-label={t('places')}>
        {places.cells.map((cell, index) => (
          <div
            key={cellName(cell)}
            id={placeId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === places.chosen}
            className="grid-place"
            onPointerDown={(event) => {
              event.preventDefault();
              places.go(cell);
            }}
          >
            <bdi dir="ltr">{placeName(cell)}</bdi>
            <span>{itemOf(scenario, cell.key)?.label[language] ?? ''}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** A label has no period. */
function placeName(cell: Parameters<typeof cellName>[0]): string {
  return /^\d{4}/.test(cell.column) ? cellName(cell) : cell.key;
}
