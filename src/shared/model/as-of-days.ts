import { dayAt, dayNumber, type IsoDate } from './date.ts';
import { quarterEnd } from './period.ts';
import type { Scenario } from './scenario.ts';
import { quarterAt } from './timeline.ts';

/** Days from which a scenario can be seen, first and last. */
export interface AsOfRange {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** Days on which a deal changes its status or is paid, ascending, each once. */
export function changeDays({ deals }: Pick<Scenario, 'deals'>): IsoDate[] {
  const days = deals.flatMap(({ history, tranches }) => [
    ...history.map(({ from }) => from),
    ...tranches.flatMap((tranche) => ('paid' in tranche && tranche.paid !== undefined ? [tranche.paid] : [])),
  ]);
  return [...new Set(days)].sort();
}

/**
 * From the first day of the timeline, or an earlier one that the scenario or a case is about, to the
 * latest day of which the document knows anything: a date of its own, a fact, a change of a deal.
 */
export function asOfRange(scenario: Pick<Scenario, 'timeline' | 'deals' | 'facts' | 'cases'>): AsOfRange {
  const { timeline, facts, cases } = scenario;
  const own = [timeline.asOf, ...cases.flatMap(({ asOf }) => (asOf === undefined ? [] : [asOf]))];
  const start = dayAt(dayNumber(quarterEnd(quarterAt(timeline, -1))) + 1);
  const known = [...own, ...facts.map(({ knownFrom }) => knownFrom), ...changeDays(scenario)].sort();
  return { first: [start, ...own].sort()[0] ?? start, last: known.at(-1) ?? timeline.asOf };
}
