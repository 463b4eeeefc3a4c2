import { err, ok, type Result } from '#shared/util/result.ts';
import { type FormatError, formatError } from './format-error.ts';
import type { Migration } from './migrations/migration.ts';
import type { JsonObject } from './print-json.ts';

/** A version to reach, and the steps that lead there from version 1. */
export interface MigrationPlan {
  readonly current: number;
  readonly migrations: readonly Migration[];
}

/** Throws when a step is missing, twice there, out of order, or wrongly named: a mistake in the program. */
export function assertComplete({ current, migrations }: MigrationPlan): void {
  if (migrations.length !== current - 1) {
    throw new Error(`Version ${current} needs ${current - 1} migrations, not ${migrations.length}`);
  }
  for (const [index, migration] of migrations.entries()) {
    const to = index + 2;
    const number = String(to).padStart(4, '0');
    if (migration.to !== to || !migration.name.startsWith(`${number}-`)) {
      throw new Error(
        `Migration ${index + 1} must be ${number}-…, found ${migration.name} to ${migration.to}`,
      );
    }
  }
}

/** Brings a file of an older version to the current one, step by step. */
export function migrate(
  file: JsonObject,
  version: number,
  plan: MigrationPlan,
): Result<JsonObject, FormatError> {
  assertComplete(plan);
  let migrated = file;
  for (const migration of plan.migrations.slice(version - 1)) {
    try {
      migrated = { ...migration.migrate(migrated), version: migration.to };
    } catch {
      return err(formatError('migration-failed', undefined, { version, step: migration.name }));
    }
  }
  return ok(migrated);
}
