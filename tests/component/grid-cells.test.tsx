import { describe, expect, it } from 'vitest';
import { cellCard } from '#renderer/grid/card-lines.ts';
import { cellLook } from '#renderer/grid/cell-look.ts';
import { cellWords, rowWords, shortUnit } from '#renderer/grid/cell-words.ts';
import { columnWidths, isTooWide, numberWidth } from '#renderer/grid/column-widths.ts';
import { sourceText } from '#renderer/grid/sheet-view.ts';
import { buildCase, buildItem, buildScenario, byPeriod, constant, formula } from '#tests/support/builders.ts';
import { columnOf, rowOf, viewOf } from './grid-view.ts';

const scenario = buildScenario(
  [
    buildItem('sales', byPeriod(1234.56, -2.5, 0), {
      label: { en: 'Sales', ar: 'المبيعات' },
      unit: 'USD bn',
      facts: ['REV-01', 'REV-02'],
    }),
    buildItem('guess', constant(3), { assumption: 'Nobody knows.' }),
    buildItem('ratio', formula('sales / zero'), { label: { en: 'Ratio', ar: 'النسبة' } }),
    buildItem('zero', constant(0), { label: { en: 'Zero', ar: 'الصفر' } }),
    buildItem('after', formula('ratio + 1'), { overrides: { '2025Q2': 9 } }),
    buildItem('lent', formula('DEALS("in", "loan")')),
    buildItem('quoted', formula('IF(sales > 0, "DEALS(", 1)')),
    buildItem('positive', formula('sales > 0'), { role: 'check', label: { en: 'Positive', ar: 'موجب' } }),
  ],
  {
    cases: [
      buildCase('low', {
        sales: { values: { '2025Q1': 1 }, reason: 'Weak demand' },
        guess: { content: constant(9) },
      }),
    ],
  },
);

const look = (key: string, column: string, caseId: string | null = null) =>
  cellLook(viewOf(scenario, { caseId }), rowOf(scenario, key), columnOf(scenario, column));

describe('look of a cell', () => {
  it('colour says where a value comes from; a function named inside a text is no function', () => {
    expect(look('sales', '2025Q1').tone).toBe('typed');
    expect(look('after', '2025Q1').tone).toBe('calculated');
    expect(look('lent', '2025Q1').tone).toBe('linked');
    expect(look('quoted', '2025Q1').tone).toBe('calculated');
  });

  it('marks a value over a formula, and what the case on screen changes, apart', () => {
    expect(look('after', '2025Q2').mark).toBe('base');
    expect(look('after', '2025Q1').mark).toBe('none');
    expect(look('sales', '2025Q1', 'low').mark).toBe('case');
    expect(look('sales', '2025Q2', 'low').mark).toBe('none');
    expect(look('guess', '2026', 'low').mark).toBe('case');
    expect(look('guess', '2026').mark).toBe('none');
  });

  it('shows errors and failing checks as such', () => {
    expect(look('ratio', '2025Q1')).toMatchObject({ text: '#DIV/0!', state: 'error' });
    expect(look('positive', '2025Q1').state).toBe('passed');
    expect(look('positive', '2025Q2').state).toBe('failed');
  });

  it('the row of all checks fails with any check', () => {
    const view = viewOf(scenario);
    const row = { kind: 'checks', key: ':checks', number: 9 } as const;
    expect(cellLook(view, row, columnOf(scenario, '2025Q1')).text).toBe('✓');
    expect(cellLook(view, row, columnOf(scenario, '2025Q2')).text).toBe('✗');
    expect(cellWords(view, row, columnOf(scenario, '2025Q2'))).toContain('1 check fails, Positive');
  });
});

