import { describe, expect, it } from 'vitest';
import { applyEdits } from '#renderer/grid/formula-bar/apply-edits.ts';
import { callAt, parametersOf, signatureOf } from '#renderer/grid/formula-bar/call-at.ts';
import { completionAt } from '#renderer/grid/formula-bar/completion.ts';
import { fixPeriods } from '#renderer/grid/formula-bar/fix-period.ts';
import { placeForReference } from '#renderer/grid/formula-bar/point-place.ts';
import { columnsOf, coveredColumns, referenceText } from '#renderer/grid/formula-bar/reference-text.ts';
import { referencesIn } from '#renderer/grid/formula-bar/references-in.ts';
import { pairAt, scanFormula } from '#renderer/grid/formula-bar/scan.ts';
import { FUNCTIONS } from '#shared/formula/functions/table.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { buildItem, buildScenario, byPeriod, formula } from '#tests/support/builders.ts';

const scenario = buildScenario([
  buildItem('sales', byPeriod(1, 2)),
  buildItem('sales_tax', byPeriod(1, 2)),
  buildItem('rate', byPeriod(1, 2)),
  buildItem('profit', formula('sales * rate')),
]);
const isRow = (name: string) => name in scenario.items;
const columns = columnsOf(scenario);
const home = { key: 'profit', column: '2025Q3' };

/** `|` is the caret. */
const at = (marked: string) => ({ text: marked.replace('|', ''), caret: marked.indexOf('|') });
const names = (marked: string, asked = false) => {
  const { text, caret } = at(marked);
  const found = completionAt(text, caret, { scenario, language: 'en', key: 'profit' }, asked);
  return found?.options.map(({ name }) => name) ?? null;
};

describe('completion at the caret', () => {
  it('ranks what begins so before what only contains it, rows before functions', () => {
    expect(names('= sal|')?.slice(0, 2)).toEqual(['sales', 'sales_tax']);
    expect(names('= tax|')?.[0]).toBe('sales_tax');
    expect(names('= ra|')?.[0]).toBe('rate');
  });

  it('offers nothing in texts, behind numbers, in values and for names of LET', () => {
    for (const marked of ['= "sal|', '= 12sal|', 'sal|', '= LET(sal, 2, sal|)', '= |', '= sales |']) {
      expect(names(marked), marked).toBeNull();
    }
    expect(names('= sales |', true)).not.toBeNull();
    expect(names('= sales|', true)).not.toBeNull();
  });

  it('is silent once a name is finished, and offers quarters in brackets', () => {
    expect(names('= rate|')).toBeNull();
    expect(names('= sales[2025q|')).toContain('2025Q4');
    expect(names('= sales[2025Q1:2025Q|')).toContain('2025Q4');
    expect(names('= sales[-1|')).toBeNull();
  });

  it('replaces the whole word around the caret', () => {
    const { text, caret } = at('= sa|xx + 1');
    const found = completionAt(text, caret, { scenario, language: 'en', key: 'profit' }, true);
    expect(text.slice(found?.from, found?.to)).toBe('saxx');
  });
});

describe('signature at the caret', () => {
  it.each([
    ['= SUM(|', 'SUM', 0],
    ['= SUM(1, (2 + 3), |', 'SUM', 2],
    ['= SUM(1, IF(a, |', 'IF', 1],
    ['= SUM(IF(a, b), |', 'SUM', 1],
    ['= SUM({1,2,3}, |', 'SUM', 1],
    ['= SUM("a,b", |', 'SUM', 1],
    ['= sum((1 + |', 'SUM', 0],
  ])('%s is in %s, argument %i', (marked, name, argument) => {
    const { text, caret } = at(marked);
    expect(callAt(text, caret)).toEqual({ name, argument });
  });

  it('is none outside calls', () => {
    for (const marked of ['= SUM(1)|', '= (1 + |', '|= SUM(1)', 'SUM(|']) {
      const { text, caret } = at(marked);
      expect(callAt(text, caret), marked).toBeNull();
    }
  });

  // Catches: a signature whose pieces do not give it back, for any of the functions.
  it('cuts every signature of the table into pieces that give it back', () => {
    for (const { name, signature } of FUNCTIONS) {
      expect(`${name}(${parametersOf(signature).join(', ')})`).toBe(signature);
    }
  });

  it('further arguments are those of the ellipsis; too many are none', () => {
    expect(signatureOf({ name: 'MAX', argument: 7 })).toMatchObject({ current: 2 });
    expect(signatureOf({ name: 'ABS', argument: 1 })).toMatchObject({ current: null });
    expect(signatureOf({ name: 'NOSUCH', argument: 0 })).toBeNull();
  });
});

