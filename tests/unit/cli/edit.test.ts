import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openScenario } from '#shared/format/open.ts';
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
    buildItem('rate', constant(5), { unit: '%' }),
    buildItem('price', byYear({ 2025: 10, 2026: 20 }), { unit: 'USD bn' }),
    buildItem('units', byPeriod(1, 2, 3, 4), { unit: 'number' }),
    buildItem('sales', formula('price * units'), { unit: 'USD bn', overrides: { '2025Q2': 7 } }),
    buildItem('heading', constant(null), { role: 'header' }),
  ],
  { cases: [buildCase('low', {}, { name: { en: 'Low', ar: 'منخفض' } })] },
);

function file(): string {
  const path = join(temporaryFolder(), 'a.scenario');
  writeFileSync(path, scenarioToText(scenario, '0.1.0'));
  return path;
}

/** The scenario after `set`, or the line on stderr. */
async function set(...args: string[]) {
  const path = file();
  const target = join(path, '../b.scenario');
  const { code, error } = await headroom(['set', path, ...args, '-o', target]);
  if (code !== 0) return { code, error, after: undefined };
  const opened = openScenario(readFileSync(target));
  return { code, error, after: opened.ok ? opened.value.scenario : undefined };
}

async function rowAfter(key: string, ...args: string[]) {
  const { after, error } = await set(...args);
  expect(error).toBe('');
  return after?.items[key];
}

describe('set on the base', () => {
  test('a constant takes no period', async () => {
    expect(await rowAfter('rate', 'rate=6')).toMatchObject({ content: { kind: 'constant', value: 6 } });
    expect((await set('rate[2025Q1]=6')).error).toMatch(/^headroom: constant-has-no-periods: rate/);
  });

  test('a by-year series takes a year', async () => {
    const row = await rowAfter('price', 'price[2026]=25');
    expect(row?.content).toEqual({ kind: 'byYear', values: { 2025: 10, 2026: 25 } });
    expect((await set('price[2025Q1]=1')).code).toBe(3);
    expect((await set('price=1')).code).toBe(3);
  });

  test('a series by period takes a quarter and may grow', async () => {
    expect((await rowAfter('units', 'units[2025Q2]=9'))?.content).toEqual({
      kind: 'byPeriod',
      values: [1, 9, 3, 4],
    });
    expect((await rowAfter('units', 'units[2026Q2]=9'))?.content).toEqual({
      kind: 'byPeriod',
      values: [1, 2, 3, 4, null, 9],
    });
    expect((await set('units[2027Q1]=9')).error).toMatch(/outside-timeline.*2027Q1/);
  });

  test('a value in a formula row is an override; blank takes it away', async () => {
    expect((await rowAfter('sales', 'sales[2025Q1]=3'))?.overrides).toEqual({ '2025Q1': 3, '2025Q2': 7 });
    expect((await rowAfter('sales', 'sales[2025Q2]='))?.overrides).toEqual({});
    expect((await set('sales=3')).error).toMatch(/name-a-period/);
  });

  test('blank blanks an input; it is not zero', async () => {
    expect((await rowAfter('units', 'units[2025Q2]='))?.content).toEqual({
      kind: 'byPeriod',
      values: [1, null, 3, 4],
    });
  });

  test('a formula replaces the row', async () => {
    expect((await rowAfter('units', 'units==units[-1] + 1'))?.content).toEqual({
      kind: 'formula',
      formula: 'units[-1] + 1',
    });
    expect((await set('units[2025Q1]==1')).code).toBe(2);
  });

  // Catches: a formula written that shows an error in every period, or a reason in two sentences.
  test.each([
    ['units==1 +', 'The formula ends too early'],
    ['units==pric * 2', 'Did you mean price?'],
    ['units==SUMM(units)', 'There is no function SUMM. Did you mean SUM?'],
    ['units==price[-1] + 1', 'The formula gives USD bn, and the row says number'],
    ['sales==price + rate', 'The formula puts together USD bn and %'],
    ['units==ABS()', 'The function needs more arguments: ABS(number)'],
  ])('%s is refused, and nothing is written', async (edit, reason) => {
    const { code, error, after } = await set(edit);
    expect(code).toBe(3);
    expect(error).toMatch(/^headroom: value-refused: /);
    expect(error).toContain(reason);
    expect(error).toMatch(/^[^\n]*[^.?][.?]\n$/);
    expect(after).toBeUndefined();
  });

  test('values are read as analysts type them, in the unit of the row', async () => {
    const price = async (typed: string, ...more: string[]) =>
      (await rowAfter('price', `price[2025]=${typed}`, ...more))?.content;
    const is = (value: number) => ({ kind: 'byYear', values: { 2025: value, 2026: 20 } });
    expect(await price('250m')).toEqual(is(0.25));
    expect(await price('$40B')).toEqual(is(40));
    expect(await price('(1,234)')).toEqual(is(-1234));
    expect(await price('1.234,5', '--locale', 'de')).toEqual(is(1234.5));
    expect(await price('٣٬٤٥٠٫٥', '--locale', 'ar')).toEqual(is(3450.5));
    expect((await rowAfter('rate', 'rate=12%'))?.content).toEqual({ kind: 'constant', value: 12 });
    const refused = await set('price[2025]=1,5');
    expect(refused.code).toBe(3);
    expect(refused.error).toMatch(/^headroom: value-refused: 1,5 cannot be the value of price: /);
  });

  test('a period may be written in any of the usual ways', async () => {
    const is = { kind: 'byPeriod', values: [1, 9, 3, 4] };
    for (const period of ['2025q2', ' Q2 2025 ', '2Q25', '٢٠٢٥Q2', 'الربع الثاني 2025']) {
      expect((await rowAfter('units', `units[${period}]=9`))?.content, period).toEqual(is);
    }
    expect((await rowAfter('price', 'price[FY26]=9'))?.content).toEqual(byYear({ 2025: 10, 2026: 9 }));
  });

  test('several edits are one: all or none', async () => {
    const { after } = await set('rate=6', 'units[2025Q1]=5');
    expect([after?.items['rate']?.content, after?.items['units']?.content]).toEqual([
      { kind: 'constant', value: 6 },
      { kind: 'byPeriod', values: [5, 2, 3, 4] },
    ]);
    const path = file();
    const target = join(path, '../none.scenario');
    expect((await headroom(['set', path, 'rate=6', 'gone=1', '-o', target])).code).toBe(3);
    expect(statSync(target, { throwIfNoEntry: false })).toBe(undefined);
  });

  test('a value that stands there already is written all the same', async () => {
    expect((await set('rate=5')).code).toBe(0);
  });

  test('an unknown name is refused with the nearest one', async () => {
    const { code, error } = await set('prize[2026]=1');
    expect(code).toBe(3);
    expect(error).toBe(
      'headroom: item-not-found: There is no line item prize in this scenario. Did you mean price?\n',
    );
  });

  test.each(['rate', '=5', '[2025]=1', 'rate[2025=1', ''])('%j is no edit', async (text) => {
    expect(await set(text)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^headroom: edit-malformed: /),
    });
  });

  test('a heading holds nothing', async () => {
    expect((await set('heading=1')).error).toMatch(/^headroom: header-has-no-values: /);
  });
});

