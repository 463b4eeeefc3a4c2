import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scenarioToText } from '#shared/format/save.ts';
import {
  buildCase,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { headroom } from '#tests/support/command-line.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const scenario = buildScenario(
  [
    buildItem('title_row', constant(null), { role: 'header', label: { en: 'Heading', ar: 'عنوان' } }),
    buildItem('price', byYear({ 2025: 10, 2026: 20 }), { unit: 'USD bn', aggregation: 'avg' }),
    buildItem('units', byPeriod(1, 2, null, 4), { unit: 'number' }),
    buildItem('sales', formula('price * units'), { unit: 'USD bn', overrides: { '2025Q2': 7 } }),
    buildItem('ratio', formula('units / 0'), { unit: 'ratio', aggregation: 'end' }),
    buildItem('name', formula('"a, ""b"""'), { unit: 'text', aggregation: 'first' }),
    buildItem(
      'rate',
      {
        kind: 'dated',
        entries: [
          { from: '2026-01-01', value: 1 },
          { from: '2026-06-01', value: 2 },
        ],
      },
      { aggregation: 'end' },
    ),
    buildItem('positive', formula('sales > 8'), { role: 'check', aggregation: 'all' }),
    buildItem('always', formula('TRUE'), { role: 'check', aggregation: 'all' }),
  ],
  {
    cases: [
      buildCase(
        'low',
        { price: { content: byYear({ 2025: 1 }) }, sales: { values: { '2025Q1': 3 } } },
        { name: { en: 'Low price', ar: 'سعر منخفض' }, asOf: '2026-02-01' },
      ),
    ],
  },
);

function file(): string {
  const path = join(temporaryFolder(), 'a.scenario');
  writeFileSync(path, scenarioToText(scenario, '0.1.0'));
  return path;
}

async function calc(...args: string[]) {
  const ran = await headroom(['calc', file(), ...args, '--json']);
  expect(ran.error).toBe('');
  return JSON.parse(ran.out);
}

describe('calc --json', () => {
  test('values by quarter: numbers, blank as null, errors, texts, truth values', async () => {
    const { items, periods, by, case: name, asOf, scenario: title } = await calc();
    expect({ by, name, asOf, title }).toEqual({
      by: 'quarter',
      name: null,
      asOf: '2026-07-31',
      title: 'Test',
    });
    expect(periods).toEqual(['2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3', '2026Q4']);
    expect(items.price).toEqual({ label: 'price', unit: 'USD bn', values: [10, 10, 10, 10, 20, 20, 20, 20] });
    expect(items.units.values).toEqual([1, 2, null, 4, null, null, null, null]);
    expect(items.sales.values.slice(0, 4)).toEqual([10, 7, 0, 40]);
    expect(items.ratio.values[0]).toEqual({ error: '#DIV/0!' });
    expect(items.name.values[0]).toBe('a, "b"');
    expect(items.positive.values.slice(0, 2)).toEqual([true, false]);
    expect(Object.keys(items)).toEqual([
      'price',
      'units',
      'sales',
      'ratio',
      'name',
      'rate',
      'positive',
      'always',
    ]);
  });

  test('values by year follow the rule of the row', async () => {
    const { items, periods } = await calc('--by', 'year', '--items', 'sales,price,ratio');
    expect(periods).toEqual(['2025', '2026']);
    expect(items.sales.values[0]).toBe(57);
    expect(items.price.values).toEqual([10, 20]);
    expect(items.ratio.values[1]).toEqual({ error: '#DIV/0!' });
    expect(Object.keys(items)).toEqual(['price', 'sales', 'ratio']);
  });

  test('overrides, checks and loops are listed', async () => {
    const { overrides, checks, loops } = await calc('--items', 'price');
    expect(overrides).toEqual([{ key: 'sales', period: '2025Q2' }]);
    expect(checks).toEqual({ passed: 1, failed: ['positive'] });
    expect(loops).toEqual([]);
  });

  test.each(['low', 'Low price', 'سعر منخفض'])('a case is named by id or name: %s', async (name) => {
    const { items, overrides, case: shown, caseId, asOf } = await calc('--case', name);
    expect({ shown, caseId, asOf }).toEqual({ shown: 'Low price', caseId: 'low', asOf: '2026-02-01' });
    expect(items.price.values[0]).toBe(1);
    expect(items.sales.values.slice(0, 2)).toEqual([3, 7]);
    expect(overrides).toEqual([
      { key: 'sales', period: '2025Q1' },
      { key: 'sales', period: '2025Q2' },
    ]);
  });

  test('the as-of date asked for wins over that of the case, that over the file', async () => {
    const rates = async (...args: string[]) => (await calc('--items', 'rate', ...args)).items.rate.values[0];
    expect(await rates()).toBe(2);
    expect(await rates('--case', 'low')).toBe(1);
    expect(await rates('--case', 'low', '--as-of', '2026-07-01')).toBe(2);
    expect(await rates('--as-of', '2025-01-01')).toBe(null);
  });

  test('patterns choose rows and keep their order', async () => {
    expect(Object.keys((await calc('--items', 'r*,price')).items)).toEqual(['price', 'ratio', 'rate']);
    expect(Object.keys((await calc('--items', '*s')).items)).toEqual(['units', 'sales', 'always']);
    expect(Object.keys((await calc('--items', 'ra?e')).items)).toEqual(['rate']);
  });
});

