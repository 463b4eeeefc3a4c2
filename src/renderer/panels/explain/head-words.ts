import { sourcesOfCell, verdictOf } from '#shared/analysis/cell-sources.ts';
import type { Explanation } from '#shared/analysis/explanation.ts';
import { allows, statementIn } from '#shared/model/fact-number.ts';
import { itemOf } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { contentWords, originOf, saidByWords } from './content-words.ts';
import { mainPartOf } from './main-part.ts';
import type { ExplainContext } from './use-explain.ts';
import { amountWords, labelOf, placeText, whenText } from './words.ts';

/** What the cell says, as one sentence. */
export function headSentence(context: ExplainContext, cell: Explanation): string {
  const { words, model } = context;
  const { t } = words;
  const { key } = cell.place;
  const params = { label: labelOf(words, key), when: whenText(words, cell.place) };
  const { value } = cell;
  if (value === null) return t('head.blank', params);
  if (isErrorValue(value)) return t('head.error', { ...params, code: value.code });
  if (typeof value === 'string') return t('head.text', { ...params, text: value });
  if (typeof value === 'boolean') {
    const isCheck = itemOf(words.scenario, key)?.role === 'check';
    if (isCheck) return t(value ? 'head.holds' : 'head.fails', params);
    return t('head.truth', { ...params, text: value ? 'TRUE' : 'FALSE' });
  }
  const { comparable } = sourcesOfCell(model, cell);
  const live = comparable.filter(({ isSuperseded }) => !isSuperseded);
  const amount = amountWords(words, value, key);
  return t(`head.number.${verdictOf(value, comparable)}`, { ...params, amount, count: live.length });
}

type ShareText = (percent: number, language: Language) => string;

/** What stands behind the sentence: the largest part, the source, or what the formula reads. */
export function headSupport(context: ExplainContext, cell: Explanation, shareText: ShareText): string {
  const { words, explain, model } = context;
  const { t, language } = words;
  const origin = cell.error?.path.at(-1);
  if (origin) return t('support.error', { place: placeText(words, origin) });
  const said = saidByWords(words, cell.content);
  if (said !== null) return said;
  const from = originOf(cell);
  if (from?.kind === 'fact') {
    const { id, source } = from.fact;
    const publisher = [source.publisher, source.date].filter(Boolean).join(', ');
    const statement = statementIn(from.fact, cell.unit);
    const isApart = statement && typeof cell.value === 'number' && !allows(statement, cell.value);
    return t(
      isApart && sourcesOfCell(model, cell).comparable.some(({ fact }) => fact.id === id)
        ? 'conflicts:typedApart'
        : 'conflicts:typedFrom',
      {
        id,
        publisher,
        value: statement ? amountWords(words, statement.value, cell.place.key) : '',
      },
    );
  }
  if (from?.kind === 'assumption') return t('support.assumption', { text: cell.assumption ?? '' });
  const main = mainPartOf(cell, explain);
  if (main) {
    const share = shareText(main.share * 100, language);
    return t('support.part', { share, label: labelOf(words, main.key) });
  }
  const isFormula = cell.content?.kind === 'formula' || cell.content?.kind === 'rate';
  if (isFormula) return t('support.formula', { count: cell.inputs.length });
  return t('support.filled', { text: contentWords(words, cell.content) });
}
