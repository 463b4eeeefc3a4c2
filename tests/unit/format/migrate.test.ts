import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertComplete, migrate } from '#shared/format/migrate.ts';
import type { Migration } from '#shared/format/migrations/migration.ts';
import { MIGRATIONS } from '#shared/format/migrations/registered.ts';
import { openScenario, versionOf } from '#shared/format/open.ts';
import type { JsonObject } from '#shared/format/print-json.ts';
import { scenarioToText } from '#shared/format/save.ts';
import { FORMAT_VERSION } from '#shared/format/schema/scenario.ts';

const step = (to: number, name: string, key: string): Migration => ({
  to,
  name,
  migrate: (file) => ({ ...file, trail: [...((file['trail'] as string[] | undefined) ?? []), key] }),
});
const second = step(2, '0002-second', 'second');
const third = step(3, '0003-third', 'third');

describe('the way from an old version to the current one', () => {
  const plan = { current: 3, migrations: [second, third] };

  test.each([
    [1, ['second', 'third']],
    [2, ['third']],
    [3, undefined],
  ])('from version %d every step that is needed runs once, in order', (version, trail) => {
    const migrated = migrate({ version }, version, plan);
    expect(migrated.ok && migrated.value['trail']).toEqual(trail);
    expect(migrated.ok && migrated.value['version']).toBe(3);
  });

  test('the file given stays as it was', () => {
    const file: JsonObject = Object.freeze({ version: 1 });
    migrate(file, 1, plan);
    expect(file).toEqual({ version: 1 });
  });

  test('a step that cannot make sense of a file is a named error', () => {
    const broken: Migration = {
      to: 2,
      name: '0002-broken',
      migrate: () => {
        throw new TypeError('no rows');
      },
    };
    const migrated = migrate({ version: 1 }, 1, { current: 2, migrations: [broken] });
    expect(migrated).toMatchObject({
      ok: false,
      error: { code: 'migration-failed', params: { step: '0002-broken' } },
    });
  });

  test('a newer file is refused before any step', () => {
    const file = { format: 'headroom.scenario', version: 4, savedBy: '9.9.9' };
    expect(versionOf(file, 3)).toMatchObject({ ok: false, error: { code: 'version-newer' } });
  });
});

describe('the list of steps', () => {
  test.each([
    ['a gap', [second, step(4, '0004-fourth', '')]],
    ['one missing', [second]],
    ['one too many', [second, third, step(4, '0004-fourth', '')]],
    ['wrong order', [third, second]],
    ['a number in the name that is not its version', [second, step(3, '0004-third', '')]],
  ])('%s is noticed', (_name, migrations) => {
    expect(() => assertComplete({ current: 3, migrations })).toThrow();
  });

  test('the registered one leads to the current version', () => {
    expect(() => assertComplete({ current: FORMAT_VERSION, migrations: MIGRATIONS })).not.toThrow();
  });
});

describe('frozen samples', () => {
  const folder = join(import.meta.dirname, '../../fixtures/versions');
  const samples = readdirSync(folder).filter((name) => name.endsWith('.scenario'));
  const read = (name: string) => readFileSync(join(folder, name));

  test('there is one for every version, so that every registered step is run by a test', () => {
    const versions = samples.map((name) => Number(name.slice(0, 4)));
    expect([...new Set(versions)].sort()).toEqual(
      Array.from({ length: FORMAT_VERSION }, (_, index) => index + 1),
    );
  });

  test.each(samples)('%s opens', (name) => {
    const opened = openScenario(read(name));
    expect(opened.ok ? opened.value.version : opened.error).toBe(Number(name.slice(0, 4)));
  });

  test.each(samples.filter((name) => name.startsWith(String(FORMAT_VERSION).padStart(4, '0'))))(
    '%s is canonical: the way of writing has not changed unnoticed',
    (name) => {
      const bytes = read(name);
      const opened = openScenario(bytes);
      expect(opened.ok && scenarioToText(opened.value.scenario, opened.value.savedBy)).toBe(bytes.toString());
    },
  );
});
