import { dayAt, dayNumber, type IsoDate, isIsoDate } from '#shared/model/date.ts';
import type { Deal, Tranche } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { dealLevel } from './level.ts';

/** What a deal has to be seen with. */
type Known = Pick<Scenario, 'facts' | 'timeline'>;

/**
 * Published amount of a deal as far as it was known on a day: null before the deal was announced, and
 * without the slices that came later, or null where the size of such a slice is not stated. What was
 * paid from the start, or only follows a line item, was not promised but counted: its total is known
 * when it was published.
 */
export function knownAmount(deal: Deal, asOf: IsoDate, scenario: Known): number | null {
  if (deal.amount === null || deal.announced > asOf || dealLevel(deal, asOf) === null) return null;
  if (isCounted(deal) && textsKnownFrom(deal, scenario) > asOf) return null;
  let amount = deal.amount;
  for (const tranche of deal.tranches) {
    if (tranche.since === undefined || tranche.since <= asOf || tranche.reverse === true) continue;
    const later = sizeOf(tranche);
    if (later === null) return null;
    amount -= later;
  }
  return amount;
}

function isCounted({ history, tranches }: Deal): boolean {
  const followsItems = tranches.length > 0 && tranches.every(({ kind }) => kind === 'item');
  return followsItems || history[0]?.level === 'cash';
}

/** What a slice comes to; null where that follows a line item alone. */
function sizeOf(tranche: Tranche): number | null {
  switch (tranche.kind) {
    case 'dated':
    case 'linear':
    case 'event':
    case 'before':
      return tranche.amount;
    case 'annual':
      return sum(Object.values(tranche.byYear)) + tranche.beyond;
    case 'quarters':
      return sum(tranche.amounts);
    case 'per unit':
      return tranche.cap;
    case 'item':
      return null;
    default:
      return assertNever(tranche);
  }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/**
 * First day on which nothing in the undated texts of a deal (term, condition, range, source, statement)
 * can be news: they were written last, so every status, slice, fact and source behind them has its day.
 */
export function textsKnownFrom(deal: Deal, scenario: Known): IsoDate {
  const ids = new Set([...deal.facts, ...deal.history.flatMap(({ facts }) => facts)]);
  const days = [
    deal.announced,
    ...deal.history.map(({ from }) => from),
    ...deal.tranches.flatMap(({ since }) => (since === undefined ? [] : [since])),
    ...scenario.facts.flatMap(({ id, knownFrom }) => (ids.has(id) ? [knownFrom] : [])),
    ...publishedBy(deal.source.date, scenario.timeline.asOf),
  ];
  return days.sort().at(-1) ?? deal.announced;
}

/** Last day that a published date can mean, not later than the day the document is about; none where it says no year. */
function publishedBy(text: string, closing: IsoDate): IsoDate[] {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text) ?? [];
  if (year === undefined) return [];
  const written = `${year}-${month ?? '12'}-${day ?? '01'}`;
  if (!isIsoDate(written)) return [];
  const last = day === undefined ? endOfMonth(written) : written;
  return [last > closing ? closing : last];
}

function endOfMonth(first: IsoDate): IsoDate {
  const inNext = dayAt(dayNumber(first) + 31);
  return dayAt(dayNumber(`${inNext.slice(0, 7)}-01`) - 1);
}
