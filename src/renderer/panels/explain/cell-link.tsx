import { explainCell } from '#renderer/store/hooks.ts';
import { addressOf } from '#renderer/store/value-place.ts';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import { labelOf, placeText, type Words } from './words.ts';

interface LinkProps {
  readonly words: Words;
  readonly place: ValuePlace;
  /** Without the period, where it is said already. */
  readonly short?: boolean;
}

/** A cell by its label and period; leads to its own page. */
export function CellLink({ words, place, short = false }: LinkProps) {
  return (
    <button
      type="button"
      className="ui-link"
      title={place.key}
      onClick={() => explainCell(addressOf(words.scenario.timeline, place))}
    >
      <bdi>{short ? labelOf(words, place.key) : placeText(words, place)}</bdi>
    </button>
  );
}
