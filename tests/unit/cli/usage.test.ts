import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '#main/cli/commands.ts';
import { SCHEMAS } from '#main/cli/schema.ts';
import { scenarioToText } from '#shared/format/save.ts';
import { buildItem, buildScenario, byPeriod, formula } from '#tests/support/builders.ts';
import { headroom } from '#tests/support/command-line.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

describe('wrong usage ends with 2, one line, and nothing on stdout', () => {
  test.each([
    [[], 'command-missing'],
    [['clac'], 'command-unknown'],
    [['toString'], 'command-unknown'],
    [['calc'], 'argument-missing'],
    [['calc', 'a', 'b'], 'argument-unexpected'],
    [['calc', 'a', '--jsn'], 'option-unknown'],
    [['calc', 'a', '-o', 'b'], 'option-unknown'],
    [['calc', 'a', '--constructor'], 'option-unknown'],
    [['calc', 'a', '--json', '--json'], 'option-repeated'],
    [['calc', 'a', '--json=yes'], 'option-with-value'],
    [['calc', 'a', '--case'], 'option-without-value'],
    [['calc', 'a', '--case='], 'option-without-value'],
    [['calc', 'a', '--case', '--json'], 'option-without-value'],
    [['calc', 'a', '--by', 'month'], 'option-invalid'],
    [['calc', 'a', '--as-of', '2026-02-30'], 'date-not-valid'],
    [['calc', 'a', '--json', '--csv'], 'options-exclude'],
    [['new', '-o', 'x'], 'option-missing'],
    [['import'], 'argument-missing'],
    [['import', 'a.csv'], 'option-missing'],
    [['import', 'a.csv', 'b.csv', '-o', 'x'], 'argument-unexpected'],
    [['import', 'a.csv', '-o', 'x', '--locale', 'fr'], 'option-invalid'],
    [['import', 'a.csv', '-o', 'a.csv'], 'output-is-input'],
    [['export', 'a.csv', '--to', './a.csv'], 'output-is-input'],
    [['export', 'a', '--to', 'x.csv', '--columns', 'key'], 'option-invalid'],
    [['export', 'a', '--to', 'x.json', '--columns', 'note'], 'options-exclude'],
    [['export', 'a', '--to', 'x.png', '--columns', 'note'], 'options-exclude'],
    [['new', '--template', 'openai'], 'option-missing'],
    [['new', '--template', 'apple', '-o', 'x'], 'option-invalid'],
    [['set', 'a'], 'argument-missing'],
    [['set', 'a', 'b=1'], 'option-missing'],
    [['parse', '--locale', 'fr'], 'option-invalid'],
    [['export', 'a'], 'option-missing'],
    [['export', 'a', '--to', 'x.xls'], 'ending-unknown'],
    [['export', 'a', '--to', 'x'], 'ending-unknown'],
    [['export', 'a', '--to', 'x.csv', '--chart', 'gap-ladder'], 'options-exclude'],
    [['export', 'a', '--to', 'x.png', '--chart', 'pie'], 'option-invalid'],
    [['export', 'a', '--to', 'x.png', '--report', 'summary'], 'option-invalid'],
    [['export', 'a', '--to', 'x.svg', '--scale', '2'], 'options-exclude'],
    [['schema', 'new'], 'option-invalid'],
  ] as const)('headroom %j', async (args, code) => {
    const ran = await headroom(args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.error).toMatch(new RegExp(`^headroom: ${code}: [^{}\\n]+\\n$`));
  });

  test.each([
    [['clac'], 'calc'],
    [['calc', 'a', '--jsn'], '--json'],
    [['calc', 'a', '--asof', '2026-01-01'], '--as-of'],
  ] as const)('%j is answered with what was probably meant', async (args, near) => {
    expect((await headroom(args)).error).toContain(`Did you mean ${near}?`);
  });
});

