import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SCHEMAS } from '#main/cli/schema.ts';
import { openScenario } from '#shared/format/open.ts';
import { scenarioToText } from '#shared/format/save.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildItem, buildScenario, byPeriod, formula } from '#tests/support/builders.ts';
import { headroom } from '#tests/support/command-line.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const HEAD = 'key,label,unit,formula,2025Q1,2025Q2';

/** Imports a table; `after` is what was written. */
async function imported(table: string | Uint8Array, ...args: string[]) {
  const folder = temporaryFolder();
  const [path, target] = [join(folder, 'rows.csv'), join(folder, 'out.scenario')];
  writeFileSync(path, table);
  const ran = await headroom(['import', path, '-o', target, ...args]);
  if (!existsSync(target)) return { ...ran, after: undefined };
  const opened = openScenario(readFileSync(target));
  return { ...ran, after: opened.ok ? opened.value.scenario : undefined };
}

async function read(table: string | Uint8Array, ...args: string[]): Promise<Scenario> {
  const { error, after } = await imported(table, ...args);
  expect(error).toBe('');
  if (!after) throw new Error('Nothing was written');
  return after;
}

async function contentOf(table: string, ...args: string[]) {
  return Object.values((await read(table, ...args)).items)[0]?.content;
}

describe('import', () => {
  test('a row has values, a formula, or both: then the values are overrides', async () => {
    const { items, timeline, itemOrder } = await read(
      `${HEAD}\nunits,Units sold,number,,1,2\nsales,Sales,USD bn,=units * 2,,7\ncost,,USD bn,sales/2,,\n`,
    );
    expect(timeline).toMatchObject({ start: '2025Q1', periods: 2 });
    expect(itemOrder).toEqual(['units', 'sales', 'cost']);
    expect(items['units']).toMatchObject({
      label: { en: 'Units sold', ar: 'Units sold' },
      unit: 'number',
      role: 'driver',
      content: byPeriod(1, 2),
    });
    expect(items['sales']).toMatchObject({
      role: 'calculation',
      content: formula('units * 2'),
      overrides: { '2025Q2': 7 },
    });
    expect(items['cost']).toMatchObject({
      label: { en: 'cost' },
      content: formula('sales/2'),
      overrides: {},
    });
  });

  test('columns are known by their names, in any order; only the key must be there', async () => {
    const { items } = await read('2025Q2,KEY,2025Q1\n2,a,1\n');
    expect(items['a']).toMatchObject({ label: { en: 'a' }, unit: '', content: byPeriod(1, 2) });
  });

  test('periods in any spelling and order; what lies between is blank', async () => {
    const { items, timeline } = await read('key,Q1 2026,3Q25\na,9,7\n');
    expect(timeline).toMatchObject({ start: '2025Q3', periods: 3 });
    expect(items['a']?.content).toEqual(byPeriod(7, null, 9));
  });

  test('columns of years make by-year series on the quarters of these years', async () => {
    const { items, timeline } = await read('key,unit,formula,2027,FY25\na,USD bn,,3,1\nb,USD bn,a*2,8,\n');
    expect(timeline).toMatchObject({ start: '2025Q1', periods: 12 });
    expect(items['a']).toMatchObject({
      content: { kind: 'byYear', values: { 2025: 1, 2027: 3 } },
      aggregation: 'end',
    });
    expect(items['b']?.overrides).toEqual({ '2027Q1': 8, '2027Q2': 8, '2027Q3': 8, '2027Q4': 8 });
  });

  test('blank is blank, not zero', async () => {
    expect(await contentOf(`${HEAD}\na,,,,,0\n`)).toEqual(byPeriod(null, 0));
    expect(await contentOf(`${HEAD}\na,,,,n.a.,-\n`)).toEqual(byPeriod());
    expect(await contentOf('key,2025Q1,2025Q2\na,1\n')).toEqual(byPeriod(1));
  });

  test('values are read as analysts type them, in the unit of the row', async () => {
    expect(await contentOf(`${HEAD}\na,,USD bn,,250m,"(1,234)"\n`)).toEqual(byPeriod(0.25, -1234));
    expect(await contentOf(`${HEAD}\na,,%,,12%,1e-3\n`)).toEqual(byPeriod(12, 0.001));
    expect(await contentOf(`${HEAD}\na,,true/false,,TRUE,false\n`)).toEqual(byPeriod(true, false));
    expect(await contentOf(`${HEAD}\na,,,,TRUE,'5\n`)).toEqual(byPeriod(true, '5'));
    expect(await contentOf(`${HEAD}\na,,text,,to be paid,2026-01-31\n`)).toEqual(
      byPeriod('to be paid', '2026-01-31'),
    );
    expect(await contentOf('key,2025Q1\na,٣٬٤٥٠٫٥\n', '--locale', 'ar')).toEqual(byPeriod(3450.5));
  });

  test('quotes, CRLF, a byte order mark and blank rows as spreadsheets write them', async () => {
    const table = '\ufeffkey,label,2025Q1\r\n\r\na,"Costs, ""net""\r\nof tax",1\r\n,,\r\nb,,2';
    const { items, itemOrder } = await read(table);
    expect(itemOrder).toEqual(['a', 'b']);
    expect(items['a']?.label.en).toBe('Costs, "net"\nof tax');
  });

  test('tabs, semicolons, a line that names the delimiter, and UTF-16', async () => {
    expect(await contentOf('key\tlabel\t2025Q1\na\tx, y; z\t1.5\n')).toEqual(byPeriod(1.5));
    expect(await contentOf('key;label;2025Q1\na;x, y;1,5\n', '--locale', 'de')).toEqual(byPeriod(1.5));
    expect(await contentOf('sep=;\r\nkey;2025Q1\r\na;2\r\n')).toEqual(byPeriod(2));
    const utf16 = Buffer.from('\ufeffkey\t2025Q1\nإيراد\t3\n', 'utf16le');
    expect((await read(utf16)).items['إيراد']?.content).toEqual(byPeriod(3));
  });

  // Catches: a German decimal comma taken for a thousands separator, a factor of a thousand.
  test('between semicolons a number of two meanings is asked about', async () => {
    const table = 'key;2025Q1\na;1,234\n';
    expect((await imported(table)).error).toMatch(/^headroom: table-value-ambiguous: .*row.*--locale de/i);
    expect(await contentOf(table, '--locale', 'en')).toEqual(byPeriod(1234));
    expect(await contentOf(table, '--locale', 'de')).toEqual(byPeriod(1.234));
    expect(await contentOf('key;2025Q1\na;1234\n')).toEqual(byPeriod(1234));
  });

  test('how quarters become a year follows the unit, unless the table says it', async () => {
    const rows = ['m,USD bn,', 'n,,', 'p,%,', 't,true/false,', 'r,USD bn per GW,', 'w,USD bn,avg'];
    const { items } = await read(`key,unit,aggregation,2025Q1\n${rows.map((row) => `${row},`).join('\n')}\n`);
    const rules = Object.fromEntries(Object.values(items).map((item) => [item.key, item.aggregation]));
    expect(rules).toEqual({ m: 'sum', n: 'sum', p: 'end', t: 'all', r: 'end', w: 'avg' });
  });

  test('sections and notes are kept; a row with only a label is a heading', async () => {
    const { items, itemOrder, sections } = await read(
      'key,label,section,note,2025Q1\n,Assets,Balance,,\na,,Balance,seen in 10-K,1\nb,,Cash,,2\n',
    );
    expect(sections.map(({ label }) => label.en)).toEqual(['Balance', 'Cash']);
    expect(itemOrder).toEqual(['heading_1', 'a', 'b']);
    expect(items['heading_1']).toMatchObject({ role: 'header', label: { en: 'Assets' } });
    expect(items['a']).toMatchObject({ note: 'seen in 10-K', section: sections[0]?.id });
  });

  test('the apostrophe that keeps a spreadsheet from calculating is taken off', async () => {
    const { items } = await read("key,label,formula,2025Q1\na,'=cmd,'-b + 1,\nb,'90s,,1\n");
    expect(items['a']).toMatchObject({ label: { en: '=cmd' }, content: formula('-b + 1') });
    expect(items['b']?.label.en).toBe("'90s");
  });

  test('a formula that names what is not there is kept and told', async () => {
    const { out, after } = await imported('key,formula,2025Q1\nprice,,1\nsales,prise*2,\n', '--json');
    expect(after?.items['sales']?.content).toEqual(formula('prise*2'));
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ items: 2, periods: 1, problems: [{ key: 'sales' }] });
    expect(answer.problems[0].reason).toContain('price');
    const schema = z.fromJSONSchema((SCHEMAS['import'] ?? {}) as Parameters<typeof z.fromJSONSchema>[0]);
    expect(schema.safeParse(answer).error).toBe(undefined);
  });
});

