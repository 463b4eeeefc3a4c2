import { describe, expect, it } from 'vitest';
import { copiedCells, htmlOf, readOwn, writeOwn } from '#renderer/grid/clipboard/copy-cells.ts';
import { parseHtmlTable } from '#renderer/grid/clipboard/parse-html.ts';
import {
  isPlain,
  type PastedCell,
  type PasteOptions,
  planPaste,
} from '#renderer/grid/clipboard/plan-paste.ts';
import { planFill } from '#renderer/grid/fill/plan-fill.ts';
import type { GridRow } from '#renderer/grid/grid-rows.ts';
import type { Column } from '#renderer/store/columns.ts';
import { buildItem, buildScenario, byPeriod, byYear, constant, formula } from '#tests/support/builders.ts';
import { columnOf, rowOf, viewOf } from './grid-view.ts';

const scenario = buildScenario([
  buildItem('sales', byPeriod(1, 2), { unit: 'USD m' }),
  buildItem('costs', byPeriod(5, 6, 7), { unit: 'USD m' }),
  buildItem('profit', formula('sales - costs'), { unit: 'USD m', overrides: { '2025Q2': 7 } }),
  buildItem('rate', constant(0.1), { unit: 'ratio', aggregation: 'end' }),
  buildItem('plan', byYear({ '2025': 4, '2026': 8 }), { unit: 'USD m', aggregation: 'end' }),
  buildItem('holds', formula('sales > 0'), { role: 'check', aggregation: 'all' }),
]);
const keys = ['sales', 'costs', 'profit', 'rate', 'plan', 'holds'];
const ids = ['2025Q1', '2025Q2', '2025Q3', '2025Q4', '2025', '2026Q1', '2026Q2', '2026Q3', '2026Q4', '2026'];
const rows: GridRow[] = [
  ...keys.map((key) => rowOf(scenario, key)),
  {
    kind: 'section',
    key: ':section:s',
    number: 9,
    section: { id: 's', label: { en: 'Other', ar: 'أخرى' } },
    open: true,
    hidden: 0,
    unfolded: 0,
  },
];
const columns: Column[] = ids.map((id) => columnOf(scenario, id));
const sheet = { view: viewOf(scenario), rows, columns };
const OPTIONS: PasteOptions = {
  transpose: false,
  skipYears: false,
  overFormulas: false,
  asFormula: false,
  locale: 'en',
};

const cell = (row: number, column: number) => ({ top: row, bottom: row, start: column, end: column });
const texts = (...lines: string[]): PastedCell[][] =>
  lines.map((line) => line.split('|').map((text) => ({ text })));
const paste = (table: PastedCell[][], at = cell(0, 1), options: Partial<PasteOptions> = {}) =>
  planPaste(sheet, table, at, { ...OPTIONS, ...options });
const states = (plan: ReturnType<typeof paste>) => plan.outcomes.map((one) => one.state);

