import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startDisplay } from '../../../tools/display.mjs';
import { programOfGroup } from '../harness.ts';
import type { Behaviour } from './behaviour.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { createSheet, type Direction, type Sheet } from './sheet.ts';
import { writeSheetDocument } from './sheet-document.ts';

const LANGUAGES: Readonly<Record<Direction, string>> = { ltr: 'en', rtl: 'ar' };

/** Every so manieth behaviour is tried with the other tests, another one in each direction. */
const SAMPLE = 6;
const FIRST: Readonly<Record<Direction, number>> = { ltr: 0, rtl: 3 };

/** `npm run behaviours` tries all: they take longer than all other tests together. */
function chosen(direction: Direction): readonly Behaviour[] {
  if (process.env['HEADROOM_BEHAVIOURS'] === 'all') return BEHAVIOURS;
  return BEHAVIOURS.filter((_, index) => index % SAMPLE === FIRST[direction]);
}

/** Tries behaviours in one program, in one direction; each direction has a file, so that two can run at once. */
export function tryBehaviours(direction: Direction): void {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-grid-'));
  const document = writeSheetDocument(folder);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe(`the grid, ${direction}`, () => {
    // The other direction copies and pastes at the same time.
    const display = startDisplay({ own: true });
    afterAll(async () => (await display).stop());
    const program = programOfGroup(async () => ({
      document,
      args: [`--lang=${LANGUAGES[direction]}`],
      env: (await display).env,
    }));
    let sheet: Sheet;
    beforeEach(async () => {
      const { app, page } = program();
      sheet = createSheet(app, page, direction);
      await sheet.reset();
    });

    it.each(chosen(direction))('$id $what', ({ check }) => check(sheet));

    // Catches: styles or markup that the page's policy refuses, errors that nobody sees.
    it('leaves nothing in the console', () => {
      expect(program().complaints).toEqual([]);
    });
  });
}