describe('F4', () => {
  const pressed = (marked: string, column: string | null = '2025Q3') => {
    const { text, caret } = at(marked);
    const found = fixPeriods(text, { from: caret, to: caret }, isRow, scenario.timeline, column);
    return found.kind === 'edits' ? applyEdits(text, found.edits) : found.kind;
  };

  it('goes round: a point in two steps, a range in four', () => {
    expect(pressed('= sales| + 1')).toBe('= sales[2025Q3] + 1');
    expect(pressed('= sales[2025Q3]|')).toBe('= sales');
    expect(pressed('= sales[2025Q4]|')).toBe('= sales[+1]');
    const ring = ['[-2:0]', '[2025Q1:2025Q3]', '[2025Q1:0]', '[-2:2025Q3]', '[-2:0]'];
    for (const [index, text] of ring.slice(0, -1).entries()) {
      expect(pressed(`= SUM(sales|${text})`)).toBe(`= SUM(sales${ring[index + 1]})`);
    }
  });

  it('says why not: no row, no quarter, beyond the timeline, whole rows', () => {
    expect(pressed('= 1| + sales')).toBe('noReference');
    expect(pressed('= sales|', '2025')).toBe('noPeriod');
    expect(pressed('= sales[-9]|')).toBe('cannot');
    expect(pressed('= SUM(sales[:]|)')).toBe('cannot');
  });
});

describe('a cell that is pointed at', () => {
  it.each([
    ['2025Q3', undefined, 'sales'],
    ['2025Q2', undefined, 'sales[-1]'],
    ['2025Q4', undefined, 'sales[+1]'],
    ['2025Q4', '2025Q1', 'sales[-2:1]'],
    ['2025', undefined, 'sales[2025Q1:2025Q4]'],
    ['label', undefined, 'sales'],
  ])('%s to %s is written %s, which reads just that', (first, last, text) => {
    const cell = (column: string) => ({ key: 'sales', column });
    expect(referenceText(columns, home, cell(first), cell(last ?? first))).toBe(text);
    expect(parseFormula(text).ok).toBe(true);
  });

  it('is written by its quarter where the formula is shown in none, and years by four quarters', () => {
    const sales = (column: string) => ({ key: 'sales', column });
    expect(referenceText(columns, { key: 'profit', column: '2025' }, sales('2025Q1'))).toBe('sales[2025Q1]');
    expect(referenceText(columns, { key: 'profit', column: '2025' }, sales('2026'))).toBe('sales[+4]');
    expect(referenceText(columns, { key: 'profit', column: 'label' }, sales('2025Q1'))).toBe('sales[2025Q1]');
  });

  it('goes where an operand is missing or over the name at the caret, and nowhere else', () => {
    const place = (marked: string) => {
      const { text, caret } = at(marked);
      return placeForReference(text, { from: caret, to: caret });
    };
    expect(place('= 1 + |')).toEqual({ from: 6, to: 6 });
    expect(place('=|')).toEqual({ from: 1, to: 1 });
    expect(place('= SUM(|)')).toEqual({ from: 6, to: 6 });
    expect(place('= 1 + sal|')).toEqual({ from: 6, to: 9 });
    expect(place('= sales[-1]|')).toEqual({ from: 2, to: 11 });
    for (const marked of ['= 12|', '= SUM(1)|', '= "a + |', '= SUM|(1)', '7|']) {
      expect(place(marked), marked).toBeNull();
    }
  });

  it('marks the cells a reference reads, and none where that depends on a period', () => {
    const here = columns.find(({ id }) => id === '2025Q3');
    const [reference] = referencesIn('= sales[-1:0]', isRow);
    expect(coveredColumns(columns, here, reference?.time)).toEqual(['2025Q2', '2025Q3']);
    expect(coveredColumns(columns, undefined, reference?.time)).toEqual([]);
    expect(coveredColumns(columns, here, undefined)).toEqual(['2025Q3']);
  });
});

describe('a formula that is being written', () => {
  it('keeps numbers of its rows while it is broken', () => {
    const found = referencesIn('= sales + rate[-1] * (sales + "', isRow);
    expect(found.map(({ name, number }) => [name, number])).toEqual([
      ['sales', 1],
      ['rate', 2],
      ['sales', 1],
    ]);
    expect(referencesIn('= LET(sales, 1, sales + rate)', isRow).map(({ name }) => name)).toEqual(['rate']);
  });

  it('matches parentheses outside texts only', () => {
    const pair = (marked: string) => {
      const { text, caret } = at(marked);
      return pairAt(scanFormula(text), caret).map(({ start }) => start);
    };
    expect(pair('= SUM((|1), ")")')).toEqual([6, 8]);
    expect(pair('= SUM((1), ")")|')).toEqual([5, 14]);
    expect(pair('= (1|')).toEqual([]);
  });

  it('is cut without an end for any text', () => {
    for (const text of ['= $$$ a', '=[', '= a[', '= "', '= #', '= a @@ b!=c', '=\u200f=']) {
      expect(() => scanFormula(text)).not.toThrow();
    }
  });
});
