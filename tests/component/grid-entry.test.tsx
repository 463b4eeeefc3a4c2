import { describe, expect, it } from 'vitest';
import { editTarget } from '#renderer/grid/edit-target.ts';
import { entryHint, readEntry, startText } from '#renderer/grid/entry.ts';
import { clearProblem } from '#renderer/grid/write-entry.ts';
import type { Language } from '#shared/model/text.ts';
import {
  buildCase,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { columnOf, rowOf, viewOf } from './grid-view.ts';

const scenario = buildScenario(
  [
    buildItem('rate', constant(0.1), { aggregation: 'end', unit: 'ratio' }),
    buildItem('plan', byYear({ '2025': 4, '2026': 8 }), { aggregation: 'end', unit: 'USD m' }),
    buildItem('spend', byYear({ '2025': 4 }), { aggregation: 'sum', unit: 'USD m' }),
    buildItem('sales', byPeriod(1.23456789, 2), { unit: 'USD m' }),
    buildItem('profit', formula('sales * rate'), { unit: 'USD m', overrides: { '2025Q2': 7 } }),
    buildItem('balanced', formula('sales > 0'), { role: 'check', aggregation: 'all' }),
    buildItem('title', constant(null), { role: 'header' }),
  ],
  {
    cases: [
      buildCase('low', { profit: { values: { '2025Q3': 1 } } }),
      buildCase('lower', {}, { inherits: 'low' }),
    ],
  },
);

interface At {
  readonly caseId?: string;
  readonly language?: Language;
}

function targetOf(key: string, column: string, at: At = {}) {
  return editTarget(viewOf(scenario, at), rowOf(scenario, key), columnOf(scenario, column));
}

function open(key: string, column: string, at: At = {}) {
  const found = targetOf(key, column, at);
  if (!found.ok) throw new Error(`closed: ${found.error}`);
  return found.value;
}

const read = (key: string, column: string, text: string, at: At = {}) =>
  readEntry(viewOf(scenario, at), open(key, column, at), text);

describe('where a typed value goes', () => {
  it('a constant is set from any column', () => {
    expect(open('rate', '2025Q3').at).toBeNull();
    expect(open('rate', '2026').at).toBeNull();
  });

  it('a series by year takes the value of the year in each quarter and in the year column', () => {
    expect(open('plan', '2026Q3').at).toBe('2026');
    expect(open('plan', '2026').at).toBe('2026');
  });

  it('a year that adds up its quarters takes no value: 20 typed there would show 80', () => {
    expect(targetOf('spend', '2025')).toEqual({ ok: false, error: 'year' });
    expect(open('spend', '2025Q1').at).toBe('2025');
  });

  it('years of other rows, heads and checks rows say why they are closed', () => {
    expect(targetOf('sales', '2025')).toEqual({ ok: false, error: 'year' });
    expect(targetOf('profit', '2025')).toEqual({ ok: false, error: 'yearFormula' });
    expect(targetOf('title', '2025Q1')).toEqual({ ok: false, error: 'header' });
    const checks = editTarget(
      viewOf(scenario),
      { kind: 'checks', key: ':checks', number: 9 },
      columnOf(scenario, '2025'),
    );
    expect(checks).toEqual({ ok: false, error: 'checks' });
  });

  it('sees the value that the case puts there, inherited ones too', () => {
    expect(open('profit', '2025Q3').typed).toBeUndefined();
    expect(open('profit', '2025Q3', { caseId: 'low' }).typed).toBe(1);
    expect(open('profit', '2025Q3', { caseId: 'lower' }).typed).toBe(1);
  });
});

describe('what the field starts with', () => {
  it('all digits of a typed value, not what the cell rounds them to', () => {
    expect(startText(open('sales', '2025Q1'))).toBe('1.23456789');
    expect(startText(open('sales', '2026Q1'))).toBe('');
  });

  it('the formula of the row, or the value typed over it', () => {
    expect(startText(open('profit', '2025Q1'))).toBe('=sales * rate');
    expect(startText(open('profit', '2025Q2'))).toBe('7');
  });
});

describe('what a typed text means', () => {
  it('leaving a text as it was changes nothing: F2 and Enter must not make an override', () => {
    expect(read('profit', '2025Q1', '=sales * rate').kind).toBe('unchanged');
    expect(read('profit', '2025Q1', '= sales * rate').kind).toBe('unchanged');
    expect(read('profit', '2025Q1', '').kind).toBe('unchanged');
    expect(read('sales', '2025Q1', '1.23456789').kind).toBe('unchanged');
  });

  it('scales are read in the unit of the row', () => {
    expect(read('sales', '2025Q1', '1.5bn')).toMatchObject({ kind: 'value', value: 1500 });
    expect(read('rate', '2025Q1', '12%')).toMatchObject({ kind: 'value', value: 0.12 });
    expect(read('sales', '2025Q1', '٣٬٤٥٠٫٥', { language: 'ar' })).toMatchObject({ value: 3450.5 });
  });

  it('an emptied field blanks an input and takes an override away', () => {
    expect(read('sales', '2025Q1', '')).toMatchObject({ kind: 'value', value: null });
    expect(read('profit', '2025Q2', '')).toMatchObject({ kind: 'value', value: null });
  });

  it('refuses what is no value, in the language of the reader', () => {
    expect(read('sales', '2025Q1', '3/4')).toMatchObject({ kind: 'refused' });
    const arabic = read('sales', '2025Q1', '3/4', { language: 'ar' });
    expect(arabic.kind === 'refused' && arabic.reason).toMatch(/[\u0600-\u06ff]/);
  });

  it('a check is decided by its formula: TRUE typed over it would hide a failure', () => {
    expect(read('balanced', '2025Q1', 'TRUE').kind).toBe('refused');
    expect(read('balanced', '2025Q1', '=sales >= 0')).toMatchObject({ kind: 'formula' });
  });

  it('a formula is for the whole row; it says when typed values would be lost', () => {
    expect(read('sales', '2025Q1', '= plan * 2')).toMatchObject({
      kind: 'formula',
      formula: 'plan * 2',
      replacesTyped: true,
    });
    expect(read('profit', '2025Q1', '=sales')).toMatchObject({ kind: 'formula', replacesTyped: false });
  });

  it('names the unknown name and the nearest one, and the place of a slip', () => {
    const unknown = read('profit', '2025Q1', '=salse * 2');
    expect(unknown.kind === 'refused' && unknown.reason).toContain('Did you mean sales?');
    const slip = read('profit', '2025Q1', '=sales *');
    expect(slip.kind === 'refused' && slip.reason).toContain('character 9');
    expect(read('profit', '2025Q1', '=NOSUCH(sales)')).toMatchObject({ kind: 'refused' });
    expect(read('profit', '2025Q1', '=LET(x, sales, x * 2)')).toMatchObject({ kind: 'formula' });
  });
});

describe('what is said before Enter', () => {
  const hint = (key: string, column: string, text: string) =>
    entryHint(
      viewOf(scenario),
      open(key, column),
      read(key, column, text),
      columnOf(scenario, column),
      false,
    );

  it('shows the value in the unit of the row, with digits that the cell would round away', () => {
    expect(hint('sales', '2025Q1', '1.5bn')).toMatchObject({ kind: 'understood', lead: '1,500.0 USD m' });
    expect(hint('sales', '2025Q1', '1.25')).toMatchObject({ lead: '1.25 USD m' });
    expect(hint('sales', '2025Q1', '(0.5)')).toMatchObject({ lead: '−0.5 USD m' });
    expect(hint('sales', '2025Q1', '0')).toMatchObject({ lead: '0 USD m' });
  });

  it('says how far a value reaches', () => {
    expect(hint('rate', '2025Q1', '0.2')?.more).toEqual(['Counts in every period.']);
    expect(hint('plan', '2026Q3', '5')?.more).toEqual(['Counts in each quarter of 2026.']);
    expect(hint('profit', '2025Q1', '5')?.more).toEqual(['Takes the place of the formula in 2025 Q1.']);
  });
});

describe('what Delete may take away', () => {
  const problem = (key: string, column: string, at: At = {}) =>
    clearProblem(viewOf(scenario, at), open(key, column, at));

  it('inputs and overrides, never a formula', () => {
    expect(problem('sales', '2025Q1')).toBeNull();
    expect(problem('profit', '2025Q2')).toBeNull();
    expect(problem('profit', '2025Q1')).toContain('formula');
  });

  it('in a case only what this case says itself', () => {
    expect(problem('profit', '2025Q3', { caseId: 'low' })).toBeNull();
    expect(problem('profit', '2025Q3', { caseId: 'lower' })).toContain('base or from a case above');
    expect(problem('profit', '2025Q2', { caseId: 'low' })).toContain('base');
  });
});
