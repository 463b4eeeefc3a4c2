import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeDocument, newDocument, openDocument, saveDocument } from '#renderer/actions/files.ts';
import { listenToShortcuts } from '#renderer/actions/keyboard.ts';
import { Dialogs } from '#renderer/panels/dialogs.tsx';
import { Toolbar } from '#renderer/panels/toolbar.tsx';
import { documentStore } from '#renderer/store/document-store.ts';
import { addPending, dispatch, dropPending } from '#renderer/store/hooks.ts';
import { buildItem, buildScenario, constant } from '#tests/support/builders.ts';
import { type FakeMain, failure, installFakeMain } from '#tests/support/fake-main.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

const scenario = buildScenario([buildItem('a', constant(1))]);
const other = buildScenario([buildItem('b', constant(2))]);
const opened = { documentId: 'o', name: 'other.scenario', scenario: other, readOnly: false, savedAt: null };
let main: FakeMain;
const routes = () => main.asked.map((one) => one.route);
const edit = (value: number) =>
  act(() => {
    dispatch({ type: 'setCells', cells: [{ key: 'a', at: null, value }], caseId: null });
  });

beforeEach(() => {
  main = installFakeMain(opened);
  startSession(scenario);
});

describe('what is still being typed', () => {
  const typed = (enter: () => boolean) => {
    const entry = { enter };
    addPending(entry);
    return () => dropPending(entry);
  };

  // Catches: a file that says "Saved" without the number on the screen.
  it('is entered before a save', async () => {
    const end = typed(() => {
      dispatch({ type: 'setCells', cells: [{ key: 'a', at: null, value: 9 }], caseId: null });
      return true;
    });
    await act(() => saveDocument());
    end();
    const saved = main.asked.find((one) => one.route === 'documentSave')?.request as {
      scenario: typeof scenario;
    };
    expect(saved.scenario.items['a']?.content).toEqual(constant(9));
  });

  it('stops a save, and another case, when it is refused', async () => {
    const end = typed(() => false);
    expect(await act(() => saveDocument())).toBe(false);
    expect(routes()).not.toContain('documentSave');
    end();
  });

  it('makes closing ask', async () => {
    const end = typed(() => true);
    main.answer('askToSave', { ok: true, data: 'cancel' });
    await act(() => closeDocument());
    end();
    expect(routes()).toContain('askToSave');
    expect(documentStore.getState().documentId).not.toBeNull();
  });
});

describe('saving', () => {
  it('says in words what state the file is in', async () => {
    show(<Toolbar />);
    const state = () => screen.getByRole('status').textContent;
    expect(state()).toMatch(/^Saved \d\d:\d\d$/);
    edit(5);
    expect(state()).toBe('Not saved');
    await act(() => saveDocument());
    expect(state()).toMatch(/^Saved/);
    edit(6);
    main.answer('documentSave', failure('disk-full'));
    await act(() => saveDocument());
    expect(state()).toBe('Could not save');
  });

  it('offers the way that loses nothing first when the file changed on disk', async () => {
    show(<Dialogs />);
    edit(5);
    main.answer('documentSave', failure('changed-on-disk'));
    await act(() => saveDocument());
    const dialog = screen.getByRole('dialog', { name: 'The file changed on disk' });
    expect(document.activeElement?.textContent).toBe('Save mine as a copy');
    expect(await axeProblems()).toEqual([]);
    await person.keyboard('{Escape}');
    expect(dialog.isConnected).toBe(false);
    expect(routes().filter((route) => route.startsWith('documentSave'))).toEqual(['documentSave']);
  });

  it('overwrites only when told to', async () => {
    show(<Dialogs />);
    main.answer('documentSave', failure('changed-on-disk'));
    await act(() => saveDocument());
    await person.click(screen.getByRole('button', { name: 'Overwrite the file' }));
    const saves = main.asked.filter((one) => one.route === 'documentSave').map((one) => one.request);
    expect(saves).toMatchObject([{ overwriteChanged: false }, { overwriteChanged: true }]);
  });

  it('asks for a place when the document has no file', async () => {
    act(() => documentStore.setState((state) => ({ file: { ...state.file, name: null } })));
    await act(() => saveDocument());
    expect(routes()).toContain('documentSaveAs');
  });
});

describe('leaving a document with unsaved work', () => {
  it('keeps it when the person cancels', async () => {
    edit(5);
    await act(() => openDocument());
    expect(routes()).toContain('askToSave');
    expect(routes()).not.toContain('documentOpen');
    expect(documentStore.getState().documentId).toBe('d');
  });

  it('keeps it when saving first fails', async () => {
    edit(5);
    main.answer('askToSave', { ok: true, data: 'save' });
    main.answer('documentSave', failure('disk-full'));
    await act(() => closeDocument());
    expect(documentStore.getState().documentId).toBe('d');
  });

  it('opens the other and lets go of the former when it may be lost', async () => {
    edit(5);
    main.answer('askToSave', { ok: true, data: 'discard' });
    await act(() => newDocument('blank'));
    expect(documentStore.getState().scenario).toBe(other);
    expect(main.asked).toContainEqual({ route: 'documentClose', request: { documentId: 'd' } });
  });

  it('does not ask about saved work', async () => {
    await act(() => openDocument());
    expect(routes()).not.toContain('askToSave');
  });
});

it('keeps the open document and says why when another cannot be opened', async () => {
  show(<Dialogs />);
  main.answer('documentOpen', failure('document-missing'));
  await act(() => openDocument());
  expect(screen.getByRole('dialog').textContent).toContain('not where it was');
  expect(documentStore.getState().documentId).toBe('d');
});

describe('shortcuts', () => {
  it('works by the place of keys, leaves text fields their own undo, and rests behind a dialog', async () => {
    const end = listenToShortcuts(window);
    show(
      <>
        <input aria-label="field" />
        <Dialogs />
      </>,
    );
    edit(5);
    const press = (target: Element, code: string, key: string) =>
      act(() =>
        target.dispatchEvent(
          new KeyboardEvent('keydown', { code, key, ctrlKey: true, bubbles: true, cancelable: true }),
        ),
      );
    await press(screen.getByLabelText('field'), 'KeyZ', 'z');
    expect(documentStore.getState().history.past).toHaveLength(1);
    await press(document.body, 'KeyZ', 'ئ');
    expect(documentStore.getState().history.past).toHaveLength(0);
    await press(document.body, 'KeyK', 'ن');
    await waitFor(() => screen.getByRole('dialog'));
    await press(document.body, 'KeyY', 'غ');
    expect(documentStore.getState().history.past).toHaveLength(0);
    end();
  });
});
