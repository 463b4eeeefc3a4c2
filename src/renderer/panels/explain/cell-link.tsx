import { explainCell } from '#renderer/store/hooks.ts';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import { addressOf } from './place.ts';
import { placeText, type Words } from './words.ts';

/** A cell by its label and period; leads to its own page. */
export function CellLink({ words, place }: { readonly words: Words; readonly place: ValuePlace }) {
  return (
    <button
      type="button"
      className="panel-explain-link"
      title={place.key}
      onClick={() => explainCell(addressOf(words.scenario.timeline, place))}
    >
      <bdi>{placeText(words, place)}</bdi>
    </button>
  );
}
