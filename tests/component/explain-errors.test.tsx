import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { i18n } from '#renderer/i18n/i18n.ts';
import { ExplainView } from '#renderer/panels/explain/explain-view.tsx';
import { curesOf } from '#renderer/panels/explain/loop-cures.ts';
import { StatusBar } from '#renderer/panels/status-bar.tsx';
import { explainCell } from '#renderer/store/hooks.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { ViewedModel } from '#shared/analysis/viewed-model.ts';
import { createEngine } from '#shared/engine/engine.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { ERROR_CODES, type ErrorCode } from '#shared/model/value.ts';
import { buildItem, buildScenario, byPeriod, formula } from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

/** A formula of its own for each code: the way in which people meet it. */
const FAILING: Readonly<Record<ErrorCode, string>> = {
  '#NULL!': '#NULL!',
  '#DIV/0!': '1 / empty',
  '#VALUE!': '"six" * 2',
  '#REF!': 'INDEX({1,2}, 1, 5)',
  '#NAME?': 'emty + 1',
  '#NUM!': 'SQRT(-1)',
  '#N/A': 'MATCH(7, {1,2,3}, 0)',
  '#LOOP!': 'wrong + 1',
  '#UNIT!': 'money + power',
};

function failing(code: ErrorCode): Scenario {
  return buildScenario([
    buildItem('empty', byPeriod(1, 0)),
    buildItem('money', byPeriod(1, 1), { unit: 'USD bn' }),
    buildItem('power', byPeriod(1, 1), { unit: 'GW (online)' }),
    buildItem('wrong', formula(FAILING[code]), code === '#UNIT!' ? { unit: 'USD bn' } : {}),
    buildItem('middle', formula('wrong * 2')),
    buildItem('asked', formula('middle + 1')),
  ]);
}

function showCell(key: string, column: string) {
  act(() => explainCell({ key, column }));
  return show(<ExplainView />);
}

const loops = buildScenario([
  buildItem('debt', formula('100 + interest'), { aggregation: 'end' }),
  buildItem('interest', formula('debt + 1')),
  buildItem('after', formula('debt - 5')),
  buildItem('balance', formula('100 + cost'), { aggregation: 'end' }),
  buildItem('cost', formula('balance * 0.1')),
  buildItem('mean_balance', formula('mean_balance[-1] + mean_cost'), { aggregation: 'end' }),
  buildItem('mean_cost', formula('0.1 * (mean_balance[-1] + mean_balance) / 2 + 1')),
  buildItem('alone', formula('2 * alone + 1')),
]);

