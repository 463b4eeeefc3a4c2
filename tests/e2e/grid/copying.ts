import { expect } from 'vitest';
import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME, type Sheet } from './sheet.ts';

const DIALOG = '.ui-dialog';

/** Puts a text on the clipboard and pastes it where the cursor is. */
async function paste(sheet: Sheet, text: string, html?: string): Promise<void> {
  await sheet.putOnClipboard(html === undefined ? { text } : { text, html });
  await sheet.press('Control+v');
}

async function pasteWithChoices(sheet: Sheet, text: string): Promise<void> {
  await sheet.putOnClipboard({ text });
  await sheet.press('Control+Alt+v', 'Control+v');
}

/** The reasons that the preview gives, cell by cell. */
async function reasons(sheet: Sheet): Promise<string> {
  await sheet.sees(DIALOG);
  return sheet.page.locator(DIALOG).innerText();
}

/** Accepts what can be written. */
async function accept(sheet: Sheet): Promise<void> {
  await sheet.page.locator(`${DIALOG} .ui-button--primary`).click();
  await sheet.seesNot(DIALOG);
}

async function choose(sheet: Sheet, number: number): Promise<void> {
  await sheet.page.locator(`${DIALOG} input[type="checkbox"]`).nth(number).check();
}

export const COPYING: readonly Behaviour[] = [
  behaviour('B-070', 'Ctrl+C copies text and HTML with every digit', async (sheet) => {
    await sheet.type('1/3');
    await sheet.press('Escape');
    await sheet.type('=');
    await sheet.press('Escape');
    await sheet.type('10.123456789');
    await sheet.press('Enter', 'ArrowUp', 'Shift+Later', 'Control+c');
    expect((await sheet.copied()).text).toBe('10.123456789\t20');
    expect((await sheet.copied()).html).toContain('10.123456789');
  }),
  behaviour('B-071', 'what was copied is marked', async (sheet) => {
    await sheet.press('Shift+Later', 'Control+c');
    await expect.poll(() => sheet.page.locator('.grid-copied').count()).toBe(2);
  }),
  behaviour('B-072', 'Escape takes the mark away, and the cells stay on the clipboard', async (sheet) => {
    await sheet.press('Control+c', 'Escape');
    await sheet.seesNot('.grid-copied');
    await sheet.click('empty[2026Q1]');
    await sheet.press('Control+v');
    await sheet.shows('empty[2026Q1]', '10.0');
  }),
  behaviour('B-073', 'labels are copied as text with their row', async (sheet) => {
    await sheet.press('Home', 'Earlier', 'Shift+Later', 'Shift+Later', 'Control+c');
    expect((await sheet.copied()).text).toBe('price\t10\t20');
  }),
  behaviour('B-074', 'ranges of the same rows are copied as one table; others are refused', async (sheet) => {
    await sheet.click('price[2026Q3]', ['Control']);
    await sheet.press('Control+c');
    expect((await sheet.copied()).text).toBe('10\t30');
    await sheet.click('gaps[2026Q2]', ['Control']);
    await sheet.press('Control+c');
    await sheet.sees('.ui-toast, .grid-hint');
    expect((await sheet.copied()).text).toBe('10\t30');
  }),
  behaviour('B-075', 'headings are copied as blank cells', async (sheet) => {
    await sheet.click('users[2026Q1]');
    await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+c');
    expect((await sheet.copied()).text).toMatch(/^100\r?\n\r?\n4$/);
  }),
  behaviour('B-076', 'Ctrl+X copies and clears in one step', async (sheet) => {
    await sheet.press('Shift+Later', 'Control+x');
    await sheet.showsRow('price', ['', '']);
    expect((await sheet.copied()).text).toBe('10\t20');
    await sheet.undo();
    await sheet.showsRow('price', ['10.0', '20.0']);
  }),
  behaviour('B-077', 'Ctrl+V writes at once what fits, and shows first what does not', async (sheet) => {
    await paste(sheet, '11\t21');
    await sheet.showsRow('price', ['11.0', '21.0']);
    await paste(sheet, '12\tsoon');
    await sheet.sees(DIALOG);
    await sheet.press('Escape');
    await sheet.showsRow('price', ['11.0', '21.0']);
  }),
  behaviour('B-078', 'one cell fills a range', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+Later');
    await paste(sheet, '7');
    await sheet.showsRow('price', ['7.0', '7.0', '7.0', '40.0']);
  }),
  behaviour('B-079', 'a range of whole multiples is filled with repeats', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+Later', 'Shift+Later');
    await paste(sheet, '1\t2');
    await sheet.showsRow('price', ['1.0', '2.0', '1.0', '2.0', '50.0'].slice(0, 4));
  }),
  behaviour('B-080', 'into any other range it goes once, from the first cell', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+Later');
    await paste(sheet, '1\t2');
    await sheet.showsRow('price', ['1.0', '2.0', '30.0']);
  }),
  behaviour('B-081', 'cells beyond the edge are named, and the rest can be pasted', async (sheet) => {
    await sheet.click('price[2027Q4]');
    await paste(sheet, '1\t2\t3');
    await reasons(sheet);
    await accept(sheet);
    await sheet.shows('price[2027Q4]', '1.0');
  }),
  behaviour('B-082', 'text for a number cell is refused with the reason', async (sheet) => {
    await paste(sheet, 'high\t5');
    expect(await reasons(sheet)).toContain('price[2026Q1]');
    await accept(sheet);
    await sheet.showsRow('price', ['10.0', '5.0']);
  }),
  behaviour('B-083', '3/4 and 12-Mar are never dates', async (sheet) => {
    await paste(sheet, '3/4\t12-Mar\t5');
    const text = await reasons(sheet);
    expect(text).toContain('3/4');
    expect(text).toContain('12-Mar');
    await accept(sheet);
    await sheet.showsRow('price', ['10.0', '20.0', '5.0']);
  }),
  behaviour('B-084', 'numbers are read as analysts write them', async (sheet) => {
    await paste(sheet, '(1,234.5)\t1.5bn\t٣٬٤٥٠\t1\u00a0234');
    await sheet.showsRow('price', ['(1,234.5)', '1.5', '3,450.0', '1,234.0']);
  }),
  behaviour('B-085', 'n.m. and a dash are blank, and said', async (sheet) => {
    await paste(sheet, 'n.m.\t–\t5');
    expect(await reasons(sheet)).toContain('n.m.');
    await accept(sheet);
    await sheet.showsRow('price', ['', '', '5.0']);
  }),
  behaviour('B-086', 'footnote marks are left out, and said', async (sheet) => {
    await paste(
      sheet,
      '6,612¹\t6,612 (1)',
      '<table><tr><td>6,612<sup>1</sup></td><td>6,612 (1)</td></tr></table>',
    );
    expect(await reasons(sheet)).toContain('6,612');
    await accept(sheet);
    await sheet.showsRow('price', ['6,612.0', '6,612.0', '30.0']);
  }),
  behaviour(
    'B-087',
    'a currency sign or parenthesis in its own column is joined to its number',
    async (sheet) => {
      await paste(
        sheet,
        '$\t5\t\t(\t7\t)',
        '<table><tr><td>$</td><td>5</td><td></td><td>(</td><td>7</td><td>)</td></tr><tr><td>$</td><td>1</td><td></td><td>(</td><td>2</td><td>)</td></tr></table>',
      );
      if ((await sheet.page.locator(DIALOG).count()) > 0) await accept(sheet);
      await sheet.showsRow('price', ['5.0', '(7.0)', '30.0']);
      await sheet.showsRow('volume', ['1.0', '(2.0)', '3.0']);
    },
  ),
  behaviour('B-088', 'a merged cell holds its text first, the rest is blank', async (sheet) => {
    await sheet.click('empty[2026Q1]');
    await paste(sheet, '4\t\t6', '<table><tr><td colspan="2">4</td><td>6</td></tr></table>');
    if ((await sheet.page.locator(DIALOG).count()) > 0) await accept(sheet);
    await sheet.showsRow('empty', ['4.0', '', '6.0']);
  }),
  behaviour('B-089', 'a formula stays unless values are to be typed over it', async (sheet) => {
    await sheet.click('total[2026Q1]');
    await paste(sheet, '5\t6');
    await reasons(sheet);
    await sheet.page.locator(`${DIALOG} input[type="checkbox"]`).nth(2).check();
    await accept(sheet);
    await sheet.showsRow('total', ['5.0', '6.0', '33.0']);
  }),
  behaviour('B-090', 'a value typed over a formula is named before it is replaced', async (sheet) => {
    await sheet.click('total[2026Q1]');
    await sheet.type('99');
    await sheet.press('Enter');
    await sheet.click('total[2026Q1]');
    await paste(sheet, '5');
    expect(await reasons(sheet)).toContain('total[2026Q1]');
    await accept(sheet);
    await sheet.shows('total[2026Q1]', '5.0');
  }),
  behaviour('B-091', 'year columns are locked; quarters can run on over them', async (sheet) => {
    await sheet.click('price[2026Q4]');
    await paste(sheet, '1\t2\t3');
    await reasons(sheet);
    await choose(sheet, 1);
    await accept(sheet);
    await sheet.showsRow('price', ['1.0', '2.0', '3.0', '70.0'], '2026Q4');
  }),
  behaviour('B-092', 'of two values for one cell the first counts, and another is named', async (sheet) => {
    await sheet.click('fixed[2026Q1]');
    await paste(sheet, '4\t5');
    await reasons(sheet);
    await accept(sheet);
    await sheet.shows('fixed[2026Q2]', '4.0');
  }),
  behaviour('B-093', 'blanks blank typed values', async (sheet) => {
    await paste(sheet, '1\t\t3');
    if ((await sheet.page.locator(DIALOG).count()) > 0) await accept(sheet);
    await sheet.showsRow('price', ['1.0', '', '3.0']);
  }),
  behaviour('B-094', 'Ctrl+Shift+V pastes values only', async (sheet) => {
    await sheet.click('total[2026Q1]');
    await sheet.press('Control+c');
    await sheet.click('empty[2026Q1]');
    await sheet.press('Control+Shift+v');
    await sheet.shows('empty[2026Q1]', '11.0');
  }),
  behaviour('B-095', 'Ctrl+Alt+V lets the next paste show its choices', async (sheet) => {
    await pasteWithChoices(sheet, '5');
    await sheet.sees(DIALOG);
    await sheet.press('Escape');
    await sheet.shows(HOME, '10.0');
  }),
  behaviour('B-096', 'rows and columns can be exchanged', async (sheet) => {
    await pasteWithChoices(sheet, '5\r\n6');
    await sheet.sees(DIALOG);
    await choose(sheet, 0);
    await accept(sheet);
    await sheet.showsRow('price', ['5.0', '6.0']);
  }),
  behaviour(
    'B-097',
    'a formula copied within its row changes nothing, and a typed value over it goes',
    async (sheet) => {
      await sheet.click('total[2026Q2]');
      await sheet.type('99');
      await sheet.press('Enter');
      await sheet.click('total[2026Q1]');
      await sheet.press('Control+c');
      await sheet.click('total[2026Q2]');
      await sheet.press('Control+v');
      if ((await sheet.page.locator(DIALOG).count()) > 0) await accept(sheet);
      await sheet.shows('total[2026Q2]', '22.0');
    },
  ),
  behaviour('B-098', 'a formula copied to another row becomes its formula, after a look', async (sheet) => {
    await sheet.click('total[2026Q1]');
    await sheet.press('Control+c');
    await sheet.click('spare[2026Q1]');
    await sheet.press('Control+v');
    await reasons(sheet);
    await choose(sheet, 0);
    await accept(sheet);
    await sheet.showsRow('spare', ['11.0', '22.0', '33.0', '44.0']);
  }),
  behaviour('B-099', 'several formula rows copied elsewhere land as values', async (sheet) => {
    await sheet.click('total[2026Q1]');
    await sheet.press('Shift+ArrowDown', 'Control+c');
    await sheet.click('price[2026Q1]');
    await sheet.press('Control+v');
    if ((await sheet.page.locator(DIALOG).count()) > 0) await accept(sheet);
    await sheet.shows(HOME, '11.0');
    await sheet.shows('volume[2026Q1]', '22.0');
  }),
  behaviour('B-100', 'a paste is undone in one step', async (sheet) => {
    await paste(sheet, '1\t2\r\n3\t4');
    await sheet.showsRow('volume', ['3.0', '4.0']);
    await sheet.undo();
    await sheet.showsRow('price', ['10.0', '20.0']);
    await sheet.showsRow('volume', ['1.0', '2.0']);
  }),
  behaviour('B-101', 'leaving the preview writes nothing', async (sheet) => {
    await paste(sheet, '5\tsoon');
    await sheet.sees(DIALOG);
    await sheet.press('Escape');
    await sheet.seesNot(DIALOG);
    await sheet.showsRow('price', ['10.0', '20.0']);
  }),
  behaviour('B-102', '1.234,5 can be read as such', async (sheet) => {
    await pasteWithChoices(sheet, '1.234,5');
    await sheet.sees(DIALOG);
    await sheet.page.locator(`${DIALOG} input[type="checkbox"]`).last().check();
    await accept(sheet);
    await sheet.shows(HOME, '1,234.5');
  }),
];
