import { expect } from 'vitest';
import { menuBarActions } from '../../../tools/context-menus.mjs';
import { cell } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import { idsOf, inMenu } from './native-menus.ts';
import { DIALOG, FIELDS, field, follow, headOf, labelOf, numberOf, rowOf } from './row-driving.ts';
import { HOME, type Sheet } from './sheet.ts';

const POLL = { timeout: 4000, interval: 15 } as const;

const onCell = (sheet: Sheet, name: string, choice: string | null = null) =>
  inMenu(sheet, () => cell(sheet.page, name).click({ button: 'right' }), choice);

const on = (sheet: Sheet, selector: string, choice: string | null = null) =>
  inMenu(sheet, () => sheet.page.locator(selector).first().click({ button: 'right' }), choice);

const head = (column: string) => `.ag-header-cell[col-id="${column}"]`;

const INSERTIONS = ['row.insert.driver', 'row.insert.formula', 'row.insert.header', 'row.insert.check'];

export const MENUS: readonly Behaviour[] = [
  behaviour('B-310', 'a right click on a cell opens its menu', async (sheet) => {
    const menu = await onCell(sheet, 'price[2026Q2]', 'row.decimals.2');
    expect(menu.entries.map(({ role }) => role).filter(Boolean)).toEqual(['cut', 'copy', 'paste']);
    expect(idsOf(menu)).toEqual(
      expect.arrayContaining([
        'view.explain',
        'edit.resetCells',
        'edit.resetToBase',
        'view.showBase',
        ...INSERTIONS,
        'edit.editRow',
        'row.decimals.2',
        'row.aggregation.sum',
        'edit.deleteRow',
      ]),
    );
    await sheet.isAt('price[2026Q2]');
    await sheet.showsRow('price', ['10.00', '20.00']);
  }),
  behaviour(
    'B-311',
    'a right click on label, number, unit or source opens the menu of the row',
    async (sheet) => {
      const ofLabel = idsOf(await on(sheet, labelOf('gaps')));
      expect(ofLabel).toEqual(
        expect.arrayContaining([
          'edit.editRow',
          'row.rename',
          'row.duplicate',
          'row.move.up',
          'row.move.down',
        ]),
      );
      expect(ofLabel).not.toContain('view.explain');
      for (const column of ['number', 'unit', 'source'])
        expect(idsOf(await on(sheet, `${rowOf('gaps')} .ag-cell[col-id="${column}"]`))).toEqual(ofLabel);
      await on(sheet, labelOf('gaps'), 'row.hide');
      await follow(sheet, 'price', 'volume', 'empty');
    },
  ),
  behaviour(
    'B-312',
    'on the head of a section the menu opens and closes it, shows hidden rows, inserts',
    async (sheet) => {
      await on(sheet, headOf('inputs'), 'section.turn');
      await follow(sheet, ':section:inputs', ':section:results');
      await on(sheet, headOf('inputs'), 'section.turn');
      await follow(sheet, ':section:inputs', 'price');
      await on(sheet, labelOf('volume'), 'row.hide');
      await sheet.seesNot(rowOf('volume'));
      await on(sheet, headOf('inputs'), 'section.fold');
      await follow(sheet, 'price', 'volume', 'gaps');
      await on(sheet, headOf('inputs'), 'section.fold');
      await sheet.seesNot(rowOf('volume'));
      await on(sheet, headOf('inputs'), 'row.insert.header');
      await field(sheet, FIELDS.en).fill('At the end');
      await field(sheet, FIELDS.en).press('Enter');
      await sheet.seesNot(DIALOG);
      await follow(sheet, 'fixed', 'at_the_end', ':section:results');
    },
  ),
  behaviour(
    'B-313',
    'on the head of a period or a year the menu collapses years and shows quarters',
    async (sheet) => {
      await on(sheet, head('2026Q2'), 'year.turn');
      await sheet.seesNot(head('2026Q2'));
      await sheet.sees(head('2027Q2'));
      await on(sheet, head('2026'), 'year.turn');
      await sheet.sees(head('2026Q2'));
      await on(sheet, head('2027Q1'), 'years.close');
      await sheet.seesNot(`${head('2026Q2')}, ${head('2027Q2')}`);
      await on(sheet, head('2026'), 'years.open');
      await sheet.sees(head('2026Q2'));
      await sheet.sees(head('2027Q2'));
    },
  ),
  behaviour('B-314', 'a right click outside the selection chooses the cell', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+ArrowDown');
    await sheet.hasSelected(4);
    await onCell(sheet, 'gaps[2026Q3]');
    await sheet.isAt('gaps[2026Q3]');
    await sheet.hasSelected(1);
  }),
  behaviour('B-315', 'on the label of a selected row the menu is for all selected rows', async (sheet) => {
    await sheet.page.click(numberOf('price'));
    await sheet.page.click(numberOf('volume'), { modifiers: ['Shift'] });
    await on(sheet, labelOf('volume'), 'row.hide');
    await follow(sheet, ':section:inputs', 'gaps', 'empty');
  }),
  behaviour('B-316', 'Shift+F10 and the menu key open the menu below the cell', async (sheet) => {
    const box = await cell(sheet.page, HOME).boundingBox();
    if (!box) throw new Error('The cell is not on screen');
    const byMouse = idsOf(await onCell(sheet, HOME));
    for (const key of ['Shift+F10', 'ContextMenu']) {
      const menu = await inMenu(sheet, () => sheet.press(key));
      expect(idsOf(menu)).toEqual(byMouse);
      expect([menu.x, menu.y]).toEqual([Math.round(box.x), Math.round(box.y + box.height)]);
    }
  }),
  behaviour(
    'B-317',
    'entries are those of the menu bar, with shortcut, pale when they cannot be done',
    async (sheet) => {
      const own = /^(row\.decimals|row\.aggregation)\./;
      for (const where of [`${rowOf('price')} .ag-cell[col-id="2026Q2"]`, labelOf('price')]) {
        const menu = await on(sheet, where);
        const shown = menu.entries.filter(({ id }) => id.includes('.') && !own.test(id));
        expect(shown.length).toBeGreaterThan(8);
        const bar = async () => {
          const known = new Map((await menuBarActions(sheet.app)).map((one) => [one.id, one]));
          return shown.map(({ id }) => known.get(id));
        };
        const facts = shown.map(({ id, label, accelerator, enabled }) => ({
          id,
          label,
          accelerator,
          enabled,
        }));
        await expect.poll(bar, POLL).toEqual(facts);
      }
      const stateOf = async () => {
        const { entries } = await onCell(sheet, 'price[2026Q2]');
        return entries.find(({ id }) => id === 'edit.resetCells');
      };
      expect(await stateOf()).toMatchObject({ enabled: false, accelerator: 'CmdOrCtrl+Delete' });
      await sheet.showCase('high');
      await sheet.shows('price[2026Q2]', '25.0');
      expect(await stateOf()).toMatchObject({ enabled: true });
    },
  ),
  behaviour('B-318', "while one types, the menu is the field's own", async (sheet) => {
    await sheet.press('F2');
    await sheet.sees('.grid-editor');
    const opened = async (open: () => Promise<void>) => (await inMenu(sheet, open)).entries;
    const roles = ['cut', 'copy', 'paste', 'selectAll'];
    const byMouse = await opened(() => sheet.page.locator('.grid-editor').click({ button: 'right' }));
    expect(byMouse.flatMap(({ role }) => role?.toLowerCase() ?? [])).toEqual(
      roles.map((role) => role.toLowerCase()),
    );
    const byKey = await opened(() => sheet.press('ContextMenu'));
    expect(byKey).toEqual(byMouse);
    // Another cell has no menu meanwhile, and what is typed stays.
    await sheet.sees('.grid-editor');
    await sheet.press('Escape');
    await sheet.shows(HOME, '10.0');
  }),
];
