import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FormulaBar } from '#renderer/grid/formula-bar/formula-bar.tsx';
import { dialogsStore } from '#renderer/store/dialogs.ts';
import { openDocument, undo } from '#renderer/store/document-store.ts';
import { currentScenario, setActiveCell, setCase } from '#renderer/store/hooks.ts';
import { hasPending } from '#renderer/store/pending-entry.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { formulaPieces } from '#shared/report/formula-pieces.ts';
import { buildCase, buildItem, buildScenario, byPeriod, constant, formula } from '#tests/support/builders.ts';
import { formulaField } from '#tests/support/formula-field.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

const scenario = buildScenario(
  [
    buildItem('sales', byPeriod(1, 2), { unit: 'USD bn' }),
    buildItem('rate', constant(0.5)),
    buildItem('profit', formula('sales * rate')),
    buildItem('broken', formula('profit / 0')),
    buildItem('after', formula('broken + 1')),
  ],
  { cases: [buildCase('low')] },
);

const at = (key: string, column: string) => act(() => setActiveCell({ key, column }));
const nameBox = () => screen.getByRole('combobox', { name: 'Cell' });
const field = formulaField;
const contentOf = (key: string) => currentScenario().items[key]?.content;

function start(key: string, column: string, language: 'en' | 'ar' = 'en') {
  startSession(scenario, language);
  show(<FormulaBar styleNonce="" />);
  at(key, column);
}

