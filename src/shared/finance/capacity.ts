import type { DealCapacity } from '#shared/model/deal.ts';
import { parsePeriodName, type Quarter } from '#shared/model/period.ts';

/**
 * Capacity at quarter ends, in GW: straight lines between year ends. In the starting year the line
 * begins with the starting quarter. Years before the first named one have none, years after the last
 * keep it, years between two named ones lie on the line between them.
 */
export function capacityByQuarter(capacity: DealCapacity): (quarter: Quarter) => number {
  const yearEnd = yearEnds(capacity);
  const start = capacity.start === undefined ? null : parsePeriodName(capacity.start);
  return ({ year, quarter }) => {
    const first = start && start.year === year ? start.quarter : 1;
    const before = yearEnd(year - 1);
    return before + ((yearEnd(year) - before) * Math.max(0, quarter - first + 1)) / (5 - first);
  };
}

function yearEnds(capacity: DealCapacity): (year: number) => number {
  const named = Object.entries(capacity.yearEnd)
    .map(([year, level]) => ({ year: Number(year), level }))
    .sort((a, b) => a.year - b.year);
  return (year) => {
    const before = named.findLast((one) => one.year <= year);
    const after = named.find((one) => one.year >= year);
    if (!before) return 0;
    if (!after || after === before) return before.level;
    const share = (year - before.year) / (after.year - before.year);
    return before.level + (after.level - before.level) * share;
  };
}
