import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BaseWindow, Dialog } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDialogs } from '#main/dialogs.ts';
import { DocumentDesk } from '#main/document-desk.ts';
import { type DocumentContext, documentHandlers, openPath } from '#main/ipc/document-handlers.ts';
import { scenarioFiles } from '#main/scenario-files.ts';
import { firstState, type Remembered, rememberedSchema, withRecent } from '#main/settings.ts';
import { openStateFile, type StateFile } from '#main/state-file.ts';
import { mainTexts } from '#main/texts.ts';
import type { AnswerOf, Route } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/errors.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildItem, buildScenario, constant } from '#tests/support/builders.ts';

/** Stands in for the operating system's dialogs: answers in order, cancels when it has none left. */
class ScriptedDialogs {
  readonly paths: string[] = [];
  readonly buttons: number[] = [];
  readonly asked: object[] = [];

  readonly native = {
    showOpenDialog: async (_window: unknown, options: object) => {
      this.asked.push(options);
      const path = this.paths.shift();
      return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] };
    },
    showSaveDialog: async (_window: unknown, options: object) => {
      this.asked.push(options);
      const path = this.paths.shift();
      return { canceled: path === undefined, filePath: path ?? '' };
    },
    showMessageBox: async (_window: unknown, options: { cancelId: number }) => {
      this.asked.push(options);
      return { response: this.buttons.shift() ?? options.cancelId, checkboxChecked: false };
    },
  } as unknown as Dialog;
}

const scenario: Scenario = buildScenario([buildItem('price', constant(1))]);
const edited: Scenario = buildScenario([buildItem('price', constant(2))]);

let folder: string;
let script: ScriptedDialogs;
let remembered: StateFile<Remembered>;
let context: DocumentContext;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-desk-'));
  script = new ScriptedDialogs();
  remembered = await openStateFile({
    path: join(folder, 'remembered.json'),
    schema: rememberedSchema,
    fallback: firstState('en'),
    write: async (path, bytes) => writeFileSync(path, bytes),
    report: (error) => {
      throw error;
    },
  });
  context = {
    desk: new DocumentDesk(scenarioFiles('resources', '0.0.0')),
    dialogs: createDialogs({
      dialog: script.native,
      window: () => ({}) as BaseWindow,
      texts: () => mainTexts('en'),
      startFolder: () => folder,
    }),
    remembered,
    documentsFolder: () => folder,
  };
});
afterEach(async () => {
  await remembered.settled();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<R extends keyof ReturnType<typeof documentHandlers>>(
  route: R,
  request: object,
): Promise<Reply<AnswerOf<R & Route>>> {
  const handle = documentHandlers(context)[route] as (request: object) => Promise<Reply<AnswerOf<R & Route>>>;
  return handle(request);
}

function answer<T>(reply: Reply<T>): NonNullable<T> {
  if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
  if (reply.data === null || reply.data === undefined) throw new Error('cancelled');
  return reply.data;
}

async function savedAs(name: string): Promise<{ documentId: string; path: string }> {
  const { documentId } = answer(await ask('documentNew', { template: 'blank' }));
  const path = join(folder, name);
  script.paths.push(path);
  answer(await ask('documentSaveAs', { documentId, scenario, suggestedName: name }));
  return { documentId, path };
}

describe('save', () => {
  it('of a new document asks where, then writes there without asking', async () => {
    const { documentId, path } = await savedAs('plan.scenario');
    const before = script.asked.length;
    const saved = answer(await ask('documentSave', { documentId, scenario: edited }));
    expect(saved).toMatchObject({ documentId, name: 'plan.scenario', durable: true });
    expect(script.asked.length).toBe(before);
    expect(answer(await openPath(context, path)).scenario).toEqual(edited);
  });

  it('that is cancelled answers null and leaves the document as it was', async () => {
    const { documentId } = answer(await ask('documentNew', { template: 'blank' }));
    expect(await ask('documentSave', { documentId, scenario })).toEqual({ ok: true, data: null });
    expect(context.desk.find(documentId)?.path).toBeNull();
  });

  // Otherwise the second writer silently throws away what the first one wrote.
  it('refuses when someone else wrote the file, and writes when told to', async () => {
    const { documentId, path } = await savedAs('plan.scenario');
    const theirs = `${readFileSync(path, 'utf8').slice(0, -1)} \n`;
    writeFileSync(path, theirs);
    const refused = await ask('documentSave', { documentId, scenario: edited });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'changed-on-disk', params: { name: 'plan.scenario' } },
    });
    expect(readFileSync(path, 'utf8')).toBe(theirs);
    answer(await ask('documentSave', { documentId, scenario: edited, overwriteChanged: true }));
    expect(answer(await openPath(context, path)).scenario).toEqual(edited);
    answer(await ask('documentSave', { documentId, scenario }));
  });

  it('refuses a scenario that breaks a rule, names the place, and touches nothing', async () => {
    const { documentId, path } = await savedAs('plan.scenario');
    const before = readFileSync(path);
    const broken = { ...scenario, surprise: 1 };
    expect(await ask('documentSave', { documentId, scenario: broken })).toMatchObject({
      ok: false,
      error: { code: 'key-unknown' },
    });
    expect(readFileSync(path)).toEqual(before);
  });

  it('adds the ending, and asks before it replaces the file that then stands there', async () => {
    const { documentId } = answer(await ask('documentNew', { template: 'blank' }));
    const path = join(folder, 'plan.scenario');
    writeFileSync(path, 'precious');
    script.paths.push(join(folder, 'plan'));
    expect(await ask('documentSave', { documentId, scenario })).toEqual({ ok: true, data: null });
    expect(readFileSync(path, 'utf8')).toBe('precious');
    script.paths.push(join(folder, 'plan'));
    script.buttons.push(0);
    answer(await ask('documentSave', { documentId, scenario }));
    expect(answer(await openPath(context, path)).scenario).toEqual(scenario);
  });

  it('of a document that was closed is refused', async () => {
    const { documentId } = await savedAs('plan.scenario');
    answer(await ask('documentSave', { documentId, scenario }));
    await ask('documentClose', { documentId });
    expect(await ask('documentSave', { documentId, scenario })).toMatchObject({
      ok: false,
      error: { code: 'document-not-open' },
    });
  });
});

