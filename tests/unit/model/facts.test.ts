import { describe, expect, it } from 'vitest';
import { factUse } from '#shared/model/fact-use.ts';
import { factStanding, followChain, isKnown } from '#shared/model/fact-visibility.ts';
import { buildDeal, buildFact, buildItem, buildScenario, constant } from '#tests/support/builders.ts';
import { openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const { facts } = scenario;

describe('a fact on a day', () => {
  // Catches: a fact shown a day early, or one that gives way before its successor could be known.
  it.each([
    ['2025-09-22', false, null, null],
    ['2025-09-23', true, null, 'S01'],
    ['2026-02-26', true, null, 'S01'],
    ['2026-02-27', true, 'FUND-14', 'FUND-14'],
  ])('the letter of intent on %s', (asOf, visible, supersededBy, inForce) => {
    expect(factStanding(facts, 'S01', asOf)).toEqual({ visible, supersededBy });
    expect(followChain(facts, 'S01', asOf)?.id ?? null).toBe(inForce);
  });

  it('is never later than the day, along any chain', () => {
    const days = [...new Set(facts.map(({ knownFrom }) => knownFrom))].sort();
    for (const asOf of days)
      for (const { id } of facts) {
        const inForce = followChain(facts, id, asOf);
        if (inForce) expect(inForce.knownFrom <= asOf).toBe(true);
        expect(inForce !== null).toBe(factStanding(facts, id, asOf).visible);
      }
  });

  // Catches: successors that lead back, which would never end.
  it('is found though successors lead back', () => {
    const circle = [buildFact('a', { supersededBy: 'b' }), buildFact('b', { supersededBy: 'a' })];
    expect(followChain(circle, 'a', '2026-12-31')).not.toBeNull();
  });

  it('makes a row known once one of its facts is', () => {
    const two = [buildFact('a'), buildFact('b', { knownFrom: '2026-06-01' })];
    expect(isKnown({ facts: ['a', 'b'] }, two, '2026-04-29')).toBe(false);
    expect(isKnown({ facts: ['b', 'a'] }, two, '2026-04-30')).toBe(true);
    expect(isKnown({ facts: [] }, two, '2020-01-01')).toBe(true);
  });
});

describe('what rests on a fact', () => {
  // Catches: deals that name a fact in their history only.
  it('are rows and deals, each once', () => {
    const used = buildScenario([buildItem('x', constant(1), { facts: ['a', 'a'] })], {
      facts: [buildFact('a'), buildFact('b')],
      deals: [
        buildDeal('D', { facts: ['a'], history: [{ from: '2026-01-15', level: 'signed', facts: ['a'] }] }),
        buildDeal('E', { history: [{ from: '2026-01-15', level: 'signed', facts: ['a'] }] }),
      ],
    });
    expect([...factUse(used)]).toEqual([['a', { items: ['x'], deals: ['D', 'E'] }]]);
  });
});
