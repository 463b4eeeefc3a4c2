import { BINDING_LEVELS, type BindingLevel, type Tranche } from '#shared/model/deal.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { type DraftReader, missing } from './draft-reader.ts';
import { readAmount, readAmounts, readCount, readDay, readQuarter } from './read-field.ts';

export const TRANCHE_KINDS = [
  'dated',
  'linear',
  'annual',
  'quarters',
  'per unit',
  'event',
  'item',
  'before',
] as const satisfies readonly Tranche['kind'][];

/** What the dialog holds of a tranche: texts, for every kind at once, so that another kind loses nothing. */
export interface TrancheDraft {
  /** Tells tranches apart while they come and go. */
  readonly serial: number;
  readonly kind: Tranche['kind'];
  readonly at: string;
  readonly amount: string;
  readonly paid: string;
  readonly inferred: boolean;
  readonly start: string;
  readonly quarters: string;
  readonly byYear: Readonly<Record<string, string>>;
  readonly beyond: string;
  readonly amounts: string;
  readonly item: string;
  readonly rate: string;
  readonly cap: string;
  readonly last: string;
  readonly since: string;
  readonly level: BindingLevel | '';
  readonly reverse: boolean;
}

export function emptyTranche(serial: number): TrancheDraft {
  return {
    ...{ serial, kind: 'dated', at: '', amount: '', paid: '', inferred: false, start: '', quarters: '' },
    ...{ byYear: {}, beyond: '', amounts: '', item: '', rate: '', cap: '', last: '' },
    ...{ since: '', level: '', reverse: false },
  };
}

export function draftOfTranche(tranche: Tranche, serial: number): TrancheDraft {
  const { kind, since = '', level = '', reverse = false } = tranche;
  return { ...emptyTranche(serial), ...ownTexts(tranche), kind, since, level, reverse };
}

function ownTexts(tranche: Tranche): Partial<TrancheDraft> {
  switch (tranche.kind) {
    case 'dated': {
      const { at, amount, paid = '', inferred = false } = tranche;
      return { at, amount: String(amount), paid, inferred };
    }
    case 'linear': {
      const { start, quarters, amount } = tranche;
      return { start, quarters: String(quarters), amount: String(amount) };
    }
    case 'annual': {
      const byYear = Object.entries(tranche.byYear).map(([year, amount]) => [year, String(amount)]);
      return { start: tranche.start, byYear: Object.fromEntries(byYear), beyond: String(tranche.beyond) };
    }
    case 'quarters':
      return { start: tranche.start, amounts: tranche.amounts.join('; ') };
    case 'per unit':
      return { item: tranche.item, rate: String(tranche.rate), cap: String(tranche.cap) };
    case 'event':
      return { item: tranche.item, amount: String(tranche.amount), last: tranche.last };
    case 'item':
      return { item: tranche.item };
    case 'before':
      return { amount: String(tranche.amount) };
    default:
      return assertNever(tranche);
  }
}

/** Longest spread that a file may hold, in quarters. */
const LONGEST_SPREAD = 400;

/** Reads the tranche at a place; faults stand under `tranches.0.amount`. null while something is wrong. */
export function trancheOfDraft(
  draft: TrancheDraft,
  place: number,
  {
    reader,
    scenario,
    unit,
  }: { readonly reader: DraftReader; readonly scenario: Scenario; readonly unit: string },
): Tranche | null {
  const { words } = reader;
  const field = (name: string) => `tranches.${place}.${name}`;
  const fields: TrancheReader = {
    amount: (name) => reader.need(field(name), readAmount(draft[name], unit, words)),
    quarter: (name) => reader.need(field(name), readQuarter(draft[name], words)),
    amounts: () => reader.need(field('amounts'), readAmounts(draft.amounts, unit, words)),
    count: () => reader.need(field('quarters'), readCount(draft.quarters, LONGEST_SPREAD, words)),
    day: (name) => reader.take(field(name), readDay(draft[name], words)),
    years: () => yearsOf(draft, place, reader, unit),
    row: () => rowOf(draft.item, field('item'), reader, scenario),
    rate: () =>
      itemOf(scenario, draft.rate.trim())
        ? draft.rate.trim()
        : reader.need(field('rate'), readAmount(draft.rate, '', words)),
  };
  const since = fields.day('since');
  const own = ownTerms(draft, fields);
  return (
    own && {
      ...own,
      ...(since !== null && { since }),
      ...(draft.level !== '' && { level: draft.level }),
      ...(draft.reverse && { reverse: true }),
    }
  );
}

