import { describe, expect, it } from 'vitest';
import { parseFormula } from '#shared/formula/parse.ts';
import { callsOf, reachesOf, referencesOf } from '#shared/formula/references.ts';
import { renameInFormula } from '#shared/formula/rename.ts';
import { nearestName } from '#shared/formula/suggest.ts';
import { columnsOf } from '#shared/formula/time-columns.ts';

function tree(text: string) {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.error.reason.code);
  return parsed.value;
}

const names = (text: string) => referencesOf(tree(text)).map(({ name }) => name);

describe('E-801 the rows a formula reads', () => {
  it.each<[string, string[]]>([
    ['a + b * a', ['a', 'b', 'a']],
    ['IF(a > 0, SUM(b[-3:0]), -c%)', ['a', 'b', 'c']],
    ['"a" & 1', []],
    ['{1,2}', []],
    ['LET(x, a, y, x + b, x * y + c)', ['a', 'b', 'c']],
    ['LET(x, x + 1, x)', ['x']],
    ['LET(A, 1, a) + a', ['a']],
    ['x + LET(x, 1, x)', ['x']],
    ['LET(x, LET(y, 1, y), y)', ['y']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('survives a sum of 4,000 rows', () => {
    expect(names(`a${'+a'.repeat(4000)}`)).toHaveLength(4001);
  });

  it('finds calls inside calls, for functions of the host', () => {
    expect(callsOf(tree('IF(a, DEALS("in"), LET(x, DEALS("out"), x))')).map(({ name }) => name)).toEqual([
      'IF',
      'DEALS',
      'LET',
      'DEALS',
    ]);
  });
});

describe('E-802 how far a formula reaches in time', () => {
  it('keeps each row apart and unites its uses', () => {
    const reaches = reachesOf(
      tree('a + a[-4] + a[+1] + b[2030Q4] + SUM(c[:]) + SUM(d[-3:0]) + SUM(e[2025Q1:0])'),
    );
    expect(reaches.get('a')).toEqual({ offsets: { least: -4, most: 1 }, periods: [], isWide: false });
    expect(reaches.get('b')).toEqual({ offsets: null, periods: ['2030Q4'], isWide: false });
    expect(reaches.get('c')).toEqual({ offsets: null, periods: [], isWide: true });
    expect(reaches.get('d')).toEqual({ offsets: { least: -3, most: 0 }, periods: [], isWide: false });
    expect(reaches.get('e')).toEqual({ offsets: { least: 0, most: 0 }, periods: ['2025Q1'], isWide: true });
  });
});

describe('E-701 columns of a time reference', () => {
  const timeline = { start: '2025Q1', periods: 8, asOf: '2026-01-01', actuals: [] } as const;
  const columns = (text: string, column: number) => {
    const expression = tree(text);
    if (expression.kind !== 'reference') throw new Error('not a row');
    const { from, to } = columnsOf(expression.time, column, timeline);
    return [from, to];
  };

  it.each<[string, number, number[]]>([
    ['x', 3, [3, 3]],
    ['x[-1]', 3, [2, 2]],
    ['x[+2]', 3, [5, 5]],
    ['x[-1]', 0, [-1, -1]],
    ['x[+1]', 7, [8, 8]],
    ['x[2026Q1]', 3, [4, 4]],
    ['x[2024Q4]', 3, [-1, -1]],
    ['x[-3:0]', 1, [-2, 1]],
    ['x[0:-3]', 5, [2, 5]],
    ['x[2025Q1:2026Q4]', 3, [0, 7]],
    ['x[2026Q4:2025Q1]', 3, [0, 7]],
    ['x[2025Q2:0]', 4, [1, 4]],
    ['x[:]', 4, [0, 7]],
  ])('%s seen from column %d', (text, column, expected) => {
    expect(columns(text, column)).toEqual(expected);
  });
});

describe('E-803 names survive renaming', () => {
  it.each([
    ['a+ a[-1]*SUM( a )', 'a', 'total', 'total+ total[-1]*SUM( total )'],
    ['=a + aa + "a" + a_a', 'a', 'b', '=b + aa + "a" + a_a'],
    ['A + a', 'a', 'b', 'A + b'],
    ['sum + SUM(sum)', 'sum', 'x', 'x + SUM(x)'],
    ['LET(a, a + 1, a * 2) + a', 'a', 'b', 'LET(a, b + 1, a * 2) + b'],
    ['الإيرادات[-1]', 'الإيرادات', 'revenue', 'revenue[-1]'],
    ['a − a', 'a', 'b', 'b − b'],
    ['x + 1', 'a', 'b', 'x + 1'],
  ])('%s: %s becomes %s', (text, from, to, expected) => {
    expect(renameInFormula(text, from, to)).toEqual({ ok: true, value: expected });
  });

  it('refuses a name that would be caught by a name of LET', () => {
    const renamed = renameInFormula('LET(x, 1, x + a)', 'a', 'X');
    expect(renamed).toMatchObject({ ok: false, error: { code: 'name-taken', span: { start: 14, end: 15 } } });
  });

  it('refuses a text that is no formula instead of changing it', () => {
    expect(renameInFormula('a +', 'a', 'b')).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });
});

describe('E-131 suggestions', () => {
  const rows = ['revenue_total', 'revenue', 'cash', 'capex', 'wau', 'الإيرادات'];

  it.each<[string, string | undefined]>([
    ['revenu_total', 'revenue_total'],
    ['revenue_totla', 'revenue_total'],
    ['Revenue', 'revenue'],
    ['REVENUE', 'revenue'],
    ['csah', 'cash'],
    ['capx', 'capex'],
    ['waw', 'wau'],
    ['الايرادات', 'الإيرادات'],
    ['headcount', undefined],
    ['q', undefined],
    ['reven', 'revenue'],
  ])('%s: did you mean %s?', (typed, expected) => {
    expect(nearestName(typed, rows)).toBe(expected);
  });
});
