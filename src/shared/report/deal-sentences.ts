import type { ThreadStep } from '#shared/analysis/deal-thread.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import type { Message } from './message.ts';
import { amountText } from './number-text.ts';

/** Amounts below this are not worth a direction. */
const NOTHING = 1e-9;

/**
 * The sentence of one step of a thread: a key of the namespace `explain` and its params. `scenario` is
 * the one before the change, in which a cancelled deal still has its parties.
 */
export function threadMessage(step: ThreadStep, scenario: Scenario, language: Language): Message {
  const { kind, where, period, amount, unit } = step;
  const direction = directionOf(step);
  const size =
    amount === null ? '' : amountText(Math.abs(amount), { language, unit, decimals: unit === 'GW' ? 2 : 1 });
  return {
    key: `thread-${kind}${direction}`,
    params: {
      where,
      name: nameOf(scenario, step, language),
      period: period === null ? '' : periodNameAt(scenario.timeline, period),
      amount: size,
    },
  };
}

/** `-more`, `-less`, `-moved` where amounts only change their time, `-none` without a number. */
function directionOf({ kind, amount, period }: ThreadStep): string {
  if (kind === 'runs-out' || kind === 'lasts' || kind === 'check') return '';
  if (amount === null) return '-none';
  if (Math.abs(amount) <= NOTHING) return period === null ? '-same' : '-moved';
  return amount > 0 ? '-more' : '-less';
}

function nameOf(scenario: Scenario, { kind, where }: ThreadStep, language: Language): string {
  if (kind === 'party') return where;
  const deal = scenario.deals.find(({ id }) => id === where);
  if (deal) return `${deal.payer} → ${deal.payee}`;
  return itemOf(scenario, where)?.label[language] ?? where;
}
