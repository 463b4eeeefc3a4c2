import { beforeEach, describe, expect, it } from 'vitest';
import { nativeMenus } from '#renderer/actions/native-menu.ts';
import { allActions, performById } from '#renderer/actions/registry.ts';
import { i18n } from '#renderer/i18n/i18n.ts';
import * as store from '#renderer/store/document-store.ts';
import { FIRST_SESSION, sessionStore } from '#renderer/store/session-store.ts';
import { REQUESTS } from '#shared/ipc/contract.ts';
import { buildItem, buildScenario, constant } from '#tests/support/builders.ts';

const scenario = buildScenario([buildItem('price', constant(1), { label: { en: 'Price', ar: 'السعر' } })]);
const entries = () =>
  nativeMenus().flatMap((menu) => menu.items.flatMap((one) => ('items' in one ? one.items : [one])));
const entry = (id: string) => entries().find((one) => one.type === 'action' && one.id === id);

beforeEach(() => {
  sessionStore.setState(FIRST_SESSION);
  store.openDocument({ documentId: 'd', name: 'a.scenario', scenario, readOnly: false, savedAt: null });
});

describe.each(['en', 'ar'] as const)('native menu in %s', (language) => {
  beforeEach(() => {
    sessionStore.setState({ language });
    void i18n.changeLanguage(language);
  });

  it('has the shape that main accepts, and a text for every entry', () => {
    expect(REQUESTS.menuSet.safeParse({ menus: nativeMenus() }).error).toBeUndefined();
    const labels = [...nativeMenus(), ...entries()].flatMap((one) => ('label' in one ? [one.label] : []));
    expect(
      labels.filter((label) => label === '' || /[.:](actions|menu)\b|^(actions|menu)\./.test(label)),
    ).toEqual([]);
  });

  it('names the step that would be taken back', () => {
    expect(entry('edit.undo')).toMatchObject({ enabled: false });
    store.dispatch({ type: 'setCells', cells: [{ key: 'price', at: null, value: 5 }], caseId: null });
    const name = { en: 'Price', ar: 'السعر' }[language];
    expect(entry('edit.undo')).toMatchObject({ enabled: true, label: expect.stringContaining(name) });
    performById('edit.undo');
    expect(entry('edit.redo')).toMatchObject({ enabled: true, label: expect.stringContaining(name) });
  });
});

describe('actions', () => {
  it('has each id once, and no two possible actions on the same keys', () => {
    const actions = allActions();
    const ids = actions.map((one) => one.id);
    expect(ids).toEqual([...new Set(ids)]);
    const keys = actions.flatMap((one) =>
      one.shortcut ? [JSON.stringify(Object.entries(one.shortcut).sort())] : [],
    );
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('does nothing for an unknown id or one that is not possible now', () => {
    const before = store.documentStore.getState();
    performById('nothing.of.the.kind');
    performById('edit.undo');
    expect(store.documentStore.getState()).toBe(before);
  });

  it('walks the errors row by row and begins again after the last', () => {
    const rows = ['a', 'b'].map((key) => buildItem(key, { kind: 'formula', formula: '1 / 0' }));
    const broken = buildScenario(rows);
    store.openDocument({ documentId: 'e', name: null, scenario: broken, readOnly: false, savedAt: null });
    const visited = [1, 2, 3].map(() => {
      performById('go.nextError');
      return sessionStore.getState().activeCell?.key;
    });
    expect(visited).toEqual(['a', 'b', 'a']);
  });
});
