import { expect } from 'vitest';
import { cell } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME, type Sheet } from './sheet.ts';
import { goTo, words, writeComment, writeNote } from './steps.ts';

const CARD = '.grid-card';
const TEXT = '.comment-text';
const POLL = { timeout: 4000, interval: 15 } as const;

/** Where a mark stands in its cell: distances of its sides from those of the cell, in px. */
async function placeOf(sheet: Sheet, name: string, mark: string) {
  const one = cell(sheet.page, name).locator(`.grid-mark-${mark}`);
  await expect.poll(() => one.count(), POLL).toBe(1);
  return one.evaluate((element) => {
    const [inner, outer] = [
      element.getBoundingClientRect(),
      element.closest('.ag-cell')?.getBoundingClientRect(),
    ];
    if (!outer) throw new Error('The mark is in no cell');
    return {
      left: inner.left - outer.left,
      right: outer.right - inner.right,
      top: inner.top - outer.top,
      bottom: outer.bottom - inner.bottom,
    };
  });
}

async function hasNoMark(sheet: Sheet, name: string, mark: string): Promise<void> {
  await expect.poll(() => cell(sheet.page, name).locator(`.grid-mark-${mark}`).count(), POLL).toBe(0);
}

/** Look of a cell and of the corner or bar drawn before its value. */
function lookOf(sheet: Sheet, name: string) {
  return cell(sheet.page, name).evaluate((element) => {
    const [own, before] = [getComputedStyle(element), getComputedStyle(element, '::before')];
    const { content, left, top, bottom, width, height } = before;
    const triangle = before.borderLeftColor;
    return {
      wash: own.backgroundColor,
      colour: own.color,
      content,
      left,
      top,
      bottom,
      width,
      height,
      triangle,
    };
  });
}

async function says(sheet: Sheet, name: string, text: string): Promise<void> {
  await expect.poll(() => cell(sheet.page, name).getAttribute('aria-label'), POLL).toContain(text);
}

async function hasClass(sheet: Sheet, name: string, wanted: string, there = true): Promise<void> {
  const has = () => cell(sheet.page, name).evaluate((one, of) => one.classList.contains(of), wanted);
  await expect.poll(has, POLL).toBe(there);
}

async function openComment(sheet: Sheet, text: string): Promise<void> {
  await sheet.press('Shift+F2');
  await sheet.sees(`${TEXT}:focus`);
  expect(await sheet.page.inputValue(TEXT)).toBe(text);
}

