import type { IsoDate } from '#shared/model/date.ts';
import type { BindingLevel, Deal, DealCapacity, DealType } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { draftOfTranche, type TrancheDraft } from './tranche-draft.ts';

/** What the dialog of a deal holds while it is open: texts and choices. */
export interface DealDraft {
  readonly id: string;
  readonly payer: string;
  readonly payee: string;
  readonly type: DealType;
  readonly amount: string;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  readonly announced: string;
  readonly term: string;
  readonly scope: Deal['scope'];
  readonly movesCash: boolean;
  readonly gw: string;
  readonly contingentOn: string;
  readonly supersededBy: string;
  readonly note: string;
  readonly tranches: readonly TrancheDraft[];
  readonly tenure: DealCapacity['tenure'] | '';
  readonly capacityStart: string;
  readonly yearEnd: Readonly<Record<string, string>>;
  readonly facts: readonly string[];
  readonly publisher: string;
  readonly title: string;
  readonly date: string;
  readonly address: string;
  readonly statement: string;
  /** First status of a new deal. */
  readonly status: StatusDraft;
}

export interface StatusDraft {
  readonly from: string;
  readonly level: BindingLevel | 'lapsed';
  readonly facts: readonly string[];
}

/** A new deal that pays the company, proposed under the next free id. */
export function emptyDeal(scenario: Scenario, asOf: IsoDate): DealDraft {
  return {
    ...{ id: proposedId(scenario.deals), payer: '', payee: scenario.company, type: 'equity' },
    ...{ amount: '', low: '', high: '', unit: usualUnit(scenario.deals), announced: asOf, term: '' },
    ...{ scope: 'priced', movesCash: true, gw: '', contingentOn: '', supersededBy: '', note: '' },
    ...{ tranches: [], tenure: '', capacityStart: '', yearEnd: {}, facts: [] },
    ...{ publisher: '', title: '', date: asOf, address: '', statement: '' },
    status: emptyStatus(asOf),
  };
}

export function emptyStatus(asOf: IsoDate): StatusDraft {
  return { from: asOf, level: 'announced', facts: [] };
}

export function draftOfDeal(deal: Deal, asOf: IsoDate): DealDraft {
  const { id, payer, payee, type, unit, announced, term, scope, movesCash, facts, statement } = deal;
  const { publisher, title, date, address = '' } = deal.source;
  const { contingentOn = '', supersededBy = '', note = '', capacity } = deal;
  return {
    ...{ id, payer, payee, type, unit, announced, term, scope, movesCash, facts, statement },
    ...{ publisher, title, date, address, contingentOn, supersededBy, note },
    amount: text(deal.amount),
    low: text(deal.low),
    high: text(deal.high),
    gw: text(deal.gw),
    tranches: deal.tranches.map(draftOfTranche),
    tenure: capacity?.tenure ?? '',
    capacityStart: capacity?.start ?? '',
    yearEnd: Object.fromEntries(
      Object.entries(capacity?.yearEnd ?? {}).map(([year, gw]) => [year, text(gw)]),
    ),
    status: emptyStatus(asOf),
  };
}

function text(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

const NUMBERED = /^(.*?)(\d+)$/;

/** The id after the highest of the most frequent kind: E69 after E68. */
export function proposedId(deals: readonly Pick<Deal, 'id'>[]): string {
  const highest = new Map<string, { count: number; number: number; width: number }>();
  for (const { id } of deals) {
    const [, prefix = '', digits = ''] = NUMBERED.exec(id) ?? [];
    if (digits === '') continue;
    const known = highest.get(prefix) ?? { count: 0, number: 0, width: 0 };
    const number = Math.max(known.number, Number(digits));
    highest.set(prefix, { count: known.count + 1, number, width: Math.max(known.width, digits.length) });
  }
  const [first] = [...highest].sort((a, b) => b[1].count - a[1].count);
  if (!first) return 'D01';
  const [prefix, { number, width }] = first;
  return prefix + String(number + 1).padStart(width, '0');
}

function usualUnit(deals: readonly Pick<Deal, 'unit'>[]): string {
  const counts = new Map<string, number>();
  for (const { unit } of deals) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'USD bn';
}
