import { openByLevel, type PartyLine } from '#shared/finance/party-book.ts';
import type { BindingLevel } from '#shared/model/deal.ts';

/** Levels at which money can still be to come. */
export const OPEN_LEVELS = [
  'signed',
  'conditional',
  'announced',
  'rumoured',
] as const satisfies BindingLevel[];

export const PARTY_COLUMNS = [
  'name',
  'pays',
  'receives',
  'net',
  ...OPEN_LEVELS,
  'open',
  'deals',
  'roundTrip',
  'obligations',
  'funding',
] as const;
export type PartyColumn = (typeof PARTY_COLUMNS)[number];

export interface PartySorting {
  readonly by: PartyColumn;
  readonly descending: boolean;
}

/** Where the word of a column stands in the locales. */
export function columnKey(column: PartyColumn): string {
  return OPEN_LEVELS.some((level) => level === column) ? `charts:level.${column}` : `columns.${column}`;
}

/** Figures start with the largest, names with the first letter. */
export function nextSorting(sorting: PartySorting | null, by: PartyColumn): PartySorting {
  if (sorting?.by === by) return { by, descending: !sorting.descending };
  return { by, descending: by !== 'name' };
}

/** The figure of a column; null where a party has none there. */
export function partyFigure(line: PartyLine, column: Exclude<PartyColumn, 'name'>): number | null {
  const { sides, exposure } = line;
  switch (column) {
    case 'pays':
      return sides.out;
    case 'receives':
      return sides.in;
    case 'net':
      return sides.net;
    case 'open':
      return exposure?.open.larger ?? null;
    case 'deals':
      return line.deals;
    case 'roundTrip':
      return line.roundTrip;
    case 'obligations':
      return line.obligations;
    case 'funding':
      return line.funding;
    default:
      return exposure === null ? null : openByLevel(exposure)[column];
  }
}

/** By a column; parties without a figure come last both ways, equal ones keep their order. */
export function sortedLines(lines: readonly PartyLine[], sorting: PartySorting | null): PartyLine[] {
  if (sorting === null) return [...lines];
  const { by, descending } = sorting;
  const sign = descending ? -1 : 1;
  if (by === 'name') return [...lines].sort((a, b) => sign * a.name.localeCompare(b.name, 'en'));
  return [...lines].sort((a, b) => {
    const [x, y] = [partyFigure(a, by), partyFigure(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}
