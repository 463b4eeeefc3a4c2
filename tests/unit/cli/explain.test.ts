import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { explainSchema } from '#main/cli/explain-schema.ts';
import { scenarioToText } from '#shared/format/save.ts';
import {
  buildCase,
  buildFact,
  buildItem,
  buildScenario,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { headroom } from '#tests/support/command-line.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const scenario = buildScenario(
  [
    buildItem('head', constant(null), { role: 'header' }),
    buildItem('price', byYear({ 2025: 10, 2026: 20 }), { unit: 'USD bn', facts: ['F1', 'F2'] }),
    buildItem('tax', constant(2), { unit: 'USD bn', assumption: 'A guess.' }),
    buildItem('net', formula('price - tax'), { unit: 'USD bn' }),
    buildItem('wrong', formula('net / 0')),
    buildItem('after', formula('wrong + 1')),
    buildItem('trend', formula('SUM(net[-1:0])')),
    buildItem('p', formula('q * 0.5 + 1')),
    buildItem('q', formula('p * 0.5')),
  ],
  {
    facts: [buildFact('F1'), buildFact('F2', { knownFrom: '2026-07-31' })],
    cases: [
      buildCase(
        'low',
        { tax: { content: constant(5), reason: 'Higher tax.' } },
        { name: { en: 'Low', ar: 'منخفض' } },
      ),
    ],
  },
);

async function explain(...args: string[]) {
  const path = join(temporaryFolder(), 'a.scenario');
  writeFileSync(path, scenarioToText(scenario, '0.1.0'));
  return headroom(['explain', path, ...args]);
}

async function explained(...args: string[]) {
  const ran = await explain(...args, '--json');
  expect(ran).toMatchObject({ code: 0, error: '' });
  const answer = JSON.parse(ran.out);
  z.fromJSONSchema(explainSchema as Parameters<typeof z.fromJSONSchema>[0]).parse(answer);
  return answer;
}

describe('explain', () => {
  test('gives the tree in the promised shape, down to the depth asked for', async () => {
    const answer = await explained('net[2026Q1]');
    expect(answer).toMatchObject({
      key: 'net',
      period: '2026Q1',
      value: 18,
      unit: 'USD bn',
      formula: 'price - tax',
    });
    expect(answer.inputs).toMatchObject([
      {
        key: 'price',
        period: '2026Q1',
        value: 20,
        formula: null,
        fact: { id: 'F1' },
        contribution: { kind: 'part', value: 20 },
        inputs: [],
      },
      { key: 'tax', value: 2, assumption: 'A guess.', contribution: { kind: 'part', value: -2 } },
    ]);
    expect((await explained('net[2026Q1]', '--depth', '0')).inputs).toEqual([]);
  });

  test('shows no fact that is known later than the day', async () => {
    expect((await explained('price[2025Q1]')).otherFacts).toMatchObject([{ id: 'F2' }]);
    expect(await explained('price[2025Q1]', '--as-of', '2026-07-30')).not.toHaveProperty('otherFacts');
    expect(await explained('price[2025Q1]', '--as-of', '2025-07-30')).not.toHaveProperty('fact');
  });

  test('reads a year, a constant without a period, and a case', async () => {
    expect(await explained('net[2025]')).toMatchObject({ period: '2025', value: 32, formula: null });
    expect(await explained('tax')).toMatchObject({ period: null, value: 2 });
    expect(await explained('tax', '--case', 'Low')).toMatchObject({
      value: 5,
      content: { case: 'low', reason: 'Higher tax.' },
    });
  });

  test('lists the cells of a range, and marks a loop', async () => {
    const { inputs } = await explained('trend[2026Q1]');
    expect(inputs).toMatchObject([
      { key: 'net', period: '2025Q4', range: 'net[-1:0]' },
      { key: 'net', period: '2026Q1', range: 'net[-1:0]' },
    ]);
    expect((await explained('p[2025Q1]')).loop).toMatchObject({
      status: 'linear-exact',
      chain: [{ key: 'p' }, { key: 'q' }],
    });
  });

  test('follows an error to where it arose', async () => {
    const answer = await explained('after[2025Q2]');
    expect(answer.value).toEqual({ error: '#DIV/0!' });
    expect(answer.error.path).toEqual([
      { key: 'after', period: '2025Q2' },
      { key: 'wrong', period: '2025Q2' },
    ]);
  });

  test('says what differs from another case', async () => {
    const { changed } = await explained('net[2025]', '--case', 'low', '--against', 'base');
    expect(changed).toMatchObject({ before: 32, after: 20 });
    expect(changed.leaves).toMatchObject([{ key: 'tax', before: 2, after: 5, effect: -12 }]);
    const text = (await explain('net[2025]', '--against', 'low')).out;
    expect(text).toContain('Compared with low: 20 → 32');
  });

  test('prints a tree for people without a placeholder or a key left over', async () => {
    const { out } = await explain('after[2025Q2]');
    expect(out).toMatch(/^after\[2025Q2\]: #DIV\/0!\n/);
    expect(out).not.toMatch(/\{\{|explain-/);
  });

  test.each([
    [['net'], 2, 'cell-without-period'],
    [['net[2025Q5]'], 2, 'cell-malformed'],
    [['net[2025Q1'], 2, 'cell-malformed'],
    [['net[2025Q1]=3'], 2, 'cell-malformed'],
    [['net[2031Q1]'], 3, 'cell-outside'],
    [['net[2024]'], 3, 'cell-outside'],
    [['nett[2025Q1]'], 3, 'item-not-found'],
    [['head[2025Q1]'], 3, 'header-has-no-values'],
    [['net[2025Q1]', '--depth', 'x'], 2, 'option-invalid'],
    [['net[2025Q1]', '--depth', '1.5'], 2, 'option-invalid'],
    [['net[2025Q1]', '--against', 'nobody'], 3, 'case-not-found'],
    [['net[2025Q1]', '--as-of', '2026-02-30'], 2, 'date-not-valid'],
  ])('refuses %j', async (args, code, name) => {
    const ran = await explain(...args);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.error).toMatch(new RegExp(`^headroom: ${name}: [^{}\\n]+\\n$`));
  });
});