describe('the page of an error', () => {
  it.each(ERROR_CODES.flatMap((code) => [['en', code] as const, ['ar', code] as const]))(
    'has in %s for %s: meaning, way, cause, remedy',
    async (language, code) => {
      startSession(failing(code), language);
      showCell('asked', '2025Q2');
      const text = (key: string) => i18n.t(`explain-view:error.${code}.${key}`);
      for (const key of ['title', 'means', 'remedy']) {
        expect(i18n.exists(`explain-view:error.${code}.${key}`, { lng: language, fallbackLng: [] })).toBe(
          true,
        );
      }
      const page = screen.getByRole('region', { name: i18n.t('explain-view:error.name', { code }) });
      expect(within(page).getByRole('heading', { level: 2 }).textContent).toBe(text('title'));
      expect(page.textContent).toContain(text('means'));
      expect(page.textContent).toContain(text('remedy'));
      const way = within(page).getAllByRole('listitem');
      expect(way.map((one) => one.querySelector('button')?.title)).toEqual(['asked', 'middle', 'wrong']);
      expect(page.textContent).toContain('wrong[2025Q2]');
      expect(page.textContent).not.toMatch(/\{\{|reasons:|explain-view:/);
      if (code === '#LOOP!') expect(await axeProblems()).toEqual([]);
    },
  );

  it('leads along the way and to the cell in the grid', async () => {
    startSession(failing('#DIV/0!'));
    showCell('asked', '2025Q2');
    await person.click(screen.getAllByRole('button', { name: 'wrong, 2025 Q2' })[0] as HTMLElement);
    expect(sessionStore.getState().explained).toEqual({ key: 'wrong', column: '2025Q2' });
    await person.click(screen.getByRole('button', { name: 'Go to wrong[2025Q2]' }));
    expect(sessionStore.getState()).toMatchObject({ view: 'model', activeCell: { key: 'wrong' } });
  });

  it('is there for a year whose quarter fails', () => {
    startSession(failing('#DIV/0!'));
    showCell('asked', '2025');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('asked in 2025 has no value: #DIV/0!');
    expect(screen.getByText('It arose in wrong, 2025 Q2.')).toBeTruthy();
  });
});

describe('the page of a loop', () => {
  it('opens from the status bar at the loop that is worst, and takes the focus', async () => {
    startSession(loops);
    const bar = show(<StatusBar />);
    await person.click(screen.getByRole('button', { name: /loops? not settled/ }));
    bar.unmount();
    show(<ExplainView />);
    expect(document.activeElement?.textContent).toBe('Loop through this cell');
    expect(screen.getByText('No solution')).toBeTruthy();
    expect(screen.getByText('What opens it')).toBeTruthy();
  });

  it('says how a loop was solved, with its chain and periods', async () => {
    startSession(loops);
    showCell('cost', '2025Q3');
    expect(screen.getByText('Solved exactly')).toBeTruthy();
    const chain = screen.getByRole('list', { name: /chain of cells/ });
    expect(
      within(chain)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['balance', 'cost', 'balance']);
    expect(screen.getByText('2025 Q1 to 2026 Q4')).toBeTruthy();
    expect(screen.queryByText('No value')).toBeNull();
    expect(await axeProblems()).toEqual([]);
  });

  it('names the loop behind an error of a cell outside it', () => {
    startSession(loops);
    showCell('after', '2025Q3');
    expect(screen.getByText('The loop behind the error')).toBeTruthy();
    expect(screen.getByText('2025 Q1 to 2026 Q4')).toBeTruthy();
  });

  it('says that a cell is in no loop', () => {
    startSession(failing('#DIV/0!'));
    showCell('middle', '2025Q1');
    expect(screen.getByText('No loop through this cell')).toBeTruthy();
  });
});

describe('cures of a loop', () => {
  const viewpoint = { caseId: null, asOf: null };
  const engine = createEngine(loops, viewpoint);
  const model = new ViewedModel({
    scenario: loops,
    viewpoint,
    rows: engine.rows(),
    loops: engine.loops(),
  });
  const curesThrough = (key: string) => {
    const loop = engine.loops().find(({ keys }) => keys.includes(key));
    return curesOf(model, loop?.chain ?? []).map(({ kind, key: row, formula: text }) => [kind, row, text]);
  };

  it('change the formula that reads the balance, not that of the balance', () => {
    expect(curesThrough('balance')).toEqual([
      ['opening', 'cost', 'balance[-1] * 0.1'],
      ['average', 'cost', 'AVERAGE(balance[-1], balance) * 0.1'],
    ]);
  });

  it('do not propose a mean where there is one, and leave earlier periods as they are', () => {
    expect(curesThrough('mean_cost')).toEqual([
      ['opening', 'mean_cost', '0.1 * (mean_balance[-1] + mean_balance[-1]) / 2 + 1'],
    ]);
  });

  it('open a cell that reads itself', () => {
    expect(curesThrough('alone')).toEqual([['opening', 'alone', '2 * alone[-1] + 1']]);
  });

  it('are right: the loop is gone after the change', () => {
    const changed = buildScenario([
      buildItem('balance', formula('100 + cost'), { aggregation: 'end' }),
      buildItem('cost', formula(curesThrough('balance')[0]?.[2] ?? '')),
    ]);
    expect(createEngine(changed, viewpoint).loops()).toEqual([]);
  });
});