describe('import refuses, in one line, and writes nothing', () => {
  test.each([
    ['', 'table-empty'],
    [' \r\n\r\n', 'table-empty'],
    ['key,2025Q1\n\n', 'table-without-rows'],
    ['label,2025Q1\nx,1\n', 'table-key-column-missing'],
    ['["a scenario", 1]', 'table-column-unknown'],
    ['key,2025Q1,foo\na,1,2\n', 'table-column-unknown: .*foo'],
    ['key,2025Q5\na,1\n', 'table-column-unknown: .*2025Q5'],
    ['key,1H25\na,1\n', 'table-column-unknown: .*1H25'],
    ['key,lable,2025Q1\na,x,1\n', 'table-column-unknown: .*Did you mean label'],
    ['key,2025Q1,Q1 2025\na,1,2\n', 'table-column-repeated: .*Q1 2025'],
    ['key,Key,2025Q1\na,b,1\n', 'table-column-repeated: .*Key'],
    ['key,label\na,x\n', 'table-periods-missing'],
    ['key,2025Q1,2026\na,1,2\n', 'table-periods-mixed: .*2025Q1.*2026'],
    ['key,1925Q1,2025Q2\na,1,2\n', 'table-periods-many: .*400'],
    ['key,2025Q1\na,1,2\n', 'table-field-extra: .*row 2'],
    ['key,,2025Q1\na,x,2\n', 'table-field-extra: .*x in row 2'],
    ['key,2025Q1\n\n,1\n', 'table-key-missing: .*Row 3'],
    ['key,2025Q1\na b,1\n', 'table-key-invalid: .*a b in row 2'],
    ['key,2025Q1\n__proto__,1\n', 'table-key-invalid'],
    ['key,2025Q1\nTRUE,1\n', 'table-key-invalid'],
    ['key,2025Q1\na,1\nb,2\na,3\n', 'table-key-repeated: .*row 2.*row 4'],
    ['key,aggregation,2025Q1\na,mean,1\n', 'table-aggregation-unknown: .*mean.*row 2'],
    ['key,formula,2025Q1\na,1 +,\n', 'table-formula-refused: .*Row 2 \\(a\\)'],
    ['key,formula,2025Q1\na,=,\n', 'table-formula-refused'],
    ['key,2025Q1\na,abc\n', 'table-value-refused: .*Row 2 \\(a\\), column 2025Q1: "abc" is no number'],
    ['key,unit,Q1 2025\na,USD bn,€5\n', 'table-value-refused: .*column Q1 2025: .*EUR'],
    ['key,2025Q1\na,5 to 9\n', 'table-value-refused'],
    ['key,2025Q1\na,=1+1\n', 'table-value-refused'],
    ['key,2025Q1\na,"1\n', 'table-quotes: .*row 2'],
    [`key,unit,2025Q1\na,${'x'.repeat(300)},1\n`, 'value-too-long'],
    [Buffer.from('key,2025Q1\na\xe9,1\n', 'latin1'), 'table-not-utf8'],
    [Buffer.from('key,2025Q1\n', 'utf16le'), 'table-not-utf8'],
    [Buffer.from('PK\x03\x04', 'latin1'), 'table-is-workbook'],
  ])('%j', async (table, error) => {
    const ran = await imported(table);
    expect(ran).toMatchObject({ code: 3, out: '', after: undefined });
    expect(ran.error).toMatch(new RegExp(`^headroom: ${error}[^{}\\n]*\\n$`));
  });

  test('the first problem is told and the others are counted', async () => {
    const { error } = await imported('key,2025Q1\na,x\nb,y\na,1\n');
    expect(error).toMatch(/table-value-refused: .*Row 2 .* Further problems: 2\.\n$/);
  });

  test('a workbook by its name, before it is looked for', async () => {
    const ran = await headroom(['import', 'rows.xlsx', '-o', 'out.scenario']);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.error).toMatch(/^headroom: table-is-workbook: rows\.xlsx: .*CSV/);
  });

  test('a missing file, a folder, and the table itself as the output', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'rows.csv');
    const run = (from: string, to: string) => headroom(['import', from, '-o', to]);
    expect((await run(path, join(folder, 'a'))).error).toMatch(/^headroom: file-missing: /);
    expect((await run(folder, join(folder, 'a'))).error).toMatch(/^headroom: not-a-regular-file: /);
    writeFileSync(path, 'key,2025Q1\na,1\n');
    expect(await run(path, join(folder, '.', 'rows.csv'))).toMatchObject({ code: 2 });
    expect(readFileSync(path, 'utf8')).toBe('key,2025Q1\na,1\n');
    expect((await run(path, join(folder, 'gone/a'))).code).toBe(4);
  });
});