describe('words of a cell', () => {
  const words = (key: string, column: string, language: 'en' | 'ar' = 'en') =>
    cellWords(viewOf(scenario, { language }), rowOf(scenario, key), columnOf(scenario, column));

  it('are read as label, unit, period, value, mark', () => {
    expect(words('sales', '2025Q1')).toBe('Sales, USD bn, 2025 Q1, over, not reported, 1,234.6, typed value');
    expect(words('sales', '2025Q2')).toContain('−2.5');
    expect(words('sales', '2025Q3')).toContain(', 0, ');
    expect(words('sales', '2025Q4')).toContain('blank');
    expect(words('sales', '2025Q1', 'ar')).toMatch(/^المبيعات، مليار دولار، الربع 1 من 2025/);
  });

  it('say what is wrong and where it began', () => {
    expect(words('after', '2025Q1')).toMatch(/error #DIV\/0!, .+ It began in Ratio, 2025 Q1\./);
    const arabic = words('after', '2025Q1', 'ar');
    expect(arabic).toContain('النسبة');
    expect(arabic).not.toMatch(/began|divided|Division/);
  });

  it('the source column names a fact, a formula, deals or an assumption', () => {
    const source = (key: string) => {
      const row = rowOf(scenario, key);
      return row.kind === 'item' ? sourceText(viewOf(scenario), row.item) : '';
    };
    expect(['sales', 'guess', 'ratio', 'lent'].map(source)).toEqual(['REV-01', 'Assumed', 'ƒ', 'Deals']);
  });

  it('a unit nobody foresaw stays as it is', () => {
    expect(shortUnit(viewOf(scenario), 'constructor')).toBe('constructor');
    expect(shortUnit(viewOf(scenario), 'parsecs v1.2')).toBe('parsecs v1.2');
  });

  it('the head of a section says what it hides', () => {
    const section = { id: 's', label: { en: 'Costs', ar: 'التكاليف' } };
    const row = {
      kind: 'section',
      key: ':section:s',
      number: 1,
      section,
      open: true,
      hidden: 3,
      unfolded: 0,
    } as const;
    expect(rowWords(viewOf(scenario), row)).toBe('Costs, open, 3 rows hidden, press plus to show them');
    expect(rowWords(viewOf(scenario, { language: 'ar' }), row)).toContain('3 بنود مخفية');
  });
});

describe('card of a cell', () => {
  it('holds every digit, the sources and the reason of the case', () => {
    const view = viewOf(scenario, { caseId: 'low' });
    const card = cellCard(view, rowOf(scenario, 'sales'), columnOf(scenario, '2025Q1'));
    expect(card?.title).toBe('sales[2025Q1]');
    expect(card?.mark).toBe('In low');
    expect(card?.lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['1 USD bn', 'REV-01, REV-02', 'Weak demand']),
    );
    const base = cellCard(viewOf(scenario), rowOf(scenario, 'sales'), columnOf(scenario, '2025Q1'));
    expect(base?.lines[0]?.text).toBe('1,234.56 USD bn');
  });
});

describe('width of columns', () => {
  /** Seven px a character, as a font would. */
  const measure = (text: string) => text.length * 7;
  const columns = [columnOf(scenario, '2025Q1'), columnOf(scenario, '2025Q2')];
  const widths = (keys: string[], least = new Map<string, number>()) =>
    Object.fromEntries(columnWidths(viewOf(scenario), columns, measure, { keys, least }));

  it('fits the longest number, positive ones with room for a parenthesis', () => {
    expect(widths(['sales'])).toEqual({ '2025Q1': 8 * 7 + 7, '2025Q2': 48 });
  });

  it('never shrinks while a person types', () => {
    expect(widths(['guess'], new Map([['2025Q1', 70]]))['2025Q1']).toBe(70);
  });

  it('one huge value widens nothing; it does not fit and is shown as such', () => {
    const huge = buildScenario([buildItem('huge', constant(123456789012))]);
    const [width] = columnWidths(viewOf(huge), columns, measure, {
      keys: ['huge'],
      least: new Map(),
    }).values();
    expect(width).toBe(48);
    expect(isTooWide(numberWidth('123,456,789,012.0', false, measure), 48)).toBe(true);
    expect(isTooWide(numberWidth('1.0', false, measure), 48)).toBe(false);
  });
});
