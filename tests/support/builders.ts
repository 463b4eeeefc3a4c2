import type { Case, Override } from '#shared/model/case.ts';
import type { Deal } from '#shared/model/deal.ts';
import type { Fact } from '#shared/model/fact.ts';
import type { Content, LineItem } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Timeline } from '#shared/model/timeline.ts';
import type { InputValue } from '#shared/model/value.ts';

export const SECTION = 'main';

export function constant(value: InputValue): Content {
  return { kind: 'constant', value };
}

export function formula(text: string): Content {
  return { kind: 'formula', formula: text };
}

export function byYear(values: Record<string, InputValue>): Content {
  return { kind: 'byYear', values };
}

export function byPeriod(...values: InputValue[]): Content {
  return { kind: 'byPeriod', values };
}

/** A row; a formula makes it a calculation, anything else a driver. */
export function buildItem(key: string, content: Content, parts: Partial<LineItem> = {}): LineItem {
  return {
    key,
    label: { en: key, ar: key },
    section: SECTION,
    unit: '',
    role: content.kind === 'formula' ? 'calculation' : 'driver',
    aggregation: 'sum',
    content,
    overrides: {},
    facts: [],
    ...parts,
  };
}

export function buildCase(
  id: string,
  overrides: Record<string, Partial<Override>> = {},
  parts: Partial<Case> = {},
): Case {
  const whole = Object.entries(overrides).map(
    ([key, override]) => [key, { values: {}, reason: '', ...override }] as const,
  );
  return {
    id,
    name: { en: id, ar: id },
    reason: { en: '', ar: '' },
    overrides: Object.fromEntries(whole),
    ...parts,
  };
}

export function buildFact(id: string, parts: Partial<Fact> = {}): Fact {
  return {
    id,
    subject: 'Company',
    metric: 'revenue',
    value: 1,
    unit: 'USD bn',
    period: '2026Q1',
    status: 'reported',
    knownFrom: '2026-04-30',
    source: { publisher: 'Publisher', title: 'Title', date: '2026-04-30' },
    statement: `Statement of ${id}.`,
    confidence: 'high',
    tier: 'A',
    ...parts,
  };
}

export function buildDeal(id: string, parts: Partial<Deal> = {}): Deal {
  return {
    id,
    payer: 'Supplier',
    payee: 'Company',
    type: 'equity',
    amount: 10,
    unit: 'USD bn',
    announced: '2026-01-15',
    term: '2026',
    scope: 'priced',
    movesCash: true,
    history: [{ from: '2026-01-15', level: 'announced', facts: [] }],
    tranches: [{ kind: 'dated', at: '2026Q2', amount: 10 }],
    facts: [],
    source: { publisher: 'Publisher', title: 'Title', date: '2026-01-15' },
    statement: `Statement of ${id}.`,
    ...parts,
  };
}

export function buildTimeline(parts: Partial<Timeline> = {}): Timeline {
  return { start: '2025Q1', periods: 8, asOf: '2026-07-31', actuals: [], ...parts };
}

/** A scenario of these rows in this order; two years by quarter from 2025Q1 on unless told otherwise. */
export function buildScenario(rows: readonly LineItem[] = [], parts: Partial<Scenario> = {}): Scenario {
  return {
    title: { en: 'Test', ar: 'اختبار' },
    company: 'Company',
    timeline: buildTimeline(),
    sections: [{ id: SECTION, label: { en: 'Main', ar: 'رئيسي' } }],
    items: Object.fromEntries(rows.map((row) => [row.key, row])),
    itemOrder: rows.map((row) => row.key),
    cases: [],
    deals: [],
    facts: [],
    presentation: { pinned: [] },
    ...parts,
  };
}
