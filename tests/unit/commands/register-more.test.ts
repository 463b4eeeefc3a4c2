import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { checkScenario } from '#shared/format/check.ts';
import { asOfDate, caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const name = { en: 'Mine', ar: 'لي' };

function applied(command: Command, from: Scenario = scenario): Scenario {
  const result = applyCommand(from, command);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.scenario;
}

function refused(command: Command, from: Scenario = scenario): string {
  const result = applyCommand(from, command);
  return result.ok ? 'carried out' : result.error.code;
}

/** What every row holds in a case. */
function shown(from: Scenario, caseId: string | null): unknown {
  const chain = caseChain(from, caseId);
  return from.itemOrder.map((key) => {
    const { content, overrides } = resolveItem(from, chain, key) ?? {};
    return { key, content, overrides };
  });
}

describe('copies of a case', () => {
  // Catches: a copy that loses the case it builds on, or shares what it replaces with the original.
  it.each(['lois-lapse', null])('of %s shows the same', (id) => {
    const copied = applied({ type: 'copyCase', id, newId: 'mine', name });
    expect(shown(copied, 'mine')).toEqual(shown(scenario, id));
    expect(copied.cases.at(-1)?.name).toEqual(name);
    const edited = applied({ type: 'resetToBase', keys: ['count_announced'], caseId: 'lois-lapse' }, copied);
    expect(shown(edited, 'mine')).toEqual(shown(copied, 'mine'));
  });

  it('refuse an id that is used, and a case that is not there', () => {
    expect(refused({ type: 'copyCase', id: null, newId: 'lois-lapse', name })).toBe('case-taken');
    expect(refused({ type: 'copyCase', id: 'nothing', newId: 'mine', name })).toBe('unknown-case');
  });
});

describe('a case that becomes the base', () => {
  const promoted = applied({ type: 'promoteCase', id: 'lois-lapse' });

  // Catches: overrides of a case further up that get lost on the way down.
  it('brings what it inherits', () => {
    expect(shown(promoted, null)).toEqual(shown(scenario, 'lois-lapse'));
    expect(shown(promoted, 'lois-lapse')).toEqual(shown(scenario, 'lois-lapse'));
  });

  it('keeps the base as it was, each time under another id', () => {
    expect(shown(promoted, 'base-before')).toEqual(shown(scenario, null));
    const again = applied({ type: 'promoteCase', id: 'growth-miss' }, promoted);
    expect(shown(again, 'base-before-2')).toEqual(shown(promoted, null));
  });
});

describe('a case that becomes the base, with all around it', () => {
  const ids = scenario.cases.map(({ id }) => id);

  // Catches: rows, or the as-of date of a case, that do not arrive in the base.
  it.each(ids)('%s shows as base what it showed as a case', (id) => {
    const promoted = applied({ type: 'promoteCase', id });
    expect(shown(promoted, null)).toEqual(shown(scenario, id));
    expect(asOfDate(promoted, null)).toBe(asOfDate(scenario, id));
    expect(shown(promoted, id)).toEqual(shown(scenario, id));
    expect(asOfDate(promoted, id)).toBe(asOfDate(scenario, id));
    expect(shown(promoted, 'base-before')).toEqual(shown(scenario, null));
    expect(asOfDate(promoted, 'base-before')).toBe(scenario.timeline.asOf);
    expect(checkScenario(promoted).ok).toBe(true);
  });

  // Catches: a row that claims a source for a value which that source does not state.
  it('gives replaced rows the reason of the case, and the former base its sources', () => {
    const promoted = applied({ type: 'promoteCase', id: 'short-chip-life' });
    const before = promoted.cases.at(-1);
    const changed = Object.keys(before?.overrides ?? {});
    expect(changed.some((key) => scenario.items[key]?.facts.length)).toBe(true);
    for (const key of changed) {
      expect(promoted.items[key]?.facts).toEqual([]);
      expect(promoted.items[key]?.assumption).not.toBe('');
      const { facts = [], assumption } = scenario.items[key] ?? {};
      if (facts.length > 0) expect(before?.overrides[key]?.reason).toBe(assumption ?? facts.join(', '));
    }
  });

  it('is refused when it shows the base already', () => {
    const empty = applied({ type: 'copyCase', id: null, newId: 'mine', name });
    expect(refused({ type: 'promoteCase', id: 'mine' }, empty)).toBe('nothing-changes');
  });
});

describe('a case that goes', () => {
  // Catches: heirs that lose what they inherited, or their as-of date.
  it('hands over what it replaces to those that build on it', () => {
    expect(refused({ type: 'deleteCase', id: 'announced-happen' })).toBe('case-inherited');
    const without = applied({ type: 'deleteCase', id: 'announced-happen', handOver: true });
    const heirs = scenario.cases.filter(({ inherits }) => inherits === 'announced-happen');
    expect(heirs.length).toBeGreaterThan(0);
    for (const { id } of heirs) {
      expect(shown(without, id)).toEqual(shown(scenario, id));
      expect(asOfDate(without, id)).toBe(asOfDate(scenario, id));
    }
    expect(without.cases.some(({ id }) => id === 'announced-happen')).toBe(false);
  });
});

describe('what a case builds on, and its date', () => {
  it('are taken away by null and kept when not named', () => {
    const free = applied({ type: 'editCase', id: 'lois-lapse', properties: { inherits: null } });
    const freed = free.cases.find(({ id }) => id === 'lois-lapse');
    expect(freed && 'inherits' in freed).toBe(false);
    const undated = applied({ type: 'editCase', id: 'article-day', properties: { asOf: null } });
    expect(asOfDate(undated, 'article-day')).toBe(scenario.timeline.asOf);
    const renamed = applied({ type: 'editCase', id: 'lois-lapse', properties: { name } });
    expect(renamed.cases.find(({ id }) => id === 'lois-lapse')).toMatchObject({
      inherits: 'announced-happen',
      name,
    });
  });
});

describe('the reason of an override', () => {
  it('is changed without anything to calculate', () => {
    const result = applyCommand(scenario, {
      type: 'setOverrideReason',
      caseId: 'growth-miss',
      key: 'wau_scale',
      reason: 'Because',
    });
    if (!result.ok) throw new Error(result.error.code);
    const changed = result.value.scenario.cases.find(({ id }) => id === 'growth-miss');
    expect(changed?.overrides['wau_scale']?.reason).toBe('Because');
    expect(result.value.change.touched).toEqual({ items: [], everything: false });
  });

  it.each([
    ['no-override', 'growth-miss', 'chip_life'],
    ['unknown-item', 'growth-miss', 'nothing'],
    ['unknown-case', 'nothing', 'wau_scale'],
  ])('is refused with %s', (code, caseId, key) => {
    expect(refused({ type: 'setOverrideReason', caseId, key, reason: 'x' })).toBe(code);
  });
});

describe('a fact that is in use', () => {
  // Catches: a reference to a fact that is gone, which no file may hold.
  it('goes with all that names it when that is asked for', () => {
    expect(refused({ type: 'deleteFact', id: 'FUND-14' })).toBe('fact-in-use');
    const without = applied({ type: 'deleteFact', id: 'FUND-14', detach: true });
    expect(JSON.stringify(without.facts)).not.toContain('"FUND-14"');
    expect(JSON.stringify([without.items, without.deals])).not.toContain('"FUND-14"');
  });
});

describe('successors that lead back', () => {
  it('are refused for facts and deals', () => {
    expect(refused({ type: 'editFact', id: 'FUND-14', properties: { supersededBy: 'S01' } })).toBe(
      'fact-replaces-itself',
    );
    expect(refused({ type: 'editDeal', id: 'E02', properties: { supersededBy: 'E01' } })).toBe(
      'deal-replaces-itself',
    );
  });
});

describe('what no file may hold', () => {
  const deal = scenario.deals.find(({ id }) => id === 'E19');
  const [fact] = scenario.facts;
  if (!deal || !fact) throw new Error('There is no deal E19 or no fact');
  const linear = { kind: 'linear', start: '2026Q1', amount: 1 } as const;

  // Catches: a document that can be edited but not saved.
  it.each<[string, Command]>([
    ['id-not-allowed', { type: 'insertDeal', deal: { ...deal, id: '__proto__' } }],
    ['id-not-allowed', { type: 'insertFact', fact: { ...fact, id: 'a'.repeat(300) } }],
    ['id-not-allowed', { type: 'copyCase', id: null, newId: 'constructor', name }],
    ['id-not-allowed', { type: 'editDeal', id: 'E19', properties: { payer: '__proto__' } }],
    [
      'not-a-count',
      { type: 'editDeal', id: 'E19', properties: { tranches: [{ ...linear, quarters: 1.5 }] } },
    ],
  ])('is refused with %s', (code, command) => {
    expect(refused(command)).toBe(code);
  });
});
