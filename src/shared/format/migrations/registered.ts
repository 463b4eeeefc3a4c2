import type { Migration } from './migration.ts';

/** In order of versions. Version 1 is the first, so that nothing leads to it. */
export const MIGRATIONS: readonly Migration[] = [];
