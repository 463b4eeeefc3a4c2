import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME } from './sheet.ts';

export const CLEARING: readonly Behaviour[] = [
  behaviour(
    'B-060',
    'Delete clears a typed value; over a formula it brings the formula back',
    async (sheet) => {
      await sheet.press('Delete');
      await sheet.shows(HOME, '');
      await sheet.click('total[2026Q2]');
      await sheet.type('99');
      await sheet.press('Enter');
      await sheet.shows('total[2026Q2]', '99.0');
      await sheet.click('total[2026Q2]');
      await sheet.press('Delete');
      await sheet.shows('total[2026Q2]', '22.0');
    },
  ),
  behaviour('B-061', 'Delete on a range clears it in one step, and formulas stay', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+ArrowDown', 'Delete');
    await sheet.showsRow('price', ['', '', '30.0']);
    await sheet.showsRow('volume', ['', '', '3.0']);
    await sheet.undo();
    await sheet.showsRow('price', ['10.0', '20.0', '30.0']);
    await sheet.showsRow('volume', ['1.0', '2.0', '3.0']);
  }),
  behaviour('B-062', 'Delete where nothing can be cleared says why', async (sheet) => {
    await sheet.click('total[2026Q2]');
    await sheet.press('Delete');
    await sheet.shows('total[2026Q2]', '22.0');
    await sheet.sees('.grid-hint');
  }),
  behaviour('B-063', 'Backspace clears the cell and edits', async (sheet) => {
    await sheet.press('Backspace');
    await sheet.sees('.grid-editor');
    await sheet.type('7');
    await sheet.press('Enter');
    await sheet.shows(HOME, '7.0');
  }),
];
