import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ExplainView } from '#renderer/panels/explain/explain-view.tsx';
import { StatusBar } from '#renderer/panels/status-bar.tsx';
import { explainCell, goToCell, rowValues } from '#renderer/store/hooks.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { cellText } from '#shared/report/number-text.ts';
import {
  buildCase,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';
import { shippedScenario } from '#tests/support/shipped.ts';

const scenario = buildScenario(
  [
    buildItem('a', byPeriod(6, 1, 1, 1, 1, 1, 1, 1), { unit: 'USD bn', facts: ['F1', 'F2', 'F3', 'F4'] }),
    buildItem('b', constant(2), { unit: 'USD bn', assumption: 'Two is plausible.' }),
    buildItem('sum', formula('a + b'), { unit: 'USD bn' }),
    buildItem('product', formula('sum * b'), { unit: 'USD bn' }),
    buildItem('choice', formula('IF(a > 3, a, b)'), { unit: 'USD bn' }),
  ],
  {
    facts: [
      buildFact('F1', { value: 9, period: '2025-Q1', knownFrom: '2025-05-01' }),
      buildFact('F2', { value: 99, period: '2025' }),
      buildFact('F3', { value: 90, period: '2025-Q1', knownFrom: '2026-12-01' }),
      buildFact('F4', { value: 5, period: '2025-Q1', knownFrom: '2025-05-01', supersededBy: 'F1' }),
    ],
    cases: [buildCase('more', { b: { content: constant(7), reason: 'Demand' } })],
  },
);

function showCell(key: string, column: string) {
  act(() => explainCell({ key, column }));
  return show(<ExplainView />);
}

const row = (name: RegExp) => within(screen.getByRole('treegrid')).getByRole('row', { name });
const names = () =>
  within(screen.getByRole('treegrid'))
    .getAllByRole('row')
    .slice(1)
    .map((one) => one.querySelector('bdi')?.textContent);

describe('explain view', () => {
  it('shows what a cell really reads, with the part of each', () => {
    startSession(scenario);
    showCell('sum', '2025Q1');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('sum in 2025 Q1 is $8.0 bn');
    expect(names()).toEqual(['sum, 2025 Q1', 'a', 'b']);
    expect(row(/^a /).textContent).toContain('75%');
    expect(row(/^b /).textContent).toContain('25%');
    expect(row(/^b /).textContent).toContain('Assumption');
    expect(screen.getByText('75% comes from “a”.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'product, 2025 Q1' })).toBeTruthy();
  });

  it('says which branch of a formula was not read', () => {
    startSession(scenario);
    showCell('choice', '2025Q1');
    expect(row(/not read here/).textContent).toContain('b');
  });

  it('is worked by keys: open, close, go to the cell, explain it here', async () => {
    startSession(scenario);
    showCell('product', '2025Q1');
    expect(document.activeElement).toBe(row(/^product/));
    await person.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(row(/^sum/));
    expect(row(/^sum/).getAttribute('aria-expanded')).toBe('true');
    await person.keyboard('{ArrowLeft}');
    expect(names()).toEqual(['product, 2025 Q1', 'sum', 'b']);
    await person.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(row(/^a /));
    await person.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(row(/^sum/));
    await person.keyboard('{Shift>}{Enter}{/Shift}');
    expect(sessionStore.getState()).toMatchObject({ view: 'explain', explained: { key: 'sum' } });
    await person.keyboard('{ArrowDown}{Enter}');
    expect(sessionStore.getState()).toMatchObject({
      view: 'model',
      activeCell: { key: 'a', column: '2025Q1' },
    });
  });

  it('opens branches to the left in Arabic', async () => {
    startSession(scenario, 'ar');
    showCell('product', '2025Q1');
    await person.keyboard('{ArrowDown}{ArrowRight}');
    expect(row(/^sum/).getAttribute('aria-expanded')).toBe('false');
    await person.keyboard('{ArrowLeft}');
    expect(row(/^sum/).getAttribute('aria-expanded')).toBe('true');
    expect(await axeProblems()).toEqual([]);
  });

  it('closes by Escape to the cell that the person came from', async () => {
    startSession(scenario);
    act(() => goToCell({ key: 'b', column: '2025Q2' }));
    showCell('sum', '2025Q1');
    await person.keyboard('{Escape}');
    expect(sessionStore.getState()).toMatchObject({
      view: 'model',
      activeCell: { key: 'b', column: '2025Q2' },
    });
  });

  it('takes the name of another cell and refuses one that is not there', async () => {
    startSession(scenario);
    showCell('sum', '2025Q1');
    const box = screen.getByRole('textbox', { name: 'Cell to explain' });
    await person.clear(box);
    await person.type(box, 'product[[2031]{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('product[2031]');
    await person.clear(box);
    await person.type(box, 'product[[2026]{Enter}');
    expect(sessionStore.getState().explained).toEqual({ key: 'product', column: '2026' });
    expect(names()[0]).toBe('product, 2026');
  });

  it('sets only facts of the same period that were known against the value', () => {
    startSession(scenario);
    showCell('a', '2025Q1');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'a in 2025 Q1 is $6.0 bn, and one source says more',
    );
    const chart = screen.getByRole('img', { name: /^Model 6.0/ });
    expect(chart.getAttribute('aria-label')).toContain('9.0');
    expect(chart.getAttribute('aria-label')).not.toContain('9.0.0');
    expect(chart.querySelectorAll('circle')).toHaveLength(2);
    expect(chart.querySelectorAll('[data-hollow]')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Open source F3' })).toBeNull();
    expect(screen.getByText('Statement of F2.')).toBeTruthy();
  });

  it('sets no fact against a row that only rests on it: an assumption, a part of the total', () => {
    const total = buildFact('T', {
      value: 8,
      period: '2025-Q1',
      metric: 'Total sales',
      knownFrom: '2025-05-01',
    });
    const rows = [
      buildItem('sales', formula('part * 2'), {
        unit: 'USD bn',
        facts: ['T'],
        label: { en: 'Total sales', ar: 'المبيعات' },
      }),
      buildItem('part', byPeriod(2), { unit: 'USD bn', facts: ['T'] }),
      buildItem('guess', constant(1), { unit: 'USD bn', facts: ['G'], assumption: 'A tenth of it.' }),
    ];
    startSession(buildScenario(rows, { facts: [total, buildFact('G', { value: 10 })] }));
    const title = () => screen.getByRole('heading', { level: 1 }).textContent;
    const view = showCell('sales', '2025Q1');
    expect(title()).toBe('Total sales in 2025 Q1 is $4.0 bn, and one source says more');
    act(() => explainCell({ key: 'part', column: '2025Q1' }));
    expect(title()).toBe('part in 2025 Q1 is $2.0 bn');
    act(() => explainCell({ key: 'guess', column: '2025Q1' }));
    expect(title()).toBe('guess in 2025 Q1 is $1.0 bn');
    view.unmount();
  });

  it('names the input that makes the difference to another case', async () => {
    startSession(scenario);
    showCell('sum', '2025Q1');
    await person.click(screen.getByRole('button', { name: /Compare with/ }));
    await person.click(screen.getByRole('option', { name: 'more' }));
    await waitFor(() => expect(screen.getByText('One input made the difference')).toBeTruthy());
    expect(screen.getByText(/more: \$13.0 bn. Here: \$8.0 bn/).textContent).toContain('−5.0');
    expect(screen.getByText('Set by the case more: Demand')).toBeTruthy();
  });

  it('shows the values that are calculated, and says how a year is made', async () => {
    const shipped = shippedScenario();
    startSession(shipped);
    showCell('revenue', '2030');
    const item = shipped.items['revenue'];
    const values = rowValues('revenue');
    if (!item || !values) throw new Error('The shipped scenario has no revenue');
    const shown = (value: unknown) => cellText(value as number, item);
    const lines = [0, 1, 2, 3].map((quarter) => row(new RegExp(`^Revenue, 2030 Q${quarter + 1}`)));
    lines.forEach((line, quarter) => {
      expect(line.textContent).toContain(shown(values.periods[values.periods.length - 4 + quarter]));
    });
    expect(row(/^Revenue, 2030 sum of its quarters/).textContent).toContain(shown(values.years.at(-1)));
    expect(await axeProblems()).toEqual([]);
  });
});

describe('the way into the view', () => {
  it('leads from a cell with an error to its page, and from a check that fails', async () => {
    startSession(
      buildScenario([
        buildItem('ratio', formula('1 / 0')),
        buildItem('rule', formula('1 > 2'), { role: 'check', aggregation: 'all' }),
      ]),
    );
    act(() => goToCell({ key: 'ratio', column: '2025Q2' }));
    show(<StatusBar />);
    await person.click(screen.getByRole('button', { name: '#DIV/0!: why?' }));
    expect(sessionStore.getState()).toMatchObject({
      view: 'explain',
      explained: { key: 'ratio', column: '2025Q2' },
    });
    await person.click(screen.getByRole('button', { name: 'Why?' }));
    expect(sessionStore.getState().explained).toEqual({ key: 'rule', column: '2025Q1' });
  });
});