describe('open', () => {
  it('answers name, state and scenario, but no path', async () => {
    const { path } = await savedAs('plan.scenario');
    script.paths.push(path);
    const opened = answer(await ask('documentOpen', {}));
    expect(opened).toMatchObject({ name: 'plan.scenario', readOnly: false, scenario });
    expect(JSON.stringify(opened)).not.toContain(folder);
  });

  it('says when a file may not be written', async () => {
    const { path } = await savedAs('plan.scenario');
    chmodSync(path, 0o444);
    expect(answer(await openPath(context, path)).readOnly).toBe(true);
  });

  it.each(['passwd', 'plan.scenario.txt', 'plan.json'])('refuses %s whatever is in it', async (name) => {
    const path = join(folder, name);
    writeFileSync(path, '{}');
    expect(await ask('documentOpenDropped', { path })).toMatchObject({
      ok: false,
      error: { code: 'not-a-scenario-file', params: { name } },
    });
  });

  it('refuses a folder and a damaged file by their names alone', async () => {
    writeFileSync(join(folder, 'broken.scenario'), '{"format":');
    const refused = await ask('documentOpenDropped', { path: join(folder, 'broken.scenario') });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'syntax', params: { name: 'broken.scenario' } },
    });
    expect(JSON.stringify(refused)).not.toContain(folder);
  });
});

describe('recent documents', () => {
  it('open by id; a missing one is said and dropped from the list', async () => {
    const { path } = await savedAs('plan.scenario');
    const [recent] = answer(await ask('recentDocuments', {}));
    expect(recent?.name).toBe('plan.scenario');
    expect(answer(await ask('documentOpenRecent', { id: recent?.id })).scenario).toEqual(scenario);
    rmSync(path);
    expect(await ask('documentOpenRecent', { id: recent?.id })).toMatchObject({
      ok: false,
      error: { code: 'document-missing', params: { name: 'plan.scenario' } },
    });
    expect(answer(await ask('recentDocuments', {}))).toEqual([]);
  });

  it('are there in the next start', async () => {
    remembered.update((state) => withRecent(state, '/x/plan.scenario'));
    await remembered.settled();
    expect(existsSync(join(folder, 'remembered.json'))).toBe(true);
    const next = await openStateFile({
      path: join(folder, 'remembered.json'),
      schema: rememberedSchema,
      fallback: firstState('en'),
      write: async () => {},
      report: () => {},
    });
    expect(next.current().recentPaths).toEqual(['/x/plan.scenario']);
  });

  it('are forgotten, not fatal, when their file is damaged', async () => {
    writeFileSync(join(folder, 'damaged.json'), '{"settings":');
    const state = await openStateFile({
      path: join(folder, 'damaged.json'),
      schema: rememberedSchema,
      fallback: firstState('ar'),
      write: async () => {},
      report: () => {},
    });
    expect(state.current()).toEqual(firstState('ar'));
  });
});

describe('a scenario of its own', () => {
  // Catches: an export that makes its file the one the document is saved to from now on.
  it('is written beside the open document, which stays where it is', async () => {
    const { documentId, path } = await savedAs('plan.scenario');
    script.paths.push(join(folder, 'alone.scenario'));
    const before = remembered.current().recentPaths;
    const written = answer(await ask('exportScenario', { scenario: edited, suggestedName: 'alone' }));
    expect(written).toEqual({ name: 'alone.scenario' });
    expect(context.desk.find(documentId)?.path).toBe(path);
    expect(remembered.current().recentPaths).toEqual(before);
    expect(answer(await openPath(context, path)).scenario).toEqual(scenario);
    expect(answer(await openPath(context, join(folder, 'alone.scenario'))).scenario).toEqual(edited);
  });

  // Catches: the whole document replaced by one of its cases, by its own name or by a link to it.
  it.each(['plan.scenario', 'link.scenario'])('never goes over an open document, as %s', async (name) => {
    const { path } = await savedAs('plan.scenario');
    symlinkSync(path, join(folder, 'link.scenario'));
    script.paths.push(join(folder, name));
    const refused = await ask('exportScenario', { scenario: edited, suggestedName: 'plan' });
    expect(refused).toEqual({ ok: false, error: { code: 'file-is-open-here', params: { name } } });
    expect(answer(await openPath(context, path)).scenario).toEqual(scenario);
  });

  it('that cannot be opened again is refused with the place', async () => {
    script.paths.push(join(folder, 'bad.scenario'));
    const broken = { ...edited, itemOrder: ['nothing'] };
    const refused = await ask('exportScenario', { scenario: broken, suggestedName: 'bad' });
    expect(refused.ok).toBe(false);
    expect(existsSync(join(folder, 'bad.scenario'))).toBe(false);
  });
});