interface TrancheReader {
  readonly amount: (name: 'amount' | 'beyond' | 'cap') => number | null;
  readonly quarter: (name: 'at' | 'start' | 'last') => string | null;
  readonly amounts: () => readonly number[] | null;
  readonly count: () => number | null;
  readonly day: (name: 'paid' | 'since') => string | null;
  readonly years: () => Readonly<Record<string, number>> | null;
  readonly row: () => string | null;
  readonly rate: () => number | string | null;
}

function ownTerms({ kind, inferred }: TrancheDraft, read: TrancheReader): Tranche | null {
  switch (kind) {
    case 'dated': {
      const own = whole({ at: read.quarter('at'), amount: read.amount('amount') });
      const paid = read.day('paid');
      return own && { kind, ...own, ...(paid !== null && { paid }), ...(inferred && { inferred }) };
    }
    case 'linear': {
      const [start, quarters, amount] = [read.quarter('start'), read.count(), read.amount('amount')];
      const own = whole({ start, quarters, amount });
      return own && { kind, ...own };
    }
    case 'annual': {
      const own = whole({
        start: read.quarter('start'),
        byYear: read.years(),
        beyond: read.amount('beyond'),
      });
      return own && { kind, ...own };
    }
    case 'quarters': {
      const own = whole({ start: read.quarter('start'), amounts: read.amounts() });
      return own && { kind, ...own };
    }
    case 'per unit': {
      const own = whole({ item: read.row(), rate: read.rate(), cap: read.amount('cap') });
      return own && { kind, ...own };
    }
    case 'event': {
      const own = whole({ item: read.row(), amount: read.amount('amount'), last: read.quarter('last') });
      return own && { kind, ...own };
    }
    case 'item': {
      const own = whole({ item: read.row() });
      return own && { kind, ...own };
    }
    case 'before': {
      const own = whole({ amount: read.amount('amount') });
      return own && { kind, ...own };
    }
    default:
      return assertNever(kind);
  }
}

type Whole<T> = { readonly [K in keyof T]: Exclude<T[K], null> };

/** The terms when none is lacking. */
function whole<T extends object>(terms: T): Whole<T> | null {
  return Object.values(terms).includes(null) ? null : (terms as Whole<T>);
}

function yearsOf(
  { byYear }: TrancheDraft,
  place: number,
  reader: DraftReader,
  unit: string,
): Readonly<Record<string, number>> | null {
  const read = Object.entries(byYear).flatMap(([year, text]) => {
    const amount = reader.take(`tranches.${place}.byYear.${year}`, readAmount(text, unit, reader.words));
    return amount === null ? [] : [[year, amount] as const];
  });
  if (read.length === 0) reader.fault(`tranches.${place}.byYear`, missing(reader.words));
  return read.length === 0 ? null : Object.fromEntries(read);
}

function rowOf(text: string, field: string, reader: DraftReader, scenario: Scenario): string | null {
  const key = text.trim();
  if (itemOf(scenario, key)) return key;
  const { words } = reader;
  reader.fault(
    field,
    key === '' ? missing(words) : { text: words.t('wrong.row', { key }), isMissing: false },
  );
  return null;
}

export function levelOrNone(text: string): BindingLevel | '' {
  return BINDING_LEVELS.find((level) => level === text) ?? '';
}
