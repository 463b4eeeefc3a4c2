import type { Explanation } from '#shared/analysis/explanation.ts';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { numberText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { type Branch, isRepeated } from './branches.ts';
import { contentWords, formulaOf, originOf, saidByWords } from './content-words.ts';
import { bareValue, labelOf, placeText, shortUnit, unitName, type Words } from './words.ts';

/** What colours a value: as in the grid. */
export type Tone = 'formula' | 'input' | 'link' | 'override' | 'error' | 'none';

/** The texts of one line of the tree. */
export interface LineWords {
  readonly label: string;
  readonly title: string;
  readonly note: string;
  readonly isFormula: boolean;
  readonly value: string;
  readonly unit: string;
  readonly unitName: string;
  readonly tone: Tone;
  readonly source:
    | { readonly kind: 'fact'; readonly id: string; readonly more: number; readonly title: string }
    | { readonly kind: 'text'; readonly text: string; readonly title: string }
    | null;
}

const NO_WORDS = {
  title: '',
  note: '',
  isFormula: false,
  value: '',
  unit: '',
  unitName: '',
  source: null,
} as const;

export function lineWords(words: Words, branch: Branch): LineWords {
  const { t } = words;
  const { content } = branch;
  switch (content.kind) {
    case 'cell':
      return cellWords(words, branch, content.cell);
    case 'range':
      return {
        ...NO_WORDS,
        label: t('line.range', { label: labelOf(words, content.key), count: content.count }),
        note: content.text,
        isFormula: true,
        tone: 'formula',
      };
    case 'deals': {
      const value = typeof content.value === 'number' ? numberText(content.value) : '';
      const label = t('line.deals', { count: content.count });
      return { ...NO_WORDS, label, note: content.text, isFormula: true, value, tone: 'link' };
    }
    case 'flow':
      return flowWords(words, content.flow);
    case 'outside':
    case 'unknown':
    case 'notRead':
      return { ...NO_WORDS, label: content.text, note: t(`line.${content.kind}`), tone: 'none' };
    default:
      return assertNever(content);
  }
}

function cellWords(words: Words, branch: Branch, cell: Explanation): LineWords {
  const { place, value, content, unit } = cell;
  const formula = formulaOf(content);
  const note = isRepeated(branch) ? words.t('line.repeated') : (formula ?? contentWords(words, content));
  return {
    label: isSameTime(place, branch.readBy) ? labelOf(words, place.key) : placeText(words, place),
    title: `${placeText(words, place)} (${place.key})`,
    note,
    isFormula: formula !== null && note === formula,
    value: bareValue(words, value, place.key),
    unit: shortUnit(words, unit),
    unitName: unitName(words, unit),
    tone: isErrorValue(value) ? 'error' : toneOf(cell),
    source: sourceOf(words, cell),
  };
}

/** The period is said only where it is another one than above. */
function isSameTime(a: ValuePlace, b: ValuePlace | null): boolean {
  if (!b) return false;
  return 'year' in a ? 'year' in b && a.year === b.year : !('year' in b) && a.period === b.period;
}

function toneOf({ content }: Explanation): Tone {
  if (!content) return 'none';
  if (content.kind === 'override') return 'override';
  if (content.kind === 'year') return 'formula';
  const isFormula = content.kind === 'formula' || content.kind === 'rate';
  if (!isFormula) return content.by ? 'override' : 'input';
  return /\bDEALS\s*\(/i.test(content.formula) ? 'link' : 'formula';
}

function sourceOf(words: Words, cell: Explanation): LineWords['source'] {
  const { t } = words;
  const said = saidByWords(words, cell.content);
  const origin = originOf(cell);
  if (said !== null) return { kind: 'text', text: t('line.case'), title: said };
  if (!origin) return null;
  if (origin.kind === 'fact') {
    const { id, source, statement } = origin.fact;
    return {
      kind: 'fact',
      id,
      more: origin.more,
      title: `${source.publisher}, ${source.date}: ${statement}`,
    };
  }
  return { kind: 'text', text: t('line.assumption'), title: cell.assumption ?? '' };
}

function flowWords(words: Words, flow: Extract<Branch['content'], { kind: 'flow' }>['flow']): LineWords {
  const { t, language, scenario } = words;
  const { deal, counterparty, level, period, amount, weight, weightKey, unit } = flow;
  const number = typeof amount === 'number' ? numberText(amount) : isErrorValue(amount) ? amount.code : '';
  const counted = weightKey !== null && typeof weight === 'number' && weight !== 1;
  const when = periodText(periodNameAt(scenario.timeline, period), language);
  const kind = t(`charts:level.${level}`);
  return {
    ...NO_WORDS,
    label: t('line.flow', { deal, counterparty }),
    title: deal,
    note: counted
      ? t('line.weighed', { level: kind, period: when, weight: numberText(weight, 2) })
      : t('line.level', { level: kind, period: when }),
    value: number,
    unit: shortUnit(words, unit),
    unitName: unitName(words, unit),
    tone: 'link',
  };
}
