import type { Command } from '#shared/commands/command.ts';
import type { Deal, DealCapacity, DealStatus, OptionalOfDeal, Tranche } from '#shared/model/deal.ts';
import { isHostileKey, LONGEST_NAME } from '#shared/model/item-key.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { DealDraft, StatusDraft } from './deal-draft.ts';
import { DraftReader, type Faults } from './draft-reader.ts';
import { readAmount, readDay, readQuarter, type Words } from './read-field.ts';
import { trancheOfDraft } from './tranche-draft.ts';

export interface Drafted<T> {
  readonly faults: Faults;
  /** null while something is wrong. */
  readonly value: T | null;
}

const WEB_ADDRESS = /^https?:\/\/[^\s]+$/;
const CAPACITY_UNIT = 'GW';

/** Reads the dialog: the deal it describes, or what is wrong in which field. What it does not show is kept from `former`. */
export function dealOfDraft(
  draft: DealDraft,
  {
    scenario,
    former,
    words,
  }: { readonly scenario: Scenario; readonly former: Deal | null; readonly words: Words },
): Drafted<Deal> {
  const reader = new DraftReader(words);
  const terms = termsOf(draft, { scenario, former, reader });
  const tranches = draft.tranches.map((one, place) =>
    trancheOfDraft(one, place, { reader, scenario, unit: draft.unit.trim() }),
  );
  const capacity = capacityOf(draft, reader);
  const source = sourceOf(draft, former, reader);
  const status = former ? null : readStatus(draft.status, 'status.', reader);
  const value: Deal = {
    ...terms,
    ...(capacity && { capacity }),
    tranches: tranches.filter((one): one is Tranche => one !== null),
    history: former?.history ?? (status ? [status] : []),
    facts: draft.facts,
    source,
    statement: draft.statement.trim(),
  };
  const { faults } = reader;
  return { faults, value: Object.keys(faults).length === 0 ? value : null };
}

interface Around {
  readonly scenario: Scenario;
  readonly former: Deal | null;
  readonly reader: DraftReader;
}

type Terms = Omit<Deal, 'capacity' | 'tranches' | 'history' | 'facts' | 'source' | 'statement'>;

function termsOf(draft: DealDraft, around: Around): Terms {
  const { reader } = around;
  const unit = draft.unit.trim();
  const amount = (name: 'amount' | 'low' | 'high') =>
    reader.take(name, readAmount(draft[name], unit, reader.words));
  const gw = reader.take('gw', readAmount(draft.gw, CAPACITY_UNIT, reader.words));
  const [low, high] = [amount('low'), amount('high')];
  if (low !== null && high !== null && low > high) wrong(reader, 'high', 'order');
  return {
    ...partiesOf(draft, around),
    ...{ type: draft.type, scope: draft.scope, movesCash: draft.movesCash, term: draft.term.trim() },
    amount: amount('amount'),
    unit: reader.text('unit', unit),
    announced: reader.need('announced', readDay(draft.announced, reader.words)) ?? '',
    ...(low !== null && { low }),
    ...(high !== null && { high }),
    ...(gw !== null && { gw }),
    ...named('contingentOn', draft.contingentOn),
    ...named('note', draft.note),
    ...successorOf(draft, around),
  };
}

function partiesOf(
  draft: DealDraft,
  { scenario, former, reader }: Around,
): Pick<Deal, 'id' | 'payer' | 'payee'> {
  const id = nameIn(draft, 'id', reader);
  if (!former && scenario.deals.some((deal) => deal.id === id)) wrong(reader, 'id', 'taken', { id });
  const [payer, payee] = [nameIn(draft, 'payer', reader), nameIn(draft, 'payee', reader)];
  if (payer !== '' && payer === payee) wrong(reader, 'payee', 'sameParty');
  return { id, payer, payee };
}

function nameIn(draft: DealDraft, field: 'id' | 'payer' | 'payee', reader: DraftReader): string {
  const name = reader.text(field, draft[field]);
  if (name.length > LONGEST_NAME || isHostileKey(name)) wrong(reader, field, 'name');
  return name;
}