describe('what a paste would do', () => {
  it('numbers of a filing land as numbers in the unit of the row', () => {
    const plan = paste(texts('(1,234.5)|$1.5bn', '\u00a012 |٣٬٤٥٠'));
    expect(plan.edits.map((one) => one.value)).toEqual([-1234.5, 1500, 12, 3450]);
    expect(isPlain(plan)).toBe(true);
  });

  it('text, dates and formulas never get into number cells; each is named', () => {
    const plan = paste(texts('many|12-Mar-26|3/4|=1+1'));
    expect(plan.edits).toEqual([]);
    expect(states(plan)).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(plan.outcomes.every(({ note }) => note !== '')).toBe(true);
  });

  it('formulas, years, checks, headings, labels and the edge of the sheet are locked', () => {
    expect(states(paste(texts('9'), cell(2, 1)))).toEqual(['refused']);
    expect(states(paste(texts('9'), cell(0, 5)))).toEqual(['refused']);
    expect(states(paste(texts('9'), cell(5, 1)))).toEqual(['refused']);
    expect(states(paste(texts('9'), cell(6, 1)))).toEqual(['refused']);
    expect(states(paste(texts('Sales'), cell(0, 0)))).toEqual(['refused']);
    expect(states(paste(texts('1|2'), cell(0, 10)))).toEqual(['refused', 'refused']);
    expect(states(paste(texts('1', '2'), cell(6, 1)))).toEqual(['refused', 'refused']);
  });

  it('a value typed over a formula is replaced only after a look; a formula only when asked', () => {
    const over = paste(texts('9|9'), cell(2, 1));
    expect(states(over)).toEqual(['refused', 'noted']);
    const asked = paste(texts('9|9'), cell(2, 1), { overFormulas: true });
    expect(asked.edits).toHaveLength(2);
    expect(isPlain(asked)).toBe(false);
  });

  it('footnote marks and words for nothing are said', () => {
    expect(states(paste(texts('6,612¹|n.m.')))).toEqual(['noted', 'noted']);
    expect(paste(texts('6,612¹|n.m.')).edits.map((one) => one.value)).toEqual([6612, null]);
  });

  it('fills a selection that the table fits into several times, and no other', () => {
    const box = { top: 0, bottom: 1, start: 1, end: 4 };
    expect(paste(texts('3|4'), box).edits.map((one) => one.value)).toEqual([3, 4, 3, 4, 3, 4, 3, 4]);
    expect(paste(texts('3|4|8'), box).edits).toHaveLength(3);
  });

  it('runs on over year columns when asked, so that eight quarters stay eight quarters', () => {
    const plan = paste(texts('11|12|13|14|15|16|17|18'), cell(0, 1), { skipYears: true });
    expect(plan.edits.map(({ at, value }) => `${at} ${value}`)).toEqual([
      '2025Q1 11',
      '2025Q2 12',
      '2025Q3 13',
      '2025Q4 14',
      '2026Q1 15',
      '2026Q2 16',
      '2026Q3 17',
      '2026Q4 18',
    ]);
  });

  it('exchanges rows and columns', () => {
    const plan = paste(texts('11|12', '13|14'), cell(0, 1), { transpose: true });
    expect(plan.edits.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'sales 11',
      'sales 13',
      'costs 12',
      'costs 14',
    ]);
  });

  it('a row with one value takes one: the second, different one is said, not lost in silence', () => {
    expect(states(paste(texts('0.2|0.3|0.2'), cell(3, 1)))).toEqual(['ready', 'refused', 'nothing']);
    expect(states(paste(texts('7|7|9'), cell(4, 1)))).toEqual(['ready', 'nothing', 'refused']);
  });

  it('blank cells blank, and leave formulas alone', () => {
    expect(paste(texts('', ''), cell(0, 1)).edits.map((one) => one.value)).toEqual([null, null]);
    expect(states(paste(texts(''), cell(2, 1)))).toEqual(['nothing']);
  });

  it('reads decimal commas only when told to', () => {
    expect(paste(texts('1.234,5'), cell(0, 1), { locale: 'de' }).edits[0]?.value).toBe(1234.5);
    expect(states(paste(texts('1.234,5')))).toEqual(['refused']);
  });
});

