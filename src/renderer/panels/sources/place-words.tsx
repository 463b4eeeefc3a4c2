import { useTranslation } from 'react-i18next';
import { useRowValues, useScenario, useSession } from '#renderer/store/hooks.ts';
import { bare } from '#shared/model/fact-conflicts.ts';
import type { FactPlace } from '#shared/model/fact-places.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { modelValue } from './fact-cell.ts';
import { figureText, saysText } from './fact-words.ts';

/** What the facts of a place are about: the row and the period, or subject and measure. */
export function usePlaceTitle(place: FactPlace | null): string {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const item = useScenario((scenario) => itemOf(scenario, place?.item ?? ''));
  const fact = place?.statements[0]?.fact;
  if (!fact) return '';
  // Where several say it, the title leaves out who does.
  const said = place && place.statements.length > 1 ? { ...fact, metric: bare(fact.metric) } : fact;
  if (!item) return t('ofPeriod', { what: saysText(said, t), period: fact.period });
  const label = item.label[language];
  const whole = item.content.kind === 'constant' || item.content.kind === 'dated';
  return whole ? label : t('ofPeriod', { what: label, period: fact.period });
}

/** The model's own number at a place; null where there is none to compare. */
export function useModelValue(place: FactPlace): number | null {
  const item = useScenario((scenario) => itemOf(scenario, place.item ?? ''));
  const timeline = useScenario((scenario) => scenario.timeline);
  const values = useRowValues(place.item ?? '');
  const fact = place.statements[0]?.fact;
  return item && fact ? modelValue(item, fact, timeline, values) : null;
}

/** `3 say 200 to 280, model 189.1` */
export function PlaceNote({ place }: { readonly place: FactPlace }) {
  const { t } = useTranslation('sources');
  const model = useModelValue(place);
  const { unit } = place;
  const said = t('group.say', {
    count: place.statements.length,
    low: figureText(place.low, unit),
    high: figureText(place.high, unit),
  });
  return model === null ? said : t('group.model', { said, value: modelText(model, unit) });
}

/** Calculated numbers have no digits of their own: one is enough, none for large ones. */
export function modelText(value: number, unit: string): string {
  return figureText(Math.abs(value) >= 1000 ? Math.round(value) : Math.round(value * 10) / 10, unit);
}