test('what an argument holds does not steer the terminal, and does not fill it', async () => {
  const { error } = await headroom([`\u001b[31m\u202e${'x'.repeat(100_000)}`]);
  expect(error).toMatch(/^headroom: command-unknown: There is no command ��?\[31m/);
  expect(error).not.toMatch(/\p{Cc}\P{Cc}|\p{Cf}/u);
  expect(error.length).toBeLessThan(1_000);
});

test('help lists every command, and each explains itself', async () => {
  const { code, out } = await headroom(['--help']);
  expect(code).toBe(0);
  for (const name of Object.keys(COMMANDS)) {
    expect(out).toContain(`headroom ${name} `);
    expect((await headroom([name, '--help'])).out).toMatch(new RegExp(`^headroom ${name} `));
  }
});

test('--version is that of the package, which saved files carry', async () => {
  expect((await headroom(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('eval', () => {
  test('formulas as arguments, also with a leading minus', async () => {
    const { out } = await headroom(['eval', '-2^2', '1/0', '{1,2;3,"a"}', 'TRUE', '"x"', '--json']);
    expect(out.split('\n')).toEqual([
      '{"value":4}',
      '{"error":"#DIV/0!"}',
      '{"value":[[1,2],[3,"a"]]}',
      '{"value":true}',
      '{"value":"x"}',
      '',
    ]);
  });

  test('one answer a line, whatever the pieces in which the input comes', async () => {
    const { code, out } = await headroom(['eval', '--json'], ['1+', '1\r\n\n"', 'ال"', '\n)(\nNOW()\n2']);
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { value: 2 },
      { value: null },
      { value: 'ال' },
      { error: '#NAME?' },
      { error: '#NAME?' },
      { value: 2 },
    ]);
  });

  test('errors inside an array stand in their place', async () => {
    const { out } = await headroom(['eval', '--json', '{1,0}^-1']);
    expect(JSON.parse(out)).toEqual({ value: [[1, { error: '#DIV/0!' }]] });
  });
});

describe('parse', () => {
  test('one answer a line, with the reason of what was refused or left blank', async () => {
    const { out } = await headroom(['parse', '--json'], ['1.5bn\n25bps\n5 to 9bn\nQ3 2026\n\nn.a.\n1/2']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(0, 6)).toEqual([
      { kind: 'number', value: 1.5e9 },
      { kind: 'percent', value: 0.0025 },
      { kind: 'range', value: null, low: 5e9, high: 9e9 },
      { kind: 'period', value: '2026Q3' },
      { kind: 'blank', value: null },
      { kind: 'blank', value: null, reason: 'n.a.' },
    ]);
    expect(lines[6]).toMatchObject({ kind: 'reject', value: null, reason: expect.stringContaining('1/2') });
  });
});

describe('schemas', () => {
  const scenario = buildScenario([
    buildItem('debt', formula('100 + interest')),
    buildItem('interest', formula('debt * 0.1'), { overrides: { '2025Q1': 1 } }),
    buildItem('blank', byPeriod(null, 1)),
    buildItem('holds', formula('debt < 0'), { role: 'check', aggregation: 'all' }),
  ]);

  test.each([
    ['calc', ['--json']],
    ['calc', ['--json', '--by', 'year']],
    ['check', ['--json']],
    ['verify', ['--json']],
  ])('what %s answers keeps its schema', async (command, options) => {
    const path = join(temporaryFolder(), 'a.scenario');
    writeFileSync(path, scenarioToText(scenario, '0.1.0'));
    const { out } = await headroom([command, path, ...options]);
    const schema = z.fromJSONSchema((SCHEMAS[command] ?? {}) as Parameters<typeof z.fromJSONSchema>[0]);
    expect(schema.safeParse(JSON.parse(out)).error).toBe(undefined);
    expect(schema.safeParse({}).success).toBe(false);
  });

  test.each([
    ['eval', ['1', '1/0', '{1,2}', '"a"', 'TRUE']],
    ['parse', ['1', '12%', '5 to 9', 'Q3 2026', 'n.a.', "'text", 'abc']],
  ])('every line of %s keeps its schema', async (command, texts) => {
    const { out } = await headroom([command, '--json', ...texts]);
    const schema = z.fromJSONSchema((SCHEMAS[command] ?? {}) as Parameters<typeof z.fromJSONSchema>[0]);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(texts.length);
    for (const line of lines) expect(schema.safeParse(JSON.parse(line)).error, line).toBe(undefined);
  });

  test('headroom schema prints them', async () => {
    const { out } = await headroom(['schema', 'calc']);
    expect(JSON.parse(out)).toMatchObject({ title: 'headroom calc', type: 'object' });
  });
});
