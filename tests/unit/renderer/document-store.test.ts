import { beforeEach, describe, expect, it } from 'vitest';
import { createCloningRunner } from '#renderer/calc/cloning-runner.ts';
import { createInProcessRunner } from '#renderer/calc/in-process-runner.ts';
import { hasUnsavedWork, savedState } from '#renderer/store/document-state.ts';
import * as store from '#renderer/store/document-store.ts';
import { FIRST_SESSION, sessionStore, setActiveCell } from '#renderer/store/session-store.ts';
import { buildCase, buildItem, buildScenario, byPeriod, constant, formula } from '#tests/support/builders.ts';

const scenario = buildScenario(
  [
    buildItem('price', byPeriod(1, 2, 3, 4)),
    buildItem('amount', constant(10)),
    buildItem('revenue', formula('price * amount')),
    buildItem('other', formula('5')),
  ],
  { cases: [buildCase('high', { amount: { content: constant(20) } })] },
);
const first = scenario.timeline.start;
const revenue = () => store.valuesStore.rowValues('revenue')?.periods[0];
const setPrice = (value: number, caseId: string | null = null) =>
  store.dispatch({ type: 'setCells', cells: [{ key: 'price', at: first, value }], caseId });
const state = () => store.documentStore.getState();

describe.each([
  ['in process', createInProcessRunner],
  ['in process with cloning', createCloningRunner],
])('document store, calculating %s', (_, create) => {
  beforeEach(() => {
    store.calculateWith(create);
    sessionStore.setState(FIRST_SESSION);
    store.openDocument({ documentId: 'd', name: 'a.scenario', scenario, readOnly: false, savedAt: 't' });
  });

  it('carries an edit through to the rows that read it, and wakes no other', () => {
    const woken: string[] = [];
    const ends = ['price', 'revenue', 'other'].map((key) =>
      store.valuesStore.subscribeToRow(key, () => woken.push(key)),
    );
    expect(setPrice(7).ok).toBe(true);
    for (const end of ends) end();
    expect(revenue()).toBe(70);
    expect(woken.sort()).toEqual(['price', 'revenue']);
  });

  it('takes back and does again, and says whether there was anything', () => {
    setPrice(7);
    expect(store.undo()).toBe(true);
    expect(revenue()).toBe(10);
    expect(store.redo()).toBe(true);
    expect(revenue()).toBe(70);
    expect(store.redo()).toBe(false);
  });

  it('leaves everything as it was when a command is refused', () => {
    const before = state();
    const refused = store.dispatch({
      type: 'setCells',
      cells: [{ key: 'nothing', at: first, value: 1 }],
      caseId: null,
    });
    expect(refused.ok).toBe(false);
    expect(state()).toBe(before);
  });

  it('looks from a case at once and writes edits made there into the case only', () => {
    store.setCase('high');
    expect(revenue()).toBe(20);
    setPrice(3, 'high');
    expect(revenue()).toBe(60);
    store.setCase(null);
    expect(revenue()).toBe(10);
  });

  it('goes back to the case and the cell of a step that is taken back', () => {
    const cell = { key: 'price', column: first };
    store.setCase('high');
    setActiveCell(cell);
    setPrice(3, 'high');
    store.setCase(null);
    setActiveCell({ key: 'other', column: first });
    store.undo();
    expect(sessionStore.getState().caseId).toBe('high');
    expect(sessionStore.getState().activeCell).toEqual(cell);
    expect(revenue()).toBe(20);
  });

  it('forgets the rows of the former document', () => {
    const next = buildScenario([buildItem('alone', constant(1))]);
    store.openDocument({ documentId: 'e', name: null, scenario: next, readOnly: false, savedAt: null });
    expect([...store.valuesStore.rows().keys()]).toEqual(['alone']);
    expect(state().history.past).toEqual([]);
  });
});

describe('saved state', () => {
  beforeEach(() => {
    sessionStore.setState(FIRST_SESSION);
    store.openDocument({ documentId: 'd', name: 'a.scenario', scenario, readOnly: false, savedAt: 't0' });
  });

  it('is saved again when the edits since the last save are taken back', () => {
    setPrice(7);
    expect(savedState(state())).toEqual({ kind: 'unsaved' });
    store.undo();
    expect(savedState(state())).toEqual({ kind: 'saved', at: 't0' });
    store.redo();
    expect(hasUnsavedWork(state())).toBe(true);
  });

  it('counts an edit made while the file is being written as not saved', () => {
    setPrice(7);
    const lastStep = state().history.past.at(-1) ?? null;
    store.savingStarted();
    expect(savedState(state())).toEqual({ kind: 'saving' });
    setPrice(8);
    store.savingDone({ documentId: 'd', name: 'a.scenario', savedAt: 't1', lastStep });
    expect(savedState(state())).toEqual({ kind: 'unsaved' });
    store.undo();
    expect(savedState(state())).toEqual({ kind: 'saved', at: 't1' });
  });

  it('is not saved after undoing past the save and editing anew, though as many steps were made', () => {
    setPrice(7);
    const lastStep = state().history.past.at(-1) ?? null;
    store.savingDone({ documentId: 'd', name: 'a.scenario', savedAt: 't1', lastStep });
    store.undo();
    setPrice(9);
    expect(hasUnsavedWork(state())).toBe(true);
  });

  it('says failed until the next edit or save, and keeps the work', () => {
    setPrice(7);
    store.savingFailed();
    expect(savedState(state())).toEqual({ kind: 'failed' });
    expect(hasUnsavedWork(state())).toBe(true);
  });

  it('does not ask about an untouched new document, which has no file either', () => {
    store.openDocument({ documentId: 'n', name: null, scenario, readOnly: false, savedAt: null });
    expect(savedState(state())).toEqual({ kind: 'unsaved' });
    expect(hasUnsavedWork(state())).toBe(false);
  });
});
