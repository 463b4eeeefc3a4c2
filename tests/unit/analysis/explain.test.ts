import { describe, expect, it } from 'vitest';
import { dependentsOf } from '#shared/analysis/dependents.ts';
import { explainCell } from '#shared/analysis/explain.ts';
import type { ExplainedInput, Explanation } from '#shared/analysis/explanation.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import {
  buildCase,
  buildDeal,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { shippedScenario } from '#tests/support/shipped.ts';
import { calculate } from './calculate.ts';

function explained(
  rows: readonly LineItem[],
  key: string,
  period = 1,
  parts: Partial<Scenario> = {},
): Explanation {
  return explainCell(calculate(buildScenario(rows, parts)), { key, period }, { depth: 3 });
}

/** What each input is and plays: `a: part 3`. */
function partsOf({ inputs }: Explanation): string[] {
  return inputs.map((input) => {
    const name = input.kind === 'cell' ? input.cell.place.key : 'text' in input ? input.text : '';
    const played = 'contribution' in input ? input.contribution : null;
    return played ? `${name}: ${played.kind} ${played.value}` : name;
  });
}

const A = buildItem('a', constant(3));
const B = buildItem('b', constant(5));

describe('the part that inputs play', () => {
  it('gives terms of a sum with their signs, and they add up to the value', () => {
    const node = explained([A, B, buildItem('x', formula('a - (b - 2 * a) + 10'))], 'x');
    expect(partsOf(node)).toEqual(['a: part 9', 'b: part -5']);
    expect(node.terms.map(({ value }) => value)).toEqual([3, -5, 6, 10]);
    expect(node.terms.reduce((sum, term) => sum + term.value, 0)).toBe(node.value);
  });

  it('gives factors of a product the whole product each, marked as an effect', () => {
    expect(partsOf(explained([A, B, buildItem('x', formula('a * b + 1'))], 'x'))).toEqual([
      'a: effect 15',
      'b: effect 15',
    ]);
  });

  it('says nothing where a divisor of 0 has no value', () => {
    expect(partsOf(explained([A, B, buildItem('x', formula('a / b'))], 'x'))).toEqual(['a: effect 0.6', 'b']);
  });

  it('does not call a term a part when a condition reads the same row', () => {
    expect(partsOf(explained([A, B, buildItem('x', formula('IF(a > 1, a, 0) + b'))], 'x'))).toEqual([
      'a: effect 3',
      'b: part 5',
    ]);
  });
});

describe('what a cell reads', () => {
  it('leaves out the branch that is not taken, and says so', () => {
    const node = explained([A, B, buildItem('x', formula('CHOOSE(1, a, b)'))], 'x');
    expect(partsOf(node)).toEqual(['a: part 3']);
    expect(node.notRead).toEqual(['b']);
  });

  it('shows a range as one input with its cells, and what lies before the timeline as nothing', () => {
    const rows = [buildItem('a', byPeriod(1, 2, 4)), buildItem('x', formula('SUM(a[-2:0])'))];
    const [range] = explained(rows, 'x').inputs;
    expect(range).toMatchObject({ kind: 'range', text: 'a[-2:0]', contribution: { kind: 'part', value: 3 } });
    const cells = range?.kind === 'range' ? range.cells : [];
    expect(cells.map((one) => one?.contribution?.value ?? null)).toEqual([null, 1, 2]);
  });

  it('expands a cell once, where it stands highest', () => {
    const rows = [
      A,
      buildItem('m', formula('a + 1')),
      buildItem('n', formula('m * 2')),
      buildItem('x', formula('n + m')),
    ];
    const node = explained(rows, 'x');
    const [n, m] = node.inputs.map((input) => (input.kind === 'cell' ? input.cell : null));
    expect(m?.expansion).toBe('open');
    expect(cellOf(n?.inputs[0])).toMatchObject({ expansion: 'repeated', inputs: [] });
  });

  it('ends in loops and names them', () => {
    const rows = [buildItem('p', formula('q * 0.5 + 1')), buildItem('q', formula('p * 0.5'))];
    const node = explained(rows, 'p');
    expect(node.loop?.status).toBe('linear-exact');
    expect(node.loop?.chain).toEqual([
      { key: 'p', period: 1 },
      { key: 'q', period: 1 },
    ]);
    expect(cellOf(cellOf(node.inputs[0])?.inputs[0])).toMatchObject({
      place: { key: 'p' },
      expansion: 'repeated',
    });
  });

  it('stops at the depth asked for and says that more lies below', () => {
    const rows = [A, buildItem('m', formula('a')), buildItem('x', formula('m'))];
    const node = explainCell(calculate(buildScenario(rows)), { key: 'x', period: 0 }, { depth: 1 });
    expect(cellOf(node.inputs[0])).toMatchObject({ expansion: 'deeper', inputs: [] });
  });
});

function cellOf(input: ExplainedInput | undefined): Explanation | undefined {
  return input?.kind === 'cell' ? input.cell : undefined;
}