describe('set --case', () => {
  test('leaves the base alone', async () => {
    const { after } = await set('--case', 'Low', 'rate=1', 'units[2025Q3]=8', 'sales==1', 'price[2025]=4');
    expect(after?.items).toEqual(scenario.items);
    const overrides = after?.cases[0]?.overrides;
    expect(overrides?.['rate']?.content).toEqual({ kind: 'constant', value: 1 });
    expect(overrides?.['units']?.values).toEqual({ '2025Q3': 8 });
    expect(overrides?.['sales']?.content).toEqual({ kind: 'formula', formula: '1' });
    expect(overrides?.['price']?.values).toEqual({ '2025Q1': 4, '2025Q2': 4, '2025Q3': 4, '2025Q4': 4 });
  });

  test('an unknown case is refused with the nearest one', async () => {
    const { code, error } = await set('--case', 'Lov', 'rate=1');
    expect({ code, error }).toEqual({
      code: 3,
      error: 'headroom: case-not-found: There is no case Lov in this scenario. Did you mean low?\n',
    });
  });
});

describe('files', () => {
  test('set may write the file it reads', async () => {
    const path = file();
    expect((await headroom(['set', path, 'rate=6', '-o', path])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('"value": 6');
  });

  test('format gives a saved file back byte for byte, and brings any other into that form', async () => {
    const path = file();
    const text = readFileSync(path, 'utf8');
    expect((await headroom(['format', path])).out).toBe(text);
    writeFileSync(path, JSON.stringify(JSON.parse(text)));
    expect((await headroom(['format', path])).out).toBe(text);
    const target = join(path, '../c.scenario');
    expect((await headroom(['format', path, '-o', target])).out).toBe('');
    expect(readFileSync(target, 'utf8')).toBe(text);
  });

  test('new writes both templates', { timeout: 30_000 }, async () => {
    const folder = temporaryFolder();
    for (const template of ['openai', 'blank']) {
      const target = join(folder, `${template}.scenario`);
      expect(await headroom(['new', '--template', template, '-o', target])).toMatchObject({
        code: 0,
        error: '',
      });
      expect((await headroom(['verify', target])).code).toBe(0);
      expect((await headroom(['format', target])).out).toBe(readFileSync(target, 'utf8'));
    }
  });

  // Catches: `name/` written as a file called `name`.
  test('a name that means a folder is not written', async () => {
    const folder = temporaryFolder();
    const target = `${join(folder, 'a.scenario')}/`;
    expect((await headroom(['new', '--template', 'blank', '-o', target])).code).toBe(4);
    expect((await headroom(['export', file(), '--to', `${join(folder, 'a.csv')}/`])).code).toBe(4);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('what cannot be written ends with 4', async () => {
    const ran = await headroom([
      'new',
      '--template',
      'blank',
      '-o',
      join(temporaryFolder(), 'gone/a.scenario'),
    ]);
    expect(ran.code).toBe(4);
    expect(ran.error).toMatch(/^headroom: folder-missing: .*a\.scenario: .*\n$/);
  });

  test.each(['calc', 'check', 'verify', 'format'])(
    '%s: what cannot be read ends with 3 and one line',
    async (command) => {
      const path = file();
      writeFileSync(path, readFileSync(path, 'utf8').slice(0, 300));
      const { code, out, error } = await headroom([command, path]);
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(error).toMatch(/^headroom: syntax: [^\n]+ line 1[0-9], column \d+[^\n]+\n$/);
      expect((await headroom([command, join(path, '../gone')])).error).toMatch(/^headroom: file-missing: /);
    },
  );
});
