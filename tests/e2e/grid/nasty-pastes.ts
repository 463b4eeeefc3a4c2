import { expect } from 'vitest';
import { type Behaviour, behaviour } from './behaviour.ts';
import type { Clip } from './clipboard.ts';
import { HOME, type Sheet } from './sheet.ts';

const DIALOG = '.ui-dialog';

async function paste(sheet: Sheet, clip: Clip): Promise<void> {
  await sheet.putOnClipboard(clip);
  await sheet.press('Control+v');
}

/** Accepts what the preview says can be written. */
async function accept(sheet: Sheet): Promise<void> {
  await sheet.sees(DIALOG);
  await sheet.page.locator(`${DIALOG} .ui-button--primary`).click();
  await sheet.seesNot(DIALOG);
}

/** A piece of a filing: footnotes, signs and parentheses in columns of their own, hard spaces, dashes. */
const FILING = `<table>
<tr><td>$</td><td>6,612<sup>(1)</sup></td><td>&nbsp;</td><td>(</td><td>1&nbsp;234</td><td>)</td><td colspan="2">&ndash;</td></tr>
<tr><td>$</td><td>12</td><td>&nbsp;</td><td>(</td><td>7</td><td>)</td><td colspan="2">8</td></tr>
</table>`;

const OFFICE = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td {mso-number-format:General;}--></style></head>
<body><table border=0><col width=64><!--StartFragment--><tr height=20><td class=xl65 align=right x:num="5">5.00</td><td class=xl65>6.00</td></tr><!--EndFragment--></table></body></html>`;

const LIBRE = `<!DOCTYPE html><html><head><title></title></head><body><table cellspacing="0"><colgroup span="2"></colgroup>
<tr><td height="17" align="right" sdval="7" sdnum="1033;"><font face="Arial">7</font></td><td align="right" sdval="8"><b>8</b></td></tr></table></body></html>`;

export const NASTY_PASTES: readonly Behaviour[] = [
  behaviour('B-103', 'a table of a filing lands as numbers', async (sheet) => {
    await paste(sheet, { text: '$\t6,612(1)', html: FILING });
    await accept(sheet);
    await sheet.showsRow('price', ['6,612.0', '(1,234.0)', '']);
    await sheet.showsRow('volume', ['12.0', '(7.0)', '8.0']);
  }),
  behaviour('B-104', 'tables of Excel and LibreOffice land as numbers', async (sheet) => {
    await paste(sheet, { text: '5.00\t6.00\r\n', html: OFFICE });
    await sheet.showsRow('price', ['5.0', '6.0', '30.0']);
    await paste(sheet, { text: '7\t8\n', html: LIBRE });
    await sheet.showsRow('price', ['7.0', '8.0', '30.0']);
  }),
  behaviour('B-105', 'quoted text with line ends is one cell', async (sheet) => {
    await paste(sheet, { text: '"two\nlines ""here"""\t5\r\n6\t7' });
    await accept(sheet);
    await sheet.showsRow('price', ['10.0', '5.0', '30.0']);
    await sheet.showsRow('volume', ['6.0', '7.0', '3.0']);
    await sheet.showsRow('gaps', ['5.0', '', '7.0']);
  }),
  behaviour('B-106', 'of ten thousand cells those that have a place are written', async (sheet) => {
    const line = Array.from({ length: 100 }, () => '3').join('\t');
    await paste(sheet, { text: Array.from({ length: 100 }, () => line).join('\r\n') });
    await accept(sheet);
    await sheet.showsRow('price', ['3.0', '3.0', '3.0', '3.0']);
    await sheet.undo();
    await sheet.showsRow('price', ['10.0', '20.0', '30.0', '40.0']);
  }),
  behaviour('B-107', 'an empty clipboard changes nothing', async (sheet) => {
    await paste(sheet, { text: '' });
    await sheet.press('Later');
    await sheet.isAt('price[2026Q2]');
    await sheet.showsRow('price', ['10.0', '20.0']);
    expect(await sheet.page.locator('.panel-toolbar button').first().isEnabled()).toBe(false);
  }),
  behaviour('B-108', 'scripts and styles in a table are neither run nor read', async (sheet) => {
    const html = `<table><tr><td><script>document.title='run'</script>5</td><td><img src=x onerror="document.title='run'">6</td></tr></table>`;
    await paste(sheet, { text: '5\t6', html });
    await sheet.showsRow('price', ['5.0', '6.0', '30.0']);
    expect(await sheet.page.title()).not.toBe('run');
    await sheet.seesNot('img[src="x"]');
  }),
  behaviour('B-109', 'marks of direction in numbers are passed over', async (sheet) => {
    await paste(sheet, { text: '\u200f٣٬٤٥٠\u200e\t\u202b(5)\u202c' });
    await sheet.showsRow('price', ['3,450.0', '(5.0)', '30.0']);
    await sheet.shows(HOME, '3,450.0');
  }),
];