test('what chooses no row is refused, not answered with nothing', async () => {
  const error = async (items: string) => (await headroom(['calc', file(), '--items', items])).error;
  expect(await error(',')).toMatch(/^headroom: option-without-value: /);
  expect(await error('title_row')).toMatch(/^headroom: header-has-no-values: /);
  expect(await error('pri')).toMatch(/^headroom: item-not-found: .*Did you mean price\?/);
});

test('calc --csv quotes as RFC 4180 says', async () => {
  const { out } = await headroom(['calc', file(), '--csv', '--by=year', '--items', 'name,units']);
  expect(out).toBe(
    'key,label,unit,2025,2026\r\nunits,units,number,7,\r\nname,name,text,"a, ""b""","a, ""b"""\r\n',
  );
});

test('calc without either prints a table', async () => {
  const { out } = await headroom(['calc', file(), '--items', 'price', '--by', 'year']);
  expect(out.split('\n').map((line) => line.trim().split(/\s+/))).toEqual([
    ['2025', '2026'],
    ['price', 'USD', 'bn', '10', '20'],
    [''],
  ]);
});

describe('check', () => {
  test('names every period that does not hold and ends with 1', async () => {
    const { code, out } = await headroom(['check', file(), '--json']);
    const { passed, failed } = JSON.parse(out);
    expect(code).toBe(1);
    expect(passed).toBe(1);
    expect(failed[0]).toEqual({
      key: 'positive',
      period: '2025Q2',
      message: 'positive: does not hold in 2025Q2',
    });
    expect(failed.map((one: { period: string }) => one.period)).toEqual([
      '2025Q2',
      '2025Q3',
      '2026Q1',
      '2026Q2',
      '2026Q3',
      '2026Q4',
    ]);
  });
});

describe('verify', () => {
  test('counts what is in the file', async () => {
    const { code, out } = await headroom(['verify', file(), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      version: 1,
      items: 9,
      cases: 1,
      deals: 0,
      facts: 0,
      sameResults: true,
      differences: [],
    });
  });

  test('is one line for people', async () => {
    const { out } = await headroom(['verify', file()]);
    expect(out.trim().split('\n')).toHaveLength(1);
  });
});

describe('export', () => {
  test('CSV has the shape that import reads: formulas, typed values and nothing calculated', async () => {
    const target = join(temporaryFolder(), 'rows.csv');
    const { code } = await headroom(['export', file(), '--to', target, '--items', 'price,units,sales,name']);
    expect(code).toBe(0);
    expect(readFileSync(target, 'utf8').split('\r\n')).toEqual([
      'key,label,unit,formula,2025Q1,2025Q2,2025Q3,2025Q4,2026Q1,2026Q2,2026Q3,2026Q4',
      'price,price,USD bn,,10,10,10,10,20,20,20,20',
      'units,units,number,,1,2,,4,,,,',
      'sales,sales,USD bn,price * units,,7,,,,,,',
      'name,name,text,"""a, """"b""""""",,,,,,,,',
      '',
    ]);
  });

  test('CSV shows a case as it stands', async () => {
    const target = join(temporaryFolder(), 'rows.csv');
    await headroom(['export', file(), '--to', target, '--items', 'sales', '--case', 'low']);
    expect(readFileSync(target, 'utf8')).toContain('sales,sales,USD bn,price * units,3,7,,,,,,\r\n');
  });

  test('text from users is never a formula in a spreadsheet; numbers are left alone', async () => {
    const hostile = ['=1+1', '+1', '-x', '@SUM(A1)', '\tx', '=cmd|" /C calc"!A0', '＝1'];
    const rows = hostile.map((label, at) =>
      buildItem(`r${at}`, byPeriod(-1.5), { label: { en: label, ar: '' } }),
    );
    const path = join(temporaryFolder(), 'h.scenario');
    writeFileSync(path, scenarioToText(buildScenario(rows), '0.1.0'));
    const target = join(path, '../h.csv');
    await headroom(['export', path, '--to', target]);
    const text = readFileSync(target, 'utf8');
    const labels = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.replace(/^r\d,/, ''));
    for (const label of labels) expect(label).toMatch(/^"?'/);
    expect(text).toContain(',-1.5,');
  });

  test('JSON is what calc answers', async () => {
    const path = file();
    const target = join(path, '../rows.json');
    await headroom(['export', path, '--to', target, '--case', 'low']);
    const { out } = await headroom(['calc', path, '--case', 'low', '--json']);
    expect(JSON.parse(readFileSync(target, 'utf8'))).toEqual(JSON.parse(out));
  });
});