describe('copies', () => {
  const box = (top: number, bottom: number, start: number, end: number) => ({ top, bottom, start, end });

  it('carry every digit, and come back as the same table through text, HTML and our own format', () => {
    const cells = copiedCells(sheet, [box(0, 2, 0, 5)]);
    expect(cells?.[0]?.map(({ text }) => text)).toEqual(['sales', '1', '2', '', '', '3']);
    expect(readOwn(writeOwn(cells ?? []))).toEqual(cells);
    expect(parseHtmlTable(htmlOf(cells ?? []))).toEqual(cells?.map((row) => row.map(({ text }) => text)));
  });

  it('pasted over themselves change nothing, years and formulas included', () => {
    const cells = copiedCells(sheet, [box(0, 5, 1, 10)]) ?? [];
    const plan = paste(cells, cell(0, 1));
    expect(plan.edits).toEqual([]);
    expect(isPlain(plan)).toBe(true);
  });

  it('a formula pasted over a typed value of its own row comes back', () => {
    const cells = copiedCells(sheet, [cell(2, 1)]) ?? [];
    expect(paste(cells, cell(2, 2)).edits).toEqual([{ key: 'profit', at: '2025Q2', value: null }]);
  });

  it('a formula goes to another row as the formula of all its periods, and says what it replaces', () => {
    const cells = copiedCells(sheet, [cell(2, 1)]) ?? [];
    const plan = paste(cells, cell(1, 3), { asFormula: true });
    expect(plan.edits).toEqual([]);
    expect(isPlain(plan)).toBe(false);
    expect(plan.outcomes[0]?.note, 'the reason: it would read itself, or what it replaces').not.toBe('');
    const free = paste(cells, cell(0, 3), { asFormula: false });
    expect(free.edits).toEqual([{ key: 'sales', at: '2025Q3', value: -4 }]);
    expect(paste(cells, cell(3, 1), { asFormula: true }).formula, 'other units').toBeNull();
    expect(paste(cells, cell(4, 1), { asFormula: true }).formula).toEqual({
      key: 'plan',
      formula: 'sales - costs',
    });
  });

  it('ranges of other shapes are not copied; side by side they are one table', () => {
    expect(copiedCells(sheet, [box(0, 0, 1, 2), box(1, 1, 4, 4)])).toBeNull();
    expect(copiedCells(sheet, [box(0, 0, 4, 4), box(0, 0, 1, 2)])?.[0]).toHaveLength(3);
  });

  it('what another program wrote into our format is not trusted', () => {
    for (const text of ['', '{}', '[]', '{"version":1,"cells":[]}', '{"version":1,"cells":[[],[1]]}']) {
      expect(readOwn(text), text).toBeNull();
    }
    expect(readOwn('{"version":1,"cells":[[{"text":"1","exact":{"a":1}}]]}')).toEqual([[{ text: '1' }]]);
  });
});

describe('what a fill would do', () => {
  const fill = (from: ReturnType<typeof cell>, to: Partial<typeof from>, kind: 'copy' | 'step' = 'copy') =>
    planFill(sheet, from, { ...from, ...to }, { kind });

  it('goes along quarters and passes years over', () => {
    const plan = fill({ top: 0, bottom: 0, start: 1, end: 2 }, { end: 7 }, 'step');
    expect(plan.edits.map(({ at, value }) => `${at} ${value}`)).toEqual([
      '2025Q3 3',
      '2025Q4 4',
      '2026Q1 5',
      '2026Q2 6',
    ]);
  });

  it('goes backwards as well', () => {
    const plan = fill({ top: 1, bottom: 1, start: 2, end: 3 }, { start: 1 }, 'step');
    expect(plan.edits).toEqual([]);
    const changed = fill({ top: 1, bottom: 1, start: 3, end: 3 }, { start: 1 });
    expect(changed.edits.map(({ at, value }) => `${at} ${value}`)).toEqual(['2025Q2 7', '2025Q1 7']);
  });

  it('a yearly series goes on by years, once each', () => {
    const plan = fill({ top: 4, bottom: 4, start: 1, end: 2 }, { end: 9 });
    expect(plan.edits).toEqual([{ key: 'plan', at: '2026', value: 4 }]);
  });

  it('downwards only into rows of the same unit; formulas stay and are counted', () => {
    const plan = fill(cell(0, 1), { bottom: 3 });
    expect(plan.edits).toEqual([{ key: 'costs', at: '2025Q1', value: 1 }]);
    expect(plan.left).toBe(2);
  });
});
