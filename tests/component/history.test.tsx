import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { HistoryButton } from '#renderer/panels/history/history-button.tsx';
import { historyRows, rowsNear } from '#renderer/panels/history/history-rows.ts';
import { showDialog } from '#renderer/store/dialogs.ts';
import {
  dispatch,
  documentStore,
  jumpTo,
  savingDone,
  undo,
  valuesStore,
} from '#renderer/store/document-store.ts';
import { sessionStore, setActiveCell } from '#renderer/store/session-store.ts';
import { buildItem, buildScenario, byPeriod, constant } from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

const scenario = buildScenario([buildItem('a', constant(1)), buildItem('b', byPeriod(1, 2))]);
const set = (key: string, at: string | null, value: number) =>
  ({ type: 'setCells', cells: [{ key, at, value }], caseId: null }) as const;
const contentOf = (key: string) => documentStore.getState().scenario.items[key]?.content;

/** Three steps, the file saved after the first. */
function threeSteps(): void {
  dispatch(set('a', null, 2));
  const lastStep = documentStore.getState().history.past.at(-1) ?? null;
  savingDone({ documentId: 'd', name: 'model.scenario', savedAt: '2026-11-25T09:10:00Z', lastStep });
  dispatch(set('a', null, 3));
  dispatch(set('b', '2025Q1', 7));
}

describe('the history panel', () => {
  for (const language of ['en', 'ar'] as const) {
    it(`lists steps newest first, goes to any of them and is sound for axe (${language})`, async () => {
      startSession(scenario, language);
      threeSteps();
      show(<HistoryButton />);
      showDialog({ kind: 'history' });
      const list = await screen.findByRole('listbox');
      const names = () =>
        within(list)
          .getAllByRole('option')
          .map((row) => row.getAttribute('data-key'));
      expect(names()).toEqual(['3', '2', '1', '0']);
      expect(await axeProblems()).toEqual([]);
      const rows = () => within(list).getAllByRole('option');
      await person.click(rows()[2] as HTMLElement);
      expect(contentOf('a')).toEqual({ kind: 'constant', value: 2 });
      expect(contentOf('b')).toEqual({ kind: 'byPeriod', values: [1, 2] });
      expect(names()).toEqual(['3', '2', '1', '0']);
      expect(rows()[2]?.getAttribute('aria-selected')).toBe('true');
      await person.keyboard('{ArrowUp}{ArrowUp}{Enter}');
      expect(contentOf('b')).toEqual({ kind: 'byPeriod', values: [7, 2] });
      await person.keyboard('{Escape}');
      expect(screen.queryByRole('listbox')).toBeNull();
    });
  }

  it('marks the state that the file holds, the start as well, and none without a file', () => {
    startSession(scenario);
    const saved = () =>
      historyRows(documentStore.getState().history, documentStore.getState().file.step).map(
        (row) => row.saved,
      );
    dispatch(set('a', null, 9));
    expect(saved()).toEqual([false, true]);
    startSession(scenario);
    threeSteps();
    expect(saved()).toEqual([false, false, true, false]);
    expect(historyRows(documentStore.getState().history, undefined).some((row) => row.saved)).toBe(false);
  });

  it('shows the neighbourhood of the present state in a long history', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({
      to: 999 - index,
      step: null,
      state: index < 990 ? ('undone' as const) : index === 990 ? ('now' as const) : ('done' as const),
      saved: false,
    }));
    const near = rowsNear(rows, 200);
    expect([near.newer, near.shown.length, near.older]).toEqual([800, 200, 0]);
    expect(near.shown.some((row) => row.state === 'now')).toBe(true);
    expect(rowsNear(rows.slice(985, 995), 200)).toMatchObject({ newer: 0, older: 0 });
  });
});

describe('going to a step', () => {
  beforeEach(() => startSession(scenario));

  it('is one calculation, and unsaved work is known again', () => {
    threeSteps();
    let answers = 0;
    const end = valuesStore.subscribeToRows(() => answers++);
    expect(jumpTo(0)).toBe(true);
    end();
    expect(answers).toBe(1);
    expect(documentStore.getState().scenario).toEqual(scenario);
    expect(jumpTo(0)).toBe(false);
    expect(jumpTo(4)).toBe(false);
    expect(jumpTo(3)).toBe(true);
    expect(contentOf('b')).toEqual({ kind: 'byPeriod', values: [7, 2] });
  });

  it('goes to the cell and the view in which the step was made', () => {
    setActiveCell({ key: 'a', column: '2025Q1' });
    dispatch(set('a', null, 2));
    setActiveCell({ key: 'b', column: '2025Q2' });
    dispatch(set('b', '2025Q2', 4));
    sessionStore.setState({ view: 'deals' });
    undo();
    expect(sessionStore.getState()).toMatchObject({
      view: 'model',
      activeCell: { key: 'b', column: '2025Q2' },
    });
    setActiveCell({ key: 'b', column: '2025Q4' });
    undo();
    expect(sessionStore.getState().activeCell).toEqual({ key: 'a', column: '2025Q1' });
  });
});
