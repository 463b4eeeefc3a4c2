import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Outline } from '#renderer/panels/outline.tsx';
import { StatusBar } from '#renderer/panels/status-bar.tsx';
import { setSelection } from '#renderer/store/hooks.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { buildCase, buildItem, buildScenario, byPeriod, constant, formula } from '#tests/support/builders.ts';
import { installFakeMain } from '#tests/support/fake-main.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

const scenario = buildScenario(
  [
    buildItem('a', byPeriod(1, 0, 3, 4, 5, 6, 7, 8), { unit: 'USD bn' }),
    buildItem('hidden', constant(1), { folded: true }),
    buildItem('b', formula('1 / a'), { section: 'second' }),
    buildItem('positive', formula('a > 0'), { role: 'check', section: 'second' }),
  ],
  {
    sections: [
      { id: 'main', label: { en: 'Inputs', ar: 'المدخلات' } },
      { id: 'second', label: { en: 'Results', ar: 'النتائج' } },
    ],
    cases: [buildCase('high', { a: { values: { '2025Q1': 9 } } }, { name: { en: 'High', ar: 'مرتفع' } })],
  },
);
const active = () => sessionStore.getState().activeCell;

describe('outline', () => {
  it('counts rows that are on screen and goes to the first of a section', async () => {
    startSession(scenario);
    show(<Outline foldable />);
    const results = screen.getByRole('button', { name: 'Results 2' });
    expect(screen.getByRole('button', { name: 'Inputs 1' })).toBeTruthy();
    await person.click(results);
    expect(active()?.key).toBe('b');
    expect(sessionStore.getState().reveal?.cell.key).toBe('b');
  });

  it('closes a section without moving the person', async () => {
    startSession(scenario);
    show(<Outline foldable />);
    const toggle = screen.getByRole('button', { name: 'Rows of Results' });
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    await person.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    expect(active()).toBeNull();
  });

  it('leads from each concern to its first cell', async () => {
    startSession(scenario);
    show(<Outline foldable />);
    await person.click(screen.getByRole('button', { name: '1 check fails' }));
    expect(active()).toEqual({ key: 'positive', column: '2025Q2' });
    await person.click(screen.getByRole('button', { name: '1 row with errors' }));
    expect(active()).toEqual({ key: 'b', column: '2025Q2' });
    expect(screen.queryByRole('button', { name: /override/ })).toBeNull();
    await person.click(screen.getByRole('button', { name: 'High' }));
    await person.click(screen.getByRole('button', { name: '1 override' }));
    expect(active()).toEqual({ key: 'a', column: '2025Q1' });
  });

  it('switches the language, remembers it, and has an Arabic name for everything', async () => {
    const main = installFakeMain();
    startSession(scenario);
    show(<Outline foldable />);
    await person.click(screen.getByRole('button', { name: /Language/ }));
    expect(sessionStore.getState().language).toBe('ar');
    expect(main.asked).toContainEqual({ route: 'settingsSet', request: { language: 'ar' } });
    startSession(scenario, 'ar');
    show(<Outline foldable />);
    const names = within(screen.getByRole('navigation')).getAllByRole('button');
    const latin = names.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? '');
    expect(latin.filter((name) => /[a-z]{2}/i.test(name))).toEqual(['اللغة: English']);
    expect(await axeProblems()).toEqual([]);
  });
});

describe('status bar', () => {
  it('goes to the first failing check', async () => {
    startSession(scenario);
    show(<StatusBar />);
    await person.click(screen.getByRole('button', { name: '1 of 1 checks fails' }));
    expect(active()).toEqual({ key: 'positive', column: '2025Q2' });
  });

  it('adds up a selection of one unit and says why it does not add others', () => {
    startSession(scenario);
    show(<StatusBar />);
    const [one, two] = [
      { key: 'a', column: '2025Q1' },
      { key: 'a', column: '2025Q3' },
    ];
    act(() => setSelection([one, two]));
    expect(screen.getByText('2 cells')).toBeTruthy();
    expect(screen.getByText('Sum').textContent).toBe('Sum 4.0');
    expect(screen.getByText('Average').textContent).toBe('Average 2.0');
    act(() => setSelection([one, { key: 'b', column: '2025Q1' }]));
    expect(screen.queryByText('Sum')).toBeNull();
    expect(screen.getByText('Units differ: no sum')).toBeTruthy();
  });
});
