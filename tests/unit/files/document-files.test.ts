import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument, writeDocument } from '#main/files/document-files.ts';
import { newScenario } from '#main/files/templates.ts';
import { checkScenario } from '#shared/format/check.ts';
import { scenarioToText } from '#shared/format/save.ts';
import { buildItem, buildScenario, byPeriod, constant } from '#tests/support/builders.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const scenario = buildScenario([buildItem('price', byPeriod(1, 2, 3))]);

async function saved(): Promise<string> {
  const path = join(temporaryFolder(), 'a b.scenario');
  await writeDocument(path, scenario, '0.1.0', null);
  return path;
}

async function codeOfReading(path: string): Promise<string> {
  const read = await readDocument(path);
  return read.ok ? 'read' : read.error.code;
}

describe('reading', () => {
  test('gives back what was written, with the stamp that a save expects', async () => {
    const path = await saved();
    const read = await readDocument(path);
    expect(read).toMatchObject({
      ok: true,
      value: { scenario, savedBy: '0.1.0', version: 1, readOnly: false },
    });
    const stamp = read.ok ? read.value.stamp : '';
    expect((await writeDocument(path, scenario, '0.1.0', stamp)).ok).toBe(true);
  });

  test('says when the file is read-only', async () => {
    const path = await saved();
    chmodSync(path, 0o444);
    expect(await readDocument(path)).toMatchObject({ ok: true, value: { readOnly: true } });
  });

  test('a missing file, a folder and a file that is none of ours are named', async () => {
    const folder = temporaryFolder();
    expect(await codeOfReading(join(folder, 'gone.scenario'))).toBe('file-missing');
    expect(await codeOfReading(folder)).toBe('not-a-regular-file');
    writeFileSync(join(folder, 'x.scenario'), '{"type": "excalidraw"}');
    expect(await codeOfReading(join(folder, 'x.scenario'))).toBe('not-a-scenario');
  });

  test.runIf(process.platform === 'linux')('a pipe is refused at once, not waited for', async () => {
    const path = join(temporaryFolder(), 'pipe.scenario');
    execFileSync('mkfifo', [path]);
    expect(await codeOfReading(path)).toBe('not-a-regular-file');
    expect(await codeOfReading('/dev/zero')).toBe('not-a-regular-file');
  });

  test('20 GiB are refused without being read', async () => {
    const path = join(temporaryFolder(), 'large.scenario');
    writeFileSync(path, '');
    truncateSync(path, 20 * 1024 ** 3);
    const read = await readDocument(path);
    expect(read).toMatchObject({ ok: false, error: { code: 'file-too-large', params: { limit: 16 } } });
  });

  test.each(['truncated', 'newer', 'unknown key', 'hostile key', '1e400'])(
    '%s: refused, and the file is untouched',
    async (kind) => {
      const text = scenarioToText(scenario, '0.1.0');
      const damaged = {
        truncated: text.slice(0, 200),
        newer: text.replace('"version": 1', '"version": 2'),
        'unknown key': text.replace('"company"', '"firm"'),
        'hostile key': text.replace('"company"', '"__proto__": {}, "company"'),
        '1e400': text.replace('[1, 2, 3]', '[1e400]'),
      }[kind];
      const path = join(temporaryFolder(), 'a.scenario');
      writeFileSync(path, damaged ?? '');
      expect(await codeOfReading(path)).not.toBe('read');
      expect(readFileSync(path, 'utf8')).toBe(damaged);
    },
  );
});

describe('writing', () => {
  test('a scenario that could not be opened again replaces nothing', async () => {
    const path = await saved();
    const before = readFileSync(path, 'utf8');
    const broken = buildScenario([buildItem('price', constant(Number.NaN))]);
    const dangling = buildScenario([buildItem('price', constant(1), { facts: ['gone'] })]);
    expect(await writeDocument(path, broken, '0.1.0', null)).toMatchObject({
      ok: false,
      error: { code: 'cell-value-invalid' },
    });
    expect(await writeDocument(path, dangling, '0.1.0', null)).toMatchObject({
      ok: false,
      error: { code: 'fact-unknown' },
    });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test('a scenario above the size limit is not written, since it could not be opened', async () => {
    const note = 'n'.repeat(60_000);
    const rows = Array.from({ length: 300 }, (_, at) => buildItem(`r${at}`, constant(1), { note }));
    const path = join(temporaryFolder(), 'large.scenario');
    const written = await writeDocument(path, buildScenario(rows), '0.1.0', null);
    expect(written).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
    expect(existsSync(path)).toBe(false);
  });
});

test('opening removes our own leftovers older than a day, and nothing else', async () => {
  const path = await saved();
  const folder = join(path, '..');
  const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
  const files = {
    '.headroom-0123456789abcdef.tmp': old,
    '.headroom-fedcba9876543210.tmp': new Date(),
    '.headroom-notours.tmp': old,
    'notes.tmp': old,
  };
  for (const [name, time] of Object.entries(files)) {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), time, time);
  }
  await readDocument(path);
  expect(readdirSync(folder).sort()).toEqual([
    '.headroom-fedcba9876543210.tmp',
    '.headroom-notours.tmp',
    'a b.scenario',
    'notes.tmp',
  ]);
});

describe('templates', () => {
  const resources = join(import.meta.dirname, '../../../resources');

  test.each(['openai', 'blank'] as const)('%s is a scenario that can be saved', async (template) => {
    const scenarioOf = await newScenario(template, resources, '2026-11-25');
    expect(scenarioOf.ok && checkScenario(scenarioOf.value).ok).toBe(true);
  });

  test('a blank one begins in the current year', async () => {
    const blank = await newScenario('blank', resources, '2031-11-25');
    expect(blank.ok && blank.value.timeline).toMatchObject({ start: '2031Q1', asOf: '2031-11-25' });
  });
});