describe('export --to csv', () => {
  const rows = [
    buildItem('a', byPeriod('=1+1', '5'), { unit: 'text', note: '+x' }),
    buildItem('b', formula('-c'), { aggregation: 'avg', label: { en: "'=x", ar: '' } }),
    buildItem('c', byPeriod(1)),
  ];

  function files() {
    const folder = temporaryFolder();
    const path = join(folder, 'a.scenario');
    writeFileSync(path, scenarioToText(buildScenario(rows), '0.1.0'));
    return { path, table: join(folder, 'rows.csv') };
  }

  test('writes section, aggregation and note when asked', async () => {
    const { path, table } = files();
    const columns = 'section,aggregation,note';
    expect((await headroom(['export', path, '--to', table, '--columns', columns])).code).toBe(0);
    expect(readFileSync(table, 'utf8').split('\r\n').slice(0, 3)).toEqual([
      'key,label,unit,formula,section,aggregation,note,2025Q1,2025Q2,2025Q3,2025Q4,2026Q1,2026Q2,2026Q3,2026Q4',
      "a,a,text,,Main,sum,'+x,'=1+1,'5,,,,,,",
      "b,''=x,,'-c,Main,avg,,,,,,,,,",
    ]);
    const { items, sections } = await read(readFileSync(table));
    expect(sections[0]?.label.en).toBe('Main');
    expect(items['a']).toMatchObject({ content: byPeriod('=1+1', '5'), note: '+x' });
    expect(items['b']).toMatchObject({ content: formula('-c'), aggregation: 'avg', label: { en: "'=x" } });
  });

  test('never replaces the scenario that it reads', async () => {
    const { path, table } = files();
    writeFileSync(table, readFileSync(path));
    const ran = await headroom(['export', table, '--to', table]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(table)).toEqual(readFileSync(path));
  });
});
