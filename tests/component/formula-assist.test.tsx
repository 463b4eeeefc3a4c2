import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { assistStore, sheetLink } from '#renderer/grid/formula-bar/assist-state.ts';
import { FormulaBar } from '#renderer/grid/formula-bar/formula-bar.tsx';
import { askForSum } from '#renderer/store/formula-request.ts';
import { currentScenario, setActiveCell } from '#renderer/store/hooks.ts';
import { buildItem, buildScenario, byPeriod, constant, formula } from '#tests/support/builders.ts';
import { formulaField } from '#tests/support/formula-field.ts';
import { axeProblems, show, startSession } from '#tests/support/render.tsx';

const scenario = buildScenario([
  buildItem('sales', byPeriod(1, 2), { unit: 'USD bn' }),
  buildItem('salary', byPeriod(1, 2), { unit: 'USD bn' }),
  buildItem('rate_of_growth', constant(0.5)),
  buildItem('profit', formula('sales * 2'), { unit: 'USD bn' }),
]);
const field = formulaField;
// Roles of forty options take jsdom seconds to work out.
const options = () =>
  [...document.querySelectorAll('[role="option"] bdi:first-of-type')].map((one) => one.textContent);
const cell = (key: string, column: string) => ({ key, column });
const point = (key: string, column: string, extend = false) =>
  act(() => assistStore.getState().assist?.point(cell(key, column), { extend }));

function start(language: 'en' | 'ar' = 'en', at = cell('profit', '2025Q2')) {
  startSession(scenario, language);
  show(<FormulaBar styleNonce="" />);
  act(() => setActiveCell(at));
}

describe('completion in the bar', () => {
  it('B-201 B-202 opens while typing, is moved through by arrows and taken by Tab', () => {
    start();
    field().type('= sal', { replace: true });
    expect(options().slice(0, 2)).toEqual(['sales', 'salary']);
    field().press('ArrowDown');
    const on = document.querySelector('[role="option"][aria-selected="true"]');
    expect(field().element().getAttribute('aria-activedescendant')).toBe(on?.id);
    field().press('Tab');
    expect(field().text()).toBe('= salary');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  // Catches: Enter on a finished name that takes it once more and never enters the formula.
  it('B-203 Enter takes what is chosen, and enters a formula whose name is finished', () => {
    start();
    field().type('= rate_of', { replace: true });
    field().press('Enter');
    expect(field().text()).toBe('= rate_of_growth');
    field().type(' + sales', { replace: false });
    field().press('Enter');
    expect(currentScenario().items['profit']?.content).toEqual(formula('rate_of_growth + sales'));
  });

  it('B-204 Escape closes the list and keeps the text, then leaves it', () => {
    start();
    field().type('= sal', { replace: true });
    field().press('Escape');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field().text()).toBe('= sal');
    field().press('Escape');
    expect(field().text()).toBe('= sales * 2');
  });

  it('B-205 Ctrl+Space shows what can stand where nothing is typed yet', () => {
    start();
    field().type('= sales + ', { replace: true });
    expect(screen.queryByRole('listbox')).toBeNull();
    field().press('Space', { ctrlKey: true });
    expect(options()).toContain('salary');
  });

  it('B-206 a function brings its parenthesis; its signature marks the argument of the caret', () => {
    start();
    field().type('= MAXI', { replace: true });
    field().press('Escape');
    field().type('= MAX', { replace: true });
    const max = options().indexOf('MAX');
    for (let at = 0; at < max; at++) field().press('ArrowDown');
    field().press('Tab');
    expect(field().text()).toBe('= MAX(');
    field().type('sales, ');
    expect(screen.getByText('[number2]').tagName).toBe('B');
    expect(screen.getByText('MAX: argument [number2]')).toBeTruthy();
  });

  it('is accessible while the list is open, in Arabic too', async () => {
    start('ar');
    field('المعادلة').type('= sal', { replace: true });
    expect(screen.getByRole('listbox', { name: 'الأسماء المناسبة' }).children.length).toBeGreaterThan(1);
    expect(await axeProblems()).toEqual([]);
  });
});

describe('pointing from the bar', () => {
  it('B-210 B-211 a cell goes in by its distance; the next one takes its place; Shift makes a range', () => {
    start();
    field().type('= sales + ', { replace: true });
    point('salary', '2025Q1');
    expect(field().text()).toBe('= sales + salary[-1]');
    point('sales', '2025Q3');
    expect(field().text()).toBe('= sales + sales[+1]');
    point('salary', '2025Q4', true);
    expect(field().text()).toBe('= sales + sales[1:2]');
  });

  // Catches: looking at a formula and going elsewhere with the pointer changes it.
  it('B-212 a formula that was only looked at takes no cell', () => {
    start();
    field().focus();
    field().caret('= sales'.length);
    expect(assistStore.getState().assist?.canPoint()).toBe(false);
  });

  it('B-213 F2 lets arrows point; F2 again gives them back to the text', () => {
    start();
    const rows = ['sales', 'salary', ':heading', 'rate_of_growth', 'profit'];
    const columns = ['label', '2025Q1', '2025Q2', '2025Q3'];
    sheetLink.setState({
      link: { field: () => ({ rows, columns, filled: () => true }), reveal: () => {} },
    });
    field().type('= 2 * ', { replace: true });
    field().press('ArrowUp');
    expect(field().text()).toBe('= 2 * ');
    field().caret('= 2 * '.length);
    field().press('F2');
    field().press('ArrowUp');
    expect(field().text()).toBe('= 2 * rate_of_growth');
    field().press('ArrowUp');
    field().press('ArrowLeft');
    expect(field().text()).toBe('= 2 * salary[-1]');
    field().press('F2');
    field().press('ArrowLeft');
    expect(field().text()).toBe('= 2 * salary[-1]');
    sheetLink.setState({ link: null });
  });

  it('B-214 F4 fixes the period at the caret and frees it; without a row it says so', () => {
    start();
    field().type('= sales[-1] * 2', { replace: true });
    field().press('F4');
    expect(screen.getByText(/put the caret on its name/)).toBeTruthy();
    field().caret('= sal'.length);
    field().press('F4');
    expect(field().text()).toBe('= sales[2025Q1] * 2');
    field().press('F4');
    expect(field().text()).toBe('= sales[-1] * 2');
  });

  it('B-215 Alt+= proposes the rows above of the same unit, with nothing written', () => {
    startSession(
      buildScenario([
        buildItem('a', byPeriod(1), { unit: 'GW' }),
        buildItem('b', byPeriod(1), { unit: 'USD bn' }),
        buildItem('c', byPeriod(1), { unit: 'USD bn' }),
        buildItem('total', formula('b'), { unit: 'USD bn' }),
      ]),
    );
    show(<FormulaBar styleNonce="" />);
    act(() => setActiveCell(cell('total', '2025Q1')));
    act(() => askForSum());
    expect(field().text()).toBe('=SUM(b, c)');
    expect(currentScenario().items['total']?.content).toEqual(formula('b'));
  });
});