describe('who says so', () => {
  const rows = [A, buildItem('x', formula('a'), { overrides: { '2025Q2': 7 } })];
  const cases = [
    buildCase('low', { a: { content: constant(1), reason: 'weak' } }),
    buildCase('lower', { x: { values: { '2025Q1': 9 }, reason: 'typed' } }, { inherits: 'low' }),
  ];

  it('tells an override in the base and in a case from the formula below it', () => {
    const calculated = calculate(buildScenario(rows, { cases }), { caseId: 'lower', asOf: null });
    const contents = [0, 1, 2].map(
      (period) => explainCell(calculated, { key: 'x', period }, { depth: 1 }).content,
    );
    expect(contents).toEqual([
      { kind: 'override', formula: 'a', by: { caseId: 'lower', reason: 'typed' } },
      { kind: 'override', formula: 'a', by: null },
      { kind: 'formula', formula: 'a', by: null },
    ]);
    const typed = explainCell(calculated, { key: 'a', period: 0 }, { depth: 1 });
    expect(typed).toMatchObject({
      value: 1,
      content: { kind: 'constant', by: { caseId: 'low', reason: 'weak' } },
    });
  });

  it('lists facts in the order of the row and hides those known later', () => {
    const facts = [buildFact('F1', { knownFrom: '2026-08-01' }), buildFact('F2')];
    const node = explained([buildItem('a', constant(1), { facts: ['F1', 'F2'] })], 'a', 0, { facts });
    expect(node.facts.map(({ fact, isChosen, isVisible }) => [fact.id, isChosen, isVisible])).toEqual([
      ['F1', true, false],
      ['F2', false, true],
    ]);
  });

  it('explains an error down to where it arose', () => {
    const node = explained([buildItem('a', formula('1 / 0')), buildItem('x', formula('a + 1'))], 'x');
    expect(node.error).toMatchObject({ code: '#DIV/0!', path: [{ key: 'x' }, { key: 'a' }] });
  });
});

describe('years', () => {
  const a = buildItem('a', byPeriod(1, 2, 3, 4));

  it('makes a year of its quarters by the rule of the row', () => {
    const year = (aggregation: LineItem['aggregation']): string[] =>
      partsOf(
        explainCell(
          calculate(buildScenario([{ ...a, aggregation }])),
          { key: 'a', year: 2025 },
          { depth: 1 },
        ),
      );
    expect(year('sum')).toEqual(['a: part 1', 'a: part 2', 'a: part 3', 'a: part 4']);
    expect(year('avg')).toEqual(['a: part 0.25', 'a: part 0.5', 'a: part 0.75', 'a: part 1']);
    expect(year('end')).toEqual(['a: part 4']);
    expect(year('first')).toEqual(['a: part 1']);
  });

  it('calculates a rate on annual values', () => {
    const rows = [a, buildItem('r', formula('a / 2'), { aggregation: 'rate' })];
    const node = explainCell(calculate(buildScenario(rows)), { key: 'r', year: 2025 }, { depth: 1 });
    expect(node.value).toBe(5);
    expect(cellOf(node.inputs[0])?.place).toEqual({ key: 'a', year: 2025 });
  });
});

describe('deals', () => {
  it('shows the flows that matched with level, weight and what they count for', () => {
    const deals = [
      buildDeal('D1', { tranches: [{ kind: 'dated', at: '2025Q2', amount: 10 }] }),
      buildDeal('D2', {
        history: [{ from: '2026-01-15', level: 'signed', facts: [] }],
        tranches: [{ kind: 'dated', at: '2025Q2', amount: 4 }],
      }),
    ];
    const rows = [
      buildItem('count_announced', constant(0.5)),
      buildItem('count_signed', constant(1)),
      buildItem('x', formula('DEALS("in", , "counted")')),
    ];
    const node = explained(rows, 'x', 1, { deals });
    const [input] = node.inputs;
    expect(node.value).toBe(9);
    expect(input?.kind === 'deals' ? input.flows : []).toMatchObject([
      { deal: 'D1', level: 'announced', amount: 10, weight: 0.5 },
      { deal: 'D2', level: 'signed', amount: 4, weight: 1 },
    ]);
  });
});

describe('the shipped scenario', () => {
  it('has flows that add up to what DEALS gives, and terms that add up to the value, in cells of every row', {
    timeout: 30_000,
  }, () => {
    const calculated = calculate(shippedScenario());
    for (const [index, key] of calculated.scenario.itemOrder.entries()) {
      const node = explainCell(calculated, { key, period: index % 24 }, { depth: 1 });
      for (const input of node.inputs) {
        if (input.kind !== 'deals' || typeof input.value !== 'number') continue;
        const sum = input.flows.reduce(
          (total, { amount, weight }) => total + Number(amount) * Number(weight),
          0,
        );
        expect(sum, key).toBeCloseTo(input.value, 9);
      }
      if (node.terms.length === 0) continue;
      const sum = node.terms.reduce((total, { value }) => total + value, 0);
      expect(Math.abs(sum - Number(node.value)), key).toBeLessThan(1e-5);
    }
  });
});

describe('dependents', () => {
  it('finds cells that really read a cell, at their periods', () => {
    const rows = [
      A,
      buildItem('later', formula('a[-1] + 1')),
      buildItem('never', formula('IF(TRUE, 1, a)')),
      buildItem('window', formula('SUM(a[-1:0])')),
    ];
    const found = dependentsOf(calculate(buildScenario(rows)), { key: 'a', period: 2 });
    expect(found.map(({ place, value }) => [place, value])).toEqual([
      [{ key: 'later', period: 3 }, 4],
      [{ key: 'window', period: 2 }, 6],
      [{ key: 'window', period: 3 }, 6],
    ]);
  });
});
