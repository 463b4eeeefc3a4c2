import { parseTypedValue, toRowValue } from '#shared/formula/typed-value/typed-value.ts';
import { type IsoDate, isIsoDate } from '#shared/model/date.ts';
import { FACT_STATUSES, type Fact, type FactStatus } from '#shared/model/fact.ts';

/** What the dialog for a fact holds while it is open: texts, and choices. */
export interface FactDraft {
  readonly id: string;
  readonly subject: string;
  readonly metric: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  readonly period: string;
  readonly status: FactStatus;
  readonly knownFrom: string;
  readonly supersededBy: string;
  readonly publisher: string;
  readonly title: string;
  readonly date: string;
  readonly address: string;
  readonly statement: string;
  readonly note: string;
  readonly confidence: Fact['confidence'];
  readonly tier: Fact['tier'];
}

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
/** What a person can say of a fact; that another replaced it is said by naming that one. */
export const STATED = FACT_STATUSES.filter((status) => status !== 'superseded');

/** Fields that can be wrong, with the text that says why: a key of `dialog.wrong`. */
export type DraftFaults = Readonly<Partial<Record<keyof FactDraft, string>>>;

const WEB_ADDRESS = /^https?:\/\/[^\s]+$/;

export function emptyFact(knownFrom: IsoDate): FactDraft {
  return {
    id: '',
    subject: '',
    metric: '',
    value: '',
    low: '',
    high: '',
    unit: '',
    period: '',
    status: 'reported',
    knownFrom,
    supersededBy: '',
    publisher: '',
    title: '',
    date: knownFrom,
    address: '',
    statement: '',
    note: '',
    confidence: 'medium',
    tier: 'B',
  };
}

export function draftOfFact(fact: Fact): FactDraft {
  const { id, subject, metric, unit, period, status, knownFrom, statement, confidence, tier } = fact;
  const { publisher, title, date, address } = fact.source;
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  return {
    ...{ id, subject, metric, unit, period, status, knownFrom, statement, confidence, tier },
    ...{ publisher, title, date, address: address ?? '' },
    value: text(fact.value),
    low: text(fact.low),
    high: text(fact.high),
    supersededBy: fact.supersededBy ?? '',
    note: fact.note ?? '',
  };
}

/** Parts of a fact that there need not be. */
const OPTIONAL = ['low', 'high', 'address', 'supersededBy', 'note'] as const;

/** What is wrong with each field; empty when the draft is a fact. An edit replaces parts, it takes none away. */
export function faultsOf(draft: FactDraft, former: Fact | null): DraftFaults {
  const faults: Partial<Record<keyof FactDraft, string>> = {};
  for (const field of ['id', 'subject', 'metric', 'publisher', 'statement'] as const) {
    if (draft[field].trim() === '') faults[field] = 'missing';
  }
  for (const field of ['value', 'low', 'high'] as const) {
    if (numberOf(draft[field], draft.unit) === undefined) faults[field] = 'notNumber';
  }
  if (!isIsoDate(draft.knownFrom.trim())) faults.knownFrom = 'notDate';
  if (draft.address.trim() !== '' && !WEB_ADDRESS.test(draft.address.trim())) faults.address = 'notAddress';
  const before = former && draftOfFact(former);
  for (const field of OPTIONAL) {
    if (before && before[field] !== '' && draft[field].trim() === '') faults[field] = 'notEmptied';
  }
  const [low, high] = [numberOf(draft.low, draft.unit), numberOf(draft.high, draft.unit)];
  if (typeof low === 'number' && typeof high === 'number' && low > high) faults.high = 'order';
  if ((low === null) !== (high === null) && !faults.low && !faults.high) faults.high = 'oneEnd';
  return faults;
}

/** The fact that a draft without faults describes. What the dialog does not show is kept from `former`. */
export function factOfDraft(draft: FactDraft, former: Fact | null): Fact {
  const { upstream } = former?.source ?? {};
  const { original } = former ?? {};
  const [value, low, high] = [draft.value, draft.low, draft.high].map(
    (text) => numberOf(text, draft.unit) ?? null,
  );
  const optional = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() });
  return {
    id: draft.id.trim(),
    subject: draft.subject.trim(),
    metric: draft.metric.trim(),
    value: value ?? null,
    ...(typeof low === 'number' && { low }),
    ...(typeof high === 'number' && { high }),
    unit: draft.unit.trim(),
    period: draft.period.trim(),
    status: draft.status,
    knownFrom: draft.knownFrom.trim(),
    ...optional('supersededBy', draft.supersededBy),
    source: {
      publisher: draft.publisher.trim(),
      title: draft.title.trim(),
      date: draft.date.trim(),
      ...optional('address', draft.address),
      ...(upstream !== undefined && { upstream }),
    },
    statement: draft.statement.trim(),
    confidence: draft.confidence,
    tier: draft.tier,
    ...optional('note', draft.note),
    ...(original && { original }),
  };
}

/** Reads a number in the unit of the fact: null for an empty text, undefined for what is none. */
function numberOf(text: string, unit: string): number | null | undefined {
  if (text.trim() === '') return null;
  const read = toRowValue(parseTypedValue(text, 'en'), unit);
  return read.ok && (typeof read.value === 'number' || read.value === null) ? read.value : undefined;
}
