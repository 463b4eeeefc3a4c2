import { beforeEach, describe, expect, it } from 'vitest';
import { overrideCells } from '#renderer/store/checks.ts';
import * as store from '#renderer/store/document-store.ts';
import { FIRST_SESSION, sessionStore } from '#renderer/store/session-store.ts';
import { openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const now = () => store.documentStore.getState().scenario;
const values = () => new Map(store.valuesStore.rows());

beforeEach(() => {
  sessionStore.setState(FIRST_SESSION);
  store.openDocument({ documentId: 'd', name: 'a.scenario', scenario, readOnly: false, savedAt: null });
});

describe('a case of the shipped scenario that becomes the base', () => {
  // Catches: rows or a date left behind, on the way there or on the way back.
  it.each(['lois-lapse', 'bank-view', 'short-chip-life'])('%s keeps all its values', (id) => {
    const base = values();
    store.setCase(id);
    const shown = values();
    expect(store.dispatch({ type: 'promoteCase', id }).ok).toBe(true);
    store.setCase(null);
    expect(values()).toEqual(shown);
    store.setCase('base-before');
    expect(values()).toEqual(base);
    store.undo();
    expect(now()).toEqual(scenario);
    expect(sessionStore.getState().caseId).toBe(id);
    expect(values()).toEqual(shown);
  });

  // Catches: cells still marked as overridden, or no longer, after the case took its place.
  it('leaves the marks of overrides to the case that keeps the former base', () => {
    const marked = overrideCells(scenario, 'bank-view').map(({ key }) => key);
    store.dispatch({ type: 'promoteCase', id: 'bank-view' });
    expect(overrideCells(now(), null)).toEqual(overrideCells(scenario, null));
    expect(overrideCells(now(), 'bank-view')).toEqual([]);
    expect(overrideCells(now(), 'base-before').map(({ key }) => key)).toEqual(marked);
  });

  it('is marked alike in a copy', () => {
    const name = { en: 'Mine', ar: 'لي' };
    store.dispatch({ type: 'copyCase', id: 'lois-lapse', newId: 'mine', name });
    expect(overrideCells(now(), 'mine')).toEqual(overrideCells(scenario, 'lois-lapse'));
  });
});