const ON_CELLS: readonly Behaviour[] = [
  behaviour(
    'B-350',
    'a value typed over a formula has a wash, a colour and a corner at the top left',
    async (sheet) => {
      await sheet.click('total[2026Q2]');
      await sheet.type('99');
      await sheet.press('Enter');
      await sheet.click(HOME);
      await hasClass(sheet, 'total[2026Q2]', 'grid-override');
      const [typed, plain] = [await lookOf(sheet, 'total[2026Q2]'), await lookOf(sheet, 'total[2026Q3]')];
      expect(typed).toMatchObject({ content: '""', left: '0px', top: '0px' });
      expect(typed.triangle).not.toBe('rgba(0, 0, 0, 0)');
      expect(plain.content).toBe('none');
      expect(typed.wash).not.toBe(plain.wash);
      expect(typed.colour).not.toBe(plain.colour);
      await says(sheet, 'total[2026Q2]', words(sheet, 'grid:mark.base'));
    },
  ),
  behaviour('B-351', 'what the case changes has a wash, a colour and a bar at the left', async (sheet) => {
    await hasClass(sheet, 'price[2026Q2]', 'grid-case', false);
    await sheet.showCase('high');
    await hasClass(sheet, 'price[2026Q2]', 'grid-case');
    await hasClass(sheet, 'price[2026Q3]', 'grid-case', false);
    const [changed, plain] = [await lookOf(sheet, 'price[2026Q2]'), await lookOf(sheet, 'price[2026Q3]')];
    expect(changed).toMatchObject({ content: '""', left: '0px', top: '0px', bottom: '0px', width: '3px' });
    expect(plain.content).toBe('none');
    expect(changed.wash).not.toBe(plain.wash);
    expect(changed.colour).not.toBe(plain.colour);
    await says(sheet, 'price[2026Q2]', words(sheet, 'grid:mark.case'));
  }),
  behaviour('B-352', 'a comment has a corner at the top right', async (sheet) => {
    await sheet.click('price[2026Q2]');
    await writeComment(sheet, 'ask Ada');
    await sheet.click(HOME);
    const place = await placeOf(sheet, 'price[2026Q2]', 'comment');
    expect(place.right).toBeLessThan(3);
    expect(place.top).toBeLessThan(3);
    expect(place.left).toBeGreaterThan(20);
    await hasNoMark(sheet, 'price[2026Q3]', 'comment');
    await says(sheet, 'price[2026Q2]', words(sheet, 'grid:mark.comment', { text: 'ask Ada' }));
  }),
  behaviour('B-353', 'a cell about which sources disagree has a dot at the top left', async (sheet) => {
    await goTo(sheet, 'disputed[2026Q2]');
    const place = await placeOf(sheet, 'disputed[2026Q1]', 'conflict');
    expect(place.left).toBeLessThan(8);
    expect(place.top).toBeLessThan(8);
    await hasNoMark(sheet, 'disputed[2026Q2]', 'conflict');
    await says(sheet, 'disputed[2026Q1]', words(sheet, 'grid:mark.conflict'));
    await sheet.showCase('early');
    await hasNoMark(sheet, 'disputed[2026Q1]', 'conflict');
  }),
  behaviour(
    'B-354',
    'a number without a report in a reported period has a dash at the bottom left',
    async (sheet) => {
      await hasNoMark(sheet, 'volume[2026Q1]', 'estimate');
      await sheet.showCase('late');
      const place = await placeOf(sheet, 'volume[2026Q1]', 'estimate');
      expect(place.left).toBeLessThan(8);
      expect(place.bottom).toBeLessThan(8);
      await hasNoMark(sheet, 'volume[2026Q2]', 'estimate');
      await hasNoMark(sheet, 'empty[2026Q1]', 'estimate');
      await says(sheet, 'volume[2026Q1]', words(sheet, 'grid:mark.estimate'));
      await goTo(sheet, 'reported[2026Q2]');
      await hasNoMark(sheet, 'reported[2026Q1]', 'estimate');
    },
  ),
  behaviour('B-355', 'a note on a row is an open square at the end of the label', async (sheet) => {
    await writeNote(sheet, 'gaps', 'ask again');
    const place = await placeOf(sheet, 'gaps[label]', 'note');
    const [end, start] = sheet.direction === 'ltr' ? [place.right, place.left] : [place.left, place.right];
    expect(end).toBeLessThan(12);
    expect(start).toBeGreaterThan(40);
    await hasNoMark(sheet, 'price[label]', 'note');
    await says(sheet, 'gaps[label]', words(sheet, 'grid:mark.note'));
  }),
  behaviour('B-356', 'the source column names a fact, an assumption, deals or a formula', async (sheet) => {
    await sheet.shows('price[source]', words(sheet, 'grid:source.assumed'));
    await sheet.shows('total[source]', 'ƒ');
    await goTo(sheet, 'dealt[2026Q1]');
    await sheet.shows('dealt[source]', words(sheet, 'grid:source.deals'));
    await sheet.shows('disputed[source]', 'S-3');
  }),
];

