import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BEHAVIOURS } from '#tests/e2e/grid/behaviours.ts';

// Catches: a promise that nothing tries, and two promises under one name.
it('docs/grid-behaviour.md names each behaviour once, and each is tried in the built program', () => {
  const rows = readFileSync('docs/grid-behaviour.md', 'utf8').matchAll(/^\| (B-\d+) \|/gm);
  const named = [...rows].map(([, id]) => id);
  expect(new Set(named).size).toBe(named.length);
  expect([...new Set(BEHAVIOURS.map(({ id }) => id))].sort()).toEqual([...named].sort());
});