function successorOf(
  { supersededBy, id }: DealDraft,
  { scenario, reader }: Around,
): Pick<Deal, 'supersededBy'> {
  const next = supersededBy.trim();
  if (next === '') return {};
  if (next === id.trim()) wrong(reader, 'supersededBy', 'itself');
  else if (!scenario.deals.some((deal) => deal.id === next))
    wrong(reader, 'supersededBy', 'deal', { id: next });
  return { supersededBy: next };
}

function capacityOf(draft: DealDraft, reader: DraftReader): DealCapacity | null {
  const { tenure } = draft;
  if (tenure === '') return null;
  const years = Object.entries(draft.yearEnd).flatMap(([year, text]) => {
    const gw = reader.take(`yearEnd.${year}`, readAmount(text, CAPACITY_UNIT, reader.words));
    return gw === null ? [] : [[year, gw] as const];
  });
  if (years.length === 0) reader.text('yearEnd', '');
  const start = reader.take('capacityStart', readQuarter(draft.capacityStart, reader.words));
  return { tenure, yearEnd: Object.fromEntries(years), ...(start !== null && { start }) };
}

function sourceOf(draft: DealDraft, former: Deal | null, reader: DraftReader): Deal['source'] {
  const address = draft.address.trim();
  if (address !== '' && !WEB_ADDRESS.test(address)) wrong(reader, 'address', 'address');
  const { upstream } = former?.source ?? {};
  return {
    publisher: draft.publisher.trim(),
    title: draft.title.trim(),
    date: draft.date.trim(),
    ...named('address', address),
    ...(upstream !== undefined && { upstream }),
  };
}

/** Reads a status; `prefix` stands before the names of its fields. */
export function readStatus(draft: StatusDraft, prefix: string, reader: DraftReader): DealStatus | null {
  const from = reader.need(`${prefix}from`, readDay(draft.from, reader.words));
  return from === null ? null : { from, level: draft.level, facts: draft.facts };
}

/** Reads a status of a deal that has others: a day has one. */
export function statusOfDraft(draft: StatusDraft, deal: Deal, words: Words): Drafted<DealStatus> {
  const reader = new DraftReader(words);
  const value = readStatus(draft, '', reader);
  if (value && deal.history.some(({ from }) => from === value.from)) wrong(reader, 'from', 'dayTaken');
  const { faults } = reader;
  return { faults, value: Object.keys(faults).length === 0 ? value : null };
}

function wrong(reader: DraftReader, field: string, what: string, params: Record<string, string> = {}): void {
  reader.fault(field, { text: reader.words.t(`wrong.${what}`, params), isMissing: false });
}

function named<K extends string>(name: K, text: string): { readonly [N in K]?: string } {
  return (text.trim() === '' ? {} : { [name]: text.trim() }) as { readonly [N in K]?: string };
}

const OPTIONAL: readonly OptionalOfDeal[] = [
  'low',
  'high',
  'gw',
  'contingentOn',
  'supersededBy',
  'capacity',
  'note',
];

/** The edit that makes `next` of `former`, naming only what differs; null when nothing does. */
export function editOf(former: Deal, next: Deal): Command | null {
  const differs = (name: keyof Deal) => canonical(former[name]) !== canonical(next[name]);
  const { id, history: _, ...properties } = next;
  const changed = Object.entries(properties).filter(([name]) => differs(name as keyof Deal));
  const without = OPTIONAL.filter((name) => next[name] === undefined && former[name] !== undefined);
  if (changed.length === 0 && without.length === 0) return null;
  return {
    type: 'editDeal',
    id,
    properties: Object.fromEntries(changed),
    ...(without.length > 0 && { without }),
  };
}

/** The same text for the same content, whatever the order of its properties. */
function canonical(content: unknown): string {
  if (Array.isArray(content)) return `[${content.map(canonical).join()}]`;
  if (typeof content !== 'object' || content === null) return String(JSON.stringify(content));
  const names = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${names.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join()}}`;
}
