import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { EMPTY_HISTORY, record, undo } from '#shared/commands/history.ts';
import { openScenario } from '#shared/format/open.ts';
import { scenarioToText } from '#shared/format/save.ts';
import type { Deal } from '#shared/model/deal.ts';
import type { Fact } from '#shared/model/fact.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const deal = (id: string, from: Scenario = scenario): Deal => {
  const found = from.deals.find((one) => one.id === id);
  if (!found) throw new Error(`No deal ${id}`);
  return found;
};
const [someFact] = scenario.facts;
const fact: Fact = { ...(someFact as Fact), id: 'NEW-1', value: 12 };

function applied(command: Command, from: Scenario = scenario): Scenario {
  const result = applyCommand(from, command);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.scenario;
}

function refused(command: Command, from: Scenario = scenario): string {
  const result = applyCommand(from, command);
  return result.ok ? 'carried out' : result.error.code;
}

const newDeal: Deal = { ...deal('E19'), id: 'N1', payer: 'New fund' };

describe('deals', () => {
  it('are added, changed and taken out', () => {
    const added = applied({ type: 'insertDeal', deal: newDeal });
    expect(deal('N1', added)).toEqual(newDeal);
    const changed = applied({ type: 'editDeal', id: 'N1', properties: { amount: 20 } }, added);
    expect(deal('N1', changed)).toEqual({ ...newDeal, amount: 20 });
    expect(applied({ type: 'deleteDeal', id: 'N1' }, changed).deals).toEqual(scenario.deals);
  });

  it('take a status in the order of days', () => {
    const status = { from: '2026-03-15', level: 'announced', facts: [] } as const;
    const early = applied({ type: 'addDealStatus', id: 'E02', status });
    expect(deal('E02', early).history.map(({ from }) => from)).toEqual(['2026-02-27', '2026-03-15']);
    const earlier = applied(
      { type: 'addDealStatus', id: 'E02', status: { ...status, from: '2026-01-01' } },
      early,
    );
    expect(deal('E02', earlier).history.map(({ from }) => from)).toEqual([
      '2026-01-01',
      '2026-02-27',
      '2026-03-15',
    ]);
  });

  it('stand on their own when their successor goes', () => {
    expect(deal('E01', applied({ type: 'deleteDeal', id: 'E02' })).supersededBy).toBeUndefined();
  });

  it.each<[string, Command]>([
    ['deal-taken', { type: 'insertDeal', deal: deal('E19') }],
    ['id-missing', { type: 'insertDeal', deal: { ...newDeal, id: ' ' } }],
    ['party-missing', { type: 'insertDeal', deal: { ...newDeal, payer: newDeal.payee } }],
    ['not-a-date', { type: 'insertDeal', deal: { ...newDeal, announced: '2026-02-30' } }],
    ['not-an-amount', { type: 'insertDeal', deal: { ...newDeal, amount: Number.NaN } }],
    ['unknown-fact', { type: 'insertDeal', deal: { ...newDeal, facts: ['NONE-1'] } }],
    ['unknown-deal', { type: 'editDeal', id: 'E99', properties: { amount: 1 } }],
    ['deal-replaces-itself', { type: 'editDeal', id: 'E19', properties: { supersededBy: 'E19' } }],
    [
      'unknown-item',
      { type: 'editDeal', id: 'E19', properties: { tranches: [{ kind: 'item', item: 'nothing' }] } },
    ],
    [
      'not-a-period',
      { type: 'editDeal', id: 'E19', properties: { tranches: [{ kind: 'dated', at: '2027', amount: 1 }] } },
    ],
    [
      'status-day-taken',
      { type: 'addDealStatus', id: 'E02', status: { from: '2026-02-27', level: 'cash', facts: [] } },
    ],
    ['not-a-date', { type: 'addDealStatus', id: 'E02', status: { from: 'soon', level: 'cash', facts: [] } }],
    ['unknown-deal', { type: 'deleteDeal', id: 'E99' }],
  ])('refuse with %s', (code, command) => {
    expect(refused(command)).toBe(code);
  });
});

