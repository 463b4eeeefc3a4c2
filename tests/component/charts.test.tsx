import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Charts } from '#renderer/charts/charts-panel.tsx';
import { dispatch, setActiveCell, setCase } from '#renderer/store/hooks.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildScenario, formula } from '#tests/support/builders.ts';
import { withContents } from '#tests/support/openai.ts';
import { axeProblems, show, startSession } from '#tests/support/render.tsx';
import { shippedScenario } from '#tests/support/shipped.ts';

// Drawing three charts takes jsdom most of a second, and other tests run beside this one.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const SIZE = { clientWidth: 412, clientHeight: 748 };
const kept = new Map<string, PropertyDescriptor | undefined>();

// jsdom lays nothing out: every element is as large as the panel.
beforeAll(() => {
  for (const [name, value] of Object.entries(SIZE)) {
    kept.set(name, Object.getOwnPropertyDescriptor(Element.prototype, name));
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
});
afterAll(() => {
  for (const name of kept.keys()) Reflect.deleteProperty(HTMLElement.prototype, name);
});

function open(scenario: Scenario, language: 'en' | 'ar' = 'en') {
  startSession(scenario, language);
  return show(<Charts />);
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
const card = (title: RegExp) => screen.getByRole('region', { name: title });

describe('charts panel', () => {
  it('shows three charts whose titles say what the figures say', () => {
    open(shippedScenario());
    expect(titles()).toEqual([
      'The gap opens in 2028 Q3 and is widest in 2029',
      'Count only signed money and the gap is $93.5 bn',
      'Signed money lasts until 2028 Q1',
    ]);
  });

  it('speaks Arabic, with no English word left', () => {
    open(shippedScenario(), 'ar');
    expect(titles()[1]).toBe('بالتمويل الموقّع وحده تبلغ الفجوة 93.5 مليار دولار');
    expect(titles().join(' ')).not.toMatch(/[a-z]/i);
  });

  it('follows a change of case and an edit', async () => {
    open(shippedScenario());
    act(() => setCase('capex-plateau'));
    await waitFor(() => expect(titles()[0]).toBe('Known sources cover every need to 2030'));
    act(() => setCase(null));
    const edit = { key: 'cash_minimum', at: null, value: 40 } as const;
    act(() => expect(dispatch({ type: 'setCells', cells: [edit], caseId: null }).ok).toBe(true));
    await waitFor(() => expect(titles()[0]).not.toContain('2028 Q3'));
  });

  it('says how many years an error takes out, and leads to the cell', async () => {
    const broken = withContents(shippedScenario(), { level_paid: formula('IF(YEAR() = 2027, 1 / 0, 1)') });
    open(broken);
    const notes = screen.getAllByRole('button', { name: /left out/ });
    expect(notes[0]?.textContent).toBe('4 of 6 years left out');
    await userEvent.click(notes[0] as HTMLElement);
    expect(sessionStore.getState().activeCell).toEqual({ key: 'level_paid', column: '2027Q1' });
    expect(sessionStore.getState().reveal?.cell.key).toBe('level_paid');
  });

  it('says what is missing when a scenario names no rows', () => {
    open(buildScenario([]));
    expect(screen.getByText('No charts yet')).toBeTruthy();
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  });

  it.each(['en', 'ar'] as const)('has nothing for axe to find in %s', async (language) => {
    open(shippedScenario(), language);
    expect(await axeProblems()).toEqual([]);
  });
});

describe('marks', () => {
  // By label: computing every role of a page this size takes jsdom a second.
  const mark = (name: RegExp) => screen.getByLabelText(name);

  it('say period, series, value and source', () => {
    open(shippedScenario());
    expect(mark(/^2029, Revenue: \$145\.0 bn\. From .*revenue\[2029\]/)).toBeTruthy();
    expect(mark(/^2029, Gap: \$37\.5 bn/)).toBeTruthy();
    expect(mark(/^2026 Q1, Cash: \$73\.0 bn/)).toBeTruthy();
  });

  it('light up their cells while pointed at, and only then', () => {
    open(shippedScenario());
    const operations = mark(/^2030, Operations/);
    fireEvent.pointerEnter(operations);
    expect(sessionStore.getState().highlight.map((cell) => cell.key)).toEqual([
      'people',
      'marketing',
      'admin',
      'delivery',
    ]);
    fireEvent.pointerLeave(operations);
    expect(sessionStore.getState().highlight).toEqual([]);
  });

  it('go to their cell on click and on Enter', () => {
    open(shippedScenario());
    fireEvent.click(mark(/^2027, Revenue:/));
    expect(sessionStore.getState().activeCell).toEqual({ key: 'revenue', column: '2027' });
    fireEvent.keyDown(mark(/^2029, Gap/), { key: 'Enter' });
    expect(sessionStore.getState().activeCell).toEqual({ key: 'gap', column: '2029' });
  });

  it('are one stop of the Tab key per chart; arrows move as the eye does', () => {
    open(shippedScenario());
    const chart = card(/The gap opens/);
    const stops = () => [...chart.querySelectorAll('.chart-mark[tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    const start = within(chart).getByLabelText(/^2027, Revenue:/);
    act(() => start.focus());
    fireEvent.keyDown(start, { key: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^2028, /);
    expect(stops()).toEqual([document.activeElement]);
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowLeft' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^2027, /);
    fireEvent.keyDown(document.activeElement as Element, { key: 'Home' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^2025, /);
  });

  it('lead to the earlier year with the right arrow where time runs from right to left', () => {
    open(shippedScenario(), 'ar');
    const start = mark(/^2027، الإيرادات/);
    act(() => start.focus());
    fireEvent.keyDown(start, { key: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^2026، /);
  });

  it('wear a ring while their cell, or a quarter of their year, is active in the grid', async () => {
    open(shippedScenario());
    expect(document.querySelectorAll('.chart-ring--active')).toHaveLength(0);
    act(() => setActiveCell({ key: 'revenue', column: '2027Q3' }));
    await waitFor(() => expect(document.querySelectorAll('.chart-ring--active')).toHaveLength(1));
    act(() => setActiveCell({ key: 'wau', column: '2027Q3' }));
    await waitFor(() => expect(document.querySelectorAll('.chart-ring--active')).toHaveLength(0));
  });

  it('show a card with the figures when focused, which Escape puts away', () => {
    open(shippedScenario());
    const start = mark(/^2027, Revenue:/);
    act(() => start.focus());
    expect(document.querySelector('.chart-tip')?.textContent).toContain('$62.0 bn');
    fireEvent.keyDown(start, { key: 'Escape' });
    expect(document.querySelector('.chart-tip')).toBeNull();
  });
});

describe('enlarged chart', () => {
  it('shows the figures as a table', async () => {
    open(shippedScenario());
    await userEvent.click(screen.getByRole('button', { name: /^Enlarge: Count only/ }));
    const dialog = screen.getByRole('dialog', { name: /Count only signed/ });
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Table' }));
    const row = within(dialog).getByRole('row', { name: /\+ signed/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['35.9', '93.5']);
    expect(await axeProblems()).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