const CARDS: readonly Behaviour[] = [
  behaviour('B-357', 'the pointer over a marked cell shows all that is known of it', async (sheet) => {
    await goTo(sheet, 'disputed[2026Q1]');
    await writeComment(sheet, 'ask Ada');
    await cell(sheet.page, 'disputed[2026Q2]').hover();
    await cell(sheet.page, 'disputed[2026Q1]').hover();
    await sheet.sees(CARD);
    const card = await sheet.page.innerText(CARD);
    for (const text of ['disputed[2026Q1]', '280', 'S-3, S-4', 'S-3: 280, S-4: 213', 'ask Ada'])
      expect(card).toContain(text);
    await goTo(sheet, 'total[2026Q1]');
    await sheet.type('99');
    await sheet.press('Enter');
    await cell(sheet.page, 'total[2026Q1]').hover();
    await expect
      .poll(() => sheet.page.locator(CARD).allInnerTexts(), POLL)
      .toEqual([expect.stringMatching(/total\[2026Q1\][\s\S]*99[\s\S]*= price \+ volume/)]);
  }),
  behaviour('B-358', 'F1 shows the same card without a pointer', async (sheet) => {
    await goTo(sheet, 'disputed[2026Q1]');
    await cell(sheet.page, 'disputed[2026Q1]').hover();
    await sheet.sees(CARD);
    const card = await sheet.page.innerText(CARD);
    await cell(sheet.page, 'later[2026Q3]').hover();
    await sheet.seesNot(CARD);
    await sheet.press('F1');
    await sheet.sees(CARD);
    expect(await sheet.page.innerText(CARD)).toBe(card);
  }),
];

const WRITING: readonly Behaviour[] = [
  behaviour(
    'B-359',
    'Shift+F2 opens the comment of the cell, on a label the note of the row',
    async (sheet) => {
      await openComment(sheet, '');
      await sheet.page.keyboard.insertText('ask Ada');
      await sheet.press('Control+Enter');
      await sheet.seesNot(TEXT);
      await openComment(sheet, 'ask Ada');
      await sheet.press('Escape');
      await sheet.seesNot(TEXT);
      await sheet.press('Home', 'Earlier');
      await sheet.isAt('price');
      await openComment(sheet, '');
      await sheet.page.keyboard.insertText('in dollars');
      await sheet.press('Control+Enter');
      await placeOf(sheet, 'price[label]', 'note');
      await placeOf(sheet, HOME, 'comment');
    },
  ),
  behaviour('B-360', 'Ctrl+Enter saves the comment, Escape leaves it as it was', async (sheet) => {
    await writeComment(sheet, 'ask Ada');
    await openComment(sheet, 'ask Ada');
    await sheet.page.fill(TEXT, 'ask Bo');
    await sheet.press('Escape');
    await sheet.sees('.ui-dialog-asks');
    await sheet.press('Escape');
    await sheet.seesNot(TEXT);
    await says(sheet, HOME, words(sheet, 'grid:mark.comment', { text: 'ask Ada' }));
  }),
  behaviour('B-361', 'a comment goes by its button, or by saving it blank', async (sheet) => {
    await writeComment(sheet, 'ask Ada');
    await placeOf(sheet, HOME, 'comment');
    await writeComment(sheet, ' ');
    await hasNoMark(sheet, HOME, 'comment');
    await sheet.undo();
    await placeOf(sheet, HOME, 'comment');
    await openComment(sheet, 'ask Ada');
    await sheet.page.locator('.ui-dialog-buttons button').first().click();
    await hasNoMark(sheet, HOME, 'comment');
  }),
  behaviour('B-362', 'Delete clears the cell and keeps its comment', async (sheet) => {
    await writeComment(sheet, 'ask Ada');
    await sheet.press('Delete');
    await sheet.shows(HOME, '');
    await placeOf(sheet, HOME, 'comment');
  }),
  behaviour('B-363', 'n.a. is a blank with the word as its comment, in one step', async (sheet) => {
    await sheet.type('n.a.');
    await sheet.press('Enter');
    await sheet.shows(HOME, '');
    await says(sheet, HOME, words(sheet, 'grid:mark.comment', { text: 'n.a.' }));
    await sheet.undo();
    await sheet.shows(HOME, '10.0');
    await hasNoMark(sheet, HOME, 'comment');
  }),
  behaviour('B-364', 'a comment belongs to the cell in every case', async (sheet) => {
    await sheet.click('price[2026Q2]');
    await writeComment(sheet, 'ask Ada');
    await sheet.showCase('high');
    await sheet.shows('price[2026Q2]', '25.0');
    await says(sheet, 'price[2026Q2]', words(sheet, 'grid:mark.comment', { text: 'ask Ada' }));
  }),
];

export const MARKS: readonly Behaviour[] = [...ON_CELLS, ...CARDS, ...WRITING];