describe('facts', () => {
  it('are added, put behind a row and chosen there', () => {
    const added = applied({ type: 'insertFact', fact });
    const facts = ['NEW-1', ...(scenario.items['wau']?.facts ?? [])];
    const chosen = applied({ type: 'setItemFacts', key: 'wau', facts: [...facts, 'NEW-1'] }, added);
    expect(chosen.items['wau']?.facts).toEqual(facts);
    expect(refused({ type: 'deleteFact', id: 'NEW-1' }, chosen)).toBe('fact-in-use');
    const free = applied({ type: 'setItemFacts', key: 'wau', facts: [] }, chosen);
    expect(applied({ type: 'deleteFact', id: 'NEW-1' }, free).facts).toEqual(scenario.facts);
  });

  it('calculate nothing anew', () => {
    const result = applyCommand(scenario, { type: 'insertFact', fact });
    expect(result.ok && result.value.change.touched).toEqual({ items: [], everything: false });
  });

  it.each<[string, Command]>([
    ['fact-taken', { type: 'insertFact', fact: { ...fact, id: 'USR-06' } }],
    ['not-a-date', { type: 'insertFact', fact: { ...fact, knownFrom: '2026' } }],
    ['not-an-amount', { type: 'editFact', id: 'USR-06', properties: { value: Number.POSITIVE_INFINITY } }],
    ['fact-replaces-itself', { type: 'editFact', id: 'USR-06', properties: { supersededBy: 'USR-06' } }],
    ['unknown-fact', { type: 'editFact', id: 'NONE-1', properties: { value: 1 } }],
    ['unknown-fact', { type: 'setItemFacts', key: 'wau', facts: ['NONE-1'] }],
    ['range-backwards', { type: 'setRange', key: 'topup_use', range: { low: 2, high: 1 } }],
    ['unknown-item', { type: 'setRange', key: 'nothing', range: null }],
  ])('refuse with %s', (code, command) => {
    expect(refused(command)).toBe(code);
  });
});

describe('cases', () => {
  const miss = scenario.cases.find(({ id }) => id === 'growth-miss');

  it('become the base: what they showed is what the base shows', () => {
    const promoted = applied({ type: 'promoteCase', id: 'growth-miss' });
    for (const [key, override] of Object.entries(miss?.overrides ?? {}))
      expect(promoted.items[key]?.content).toEqual(override.content ?? scenario.items[key]?.content);
    expect(Object.keys(miss?.overrides ?? {}).length).toBeGreaterThan(0);
    expect(promoted.cases.find(({ id }) => id === 'growth-miss')?.overrides).toEqual({});
  });

  it.each<[string, Command]>([
    ['case-taken', { type: 'insertCase', case: scenario.cases[0] as Scenario['cases'][number] }],
    ['unknown-case', { type: 'deleteCase', id: 'nothing' }],
    ['case-circle', { type: 'editCase', id: 'growth-miss', properties: { inherits: 'growth-miss' } }],
    ['unknown-case', { type: 'editCase', id: 'growth-miss', properties: { inherits: 'nothing' } }],
    ['not-a-date', { type: 'editCase', id: 'growth-miss', properties: { asOf: 'today' } }],
  ])('refuse with %s', (code, command) => {
    expect(refused(command)).toBe(code);
  });
});

describe('every step in the register', () => {
  const steps: readonly Command[] = [
    { type: 'insertDeal', deal: newDeal },
    { type: 'editDeal', id: 'N1', properties: { amount: 20 } },
    { type: 'addDealStatus', id: 'N1', status: { from: '2026-03-15', level: 'signed', facts: [] } },
    { type: 'deleteDeal', id: 'E37' },
    { type: 'insertFact', fact },
    { type: 'editFact', id: 'NEW-1', properties: { value: 13 } },
    { type: 'setItemFacts', key: 'wau', facts: ['NEW-1'] },
    { type: 'setRange', key: 'topup_use', range: { low: 0.5 } },
    {
      type: 'insertCase',
      case: { id: 'mine', name: { en: 'Mine', ar: 'لي' }, reason: { en: '', ar: '' }, overrides: {} },
    },
    { type: 'editCase', id: 'mine', properties: { inherits: 'growth-miss' } },
    { type: 'promoteCase', id: 'mine' },
    { type: 'deleteCase', id: 'mine' },
  ];

  it('gives a file that opens, and taken back the file there was', () => {
    const before = scenarioToText(scenario, 'test');
    let [now, history] = [scenario, EMPTY_HISTORY];
    for (const step of steps) {
      const result = applyCommand(now, step);
      if (!result.ok) throw new Error(result.error.code);
      now = result.value.scenario;
      history = record(history, result.value.change);
      expect(openScenario(new TextEncoder().encode(scenarioToText(now, 'test'))).ok).toBe(true);
    }
    for (let taken = undo(now, history); taken; taken = undo(now, history)) {
      now = taken.scenario;
      history = taken.history;
    }
    expect(scenarioToText(now, 'test')).toEqual(before);
  });
});
