import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { programOfGroup } from '../harness.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { createSheet, type Sheet } from './sheet.ts';
import { writeSheetDocument } from './sheet-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-grid-'));
const document = writeSheetDocument(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['ltr', 'en'],
  ['rtl', 'ar'],
] as const)('the grid, %s', (direction, language) => {
  const program = programOfGroup({ document, args: [`--lang=${language}`] });
  let sheet: Sheet;
  beforeEach(async () => {
    const { app, page } = program();
    sheet = createSheet(app, page, direction);
    await sheet.reset();
  });

  it.each(BEHAVIOURS)('$id $what', ({ check }) => check(sheet));

  // Catches: styles or markup that the page's policy refuses, errors that nobody sees.
  it('leaves nothing in the console', () => {
    expect(program().complaints).toEqual([]);
  });
});

describe('docs/grid-behaviour.md', () => {
  it('names each behaviour once, and each is tried', () => {
    const named = [...readFileSync('docs/grid-behaviour.md', 'utf8').matchAll(/^\| (B-\d+) \|/gm)].map(
      ([, id]) => id,
    );
    expect(new Set(named).size).toBe(named.length);
    expect([...new Set(BEHAVIOURS.map(({ id }) => id))].sort()).toEqual([...named].sort());
  });
});