describe('name box', () => {
  it('goes to a cell and brings it into view; a key alone keeps the column', async () => {
    start('profit', '2025Q3');
    await person.clear(nameBox());
    await person.type(nameBox(), 'sales{Enter}');
    expect(sessionStore.getState().activeCell).toEqual({ key: 'sales', column: '2025Q3' });
    await person.clear(nameBox());
    await person.type(nameBox(), 'SALES[[2026q1]{Enter}');
    expect(sessionStore.getState().reveal?.cell).toEqual({ key: 'sales', column: '2026Q1' });
  });

  it('says what it does not know and stays', async () => {
    start('profit', '2025Q3');
    await person.clear(nameBox());
    await person.type(nameBox(), 'slaes{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('There is no line item slaes. Did you mean sales?');
    await person.clear(nameBox());
    await person.type(nameBox(), 'sales[[2031Q1]{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('2031Q1 is not in the timeline');
    expect(sessionStore.getState().activeCell).toEqual({ key: 'profit', column: '2025Q3' });
  });
});

describe('formula field', () => {
  // Catches: half a formula lost because the function list was opened to finish it.
  it('keeps what is typed when the focus goes elsewhere', async () => {
    start('profit', '2025Q1');
    field().type('= sales * (', { replace: true });
    await person.click(nameBox());
    expect(field().text()).toBe('= sales * (');
  });

  // Catches: half a formula of one document written into the next that has a row of the same name.
  it('takes nothing typed along into another document', async () => {
    start('profit', '2025Q1');
    field().type('= sales + 1', { replace: true });
    act(() => openDocument({ documentId: 'next', name: null, scenario, readOnly: false, savedAt: null }));
    at('sales', '2025Q1');
    expect(contentOf('profit')).toEqual(formula('sales * rate'));
  });

  it('counts as typing until it is entered', async () => {
    start('profit', '2025Q1');
    field().type('= sales + 1', { replace: true });
    expect(hasPending()).toBe(true);
    act(() => setCase('low'));
    expect(contentOf('profit')).toEqual(formula('sales + 1'));
    expect(hasPending()).toBe(false);
  });

  it('enters what is typed when another cell is chosen, and says what it could not enter', async () => {
    start('profit', '2025Q1');
    field().type('= sales + 1', { replace: true });
    at('sales', '2025Q1');
    expect(contentOf('profit')).toEqual(formula('sales + 1'));
    at('profit', '2025Q1');
    field().type('= sales * (', { replace: true });
    at('sales', '2025Q1');
    expect(contentOf('profit')).toEqual(formula('sales + 1'));
    expect(dialogsStore.getState().toasts.at(-1)?.text).toMatch(/^= sales \* \( was not entered\./);
  });

  it('changes the formula of the row on Enter, and undo brings it back', async () => {
    start('profit', '2025Q1');
    expect(field().text()).toBe('= sales * rate');
    field().type('= sales * rate * 2', { replace: true });
    field().press('Enter');
    expect(contentOf('profit')).toEqual({ kind: 'formula', formula: 'sales * rate * 2' });
    act(() => {
      undo();
    });
    expect(contentOf('profit')).toEqual({ kind: 'formula', formula: 'sales * rate' });
  });

  it('Escape leaves everything as it was', async () => {
    start('profit', '2025Q1');
    field().type(' + 1');
    field().press('Escape');
    expect(field().text()).toBe('= sales * rate');
    expect(currentScenario()).toBe(scenario);
  });

  it('says where a formula is wrong and writes nothing', async () => {
    start('profit', '2025Q1');
    field().type('= sales * (rate', { replace: true });
    field().press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('character 11');
    expect(contentOf('profit')).toEqual({ kind: 'formula', formula: 'sales * rate' });
  });

  it('a value typed into a formula row counts in the period of the cursor only', async () => {
    start('profit', '2025Q2');
    field().type('7', { replace: true });
    field().press('Enter');
    expect(currentScenario().items['profit']?.overrides).toEqual({ '2025Q2': 7 });
    expect(field('Value').text()).toBe('7');
    expect(screen.getByText('typed over the formula')).toBeTruthy();
  });

  it('a year of a formula row takes a formula and no value', async () => {
    start('profit', '2025');
    field().type('7', { replace: true });
    field().press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('Type into a quarter');
    expect(currentScenario()).toBe(scenario);
  });

  it('replacing typed values by a formula takes a second Enter', async () => {
    start('sales', '2025Q1');
    field('Value').type('=rate', { replace: true });
    field('Value').press('Enter');
    expect(contentOf('sales')?.kind).toBe('byPeriod');
    field('Value').press('Enter');
    expect(contentOf('sales')).toEqual({ kind: 'formula', formula: 'rate' });
  });

  it('while a case is chosen the edit is an override of the case', async () => {
    start('profit', '2025Q1');
    act(() => setCase('low'));
    field().type('= sales', { replace: true });
    field().press('Enter');
    expect(contentOf('profit')).toEqual({ kind: 'formula', formula: 'sales * rate' });
    expect(currentScenario().cases[0]?.overrides['profit']?.content).toEqual({
      kind: 'formula',
      formula: 'sales',
    });
  });

  it('leads from an error to the cell where it began', async () => {
    start('after', '2025Q2');
    await person.click(screen.getByRole('button', { name: 'Go to broken[2025Q2]' }));
    expect(sessionStore.getState().activeCell).toEqual({ key: 'broken', column: '2025Q2' });
    expect(screen.queryByRole('button', { name: /^Go to/ })).toBeNull();
  });

  it('formulas run from left to right in Arabic too', () => {
    start('profit', '2025Q1', 'ar');
    expect(field('المعادلة').element().dir).toBe('ltr');
  });

  it('is accessible, with a problem on show as well', async () => {
    start('after', '2025Q2');
    field().type(' +');
    expect(await axeProblems()).toEqual([]);
  });
});

describe('colours of references', () => {
  const colours = (text: string) =>
    formulaPieces(text)
      .filter(({ colour }) => colour !== null)
      .map(({ text: piece, colour }) => [piece, colour]);

  it('go by row in order: the same row, the same colour', () => {
    expect(colours('= a * b[-1] + a[2027Q1] + SUM(c[:])')).toEqual([
      ['a', 0],
      ['b[-1]', 1],
      ['a[2027Q1]', 0],
      ['c[:]', 2],
    ]);
  });

  it('give the whole text back, broken formulas too', () => {
    for (const text of ['= a + "a" & b', '= a + (', '', '7', '=LET(x, a, x)']) {
      expect(
        formulaPieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });
});
