import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignText } from '#renderer/grid/clipboard/filing-table.ts';
import { parseHtmlTable } from '#renderer/grid/clipboard/parse-html.ts';
import { withoutFootnote } from '#renderer/grid/clipboard/pasted-text.ts';
import { parseTsv, writeTsv } from '#renderer/grid/clipboard/tsv.ts';

describe('text between tabs', () => {
  it('keeps line breaks, tabs and quotes inside quoted cells', () => {
    expect(parseTsv('a\t"b\nc"\t"say ""x"""\r\n1\t2\t3\r\n')).toEqual([
      ['a', 'b\nc', 'say "x"'],
      ['1', '2', '3'],
    ]);
  });

  it('takes a quote that quotes nothing as a character: inches are not swallowed', () => {
    expect(parseTsv('"5" pipe\t2')).toEqual([['"5" pipe', '2']]);
    expect(parseTsv('"open\t2\n3')).toEqual([['"open', '2'], ['3']]);
  });

  it('keeps blank cells and rows, but not the line break at the end', () => {
    expect(parseTsv('\t1\n\n2\t')).toEqual([['', '1'], [''], ['2', '']]);
    expect(parseTsv('')).toEqual([['']]);
  });

  it('reads back whatever it writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '1') });
    const table = fc
      .array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 })
      .filter((rows) => rows.every((row) => row.length === rows[0]?.length));
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTsv(writeTsv(rows))).toEqual(rows);
      }),
    );
  });
});

describe('marks of footnotes', () => {
  it('come off numbers, and a negative number in parentheses is none', () => {
    expect(withoutFootnote('6,612¹')).toEqual({ text: '6,612', footnote: '¹' });
    expect(withoutFootnote('(6,612)ᵃ')).toEqual({ text: '(6,612)', footnote: 'ᵃ' });
    expect(withoutFootnote('1,234 (2)')).toEqual({ text: '1,234', footnote: '(2)' });
    expect(withoutFootnote('12.5%*')).toEqual({ text: '12.5%', footnote: '*' });
    expect(withoutFootnote('(1)')).toEqual({ text: '(1)', footnote: '' });
    expect(withoutFootnote('(12)')).toEqual({ text: '(12)', footnote: '' });
    expect(withoutFootnote('Note a*')).toEqual({ text: 'Note a*', footnote: '' });
  });
});

describe('tables of web pages', () => {
  it('reads cells of Excel and LibreOffice with entities, breaks and spans', () => {
    const html = `<html><head><style>td{x:"<td>"}</style></head><body><!--StartFragment--><table border=0>
      <tr><td colspan=2>A&nbsp;&amp;&#32;B</td><td>3</td></tr>
      <tr><td rowspan="2">x<br>y</td><td>1
        2</td><td>–</td></tr><tr><td>&#x2212;4</td><td>5</td></tr></table>`;
    expect(parseHtmlTable(html)).toEqual([
      ['A\u00a0& B', '', '3'],
      ['x\ny', '1 2', '–'],
      ['', '−4', '5'],
    ]);
  });

  it('joins signs of a filing to their numbers and drops columns that only make room', () => {
    const html = `<table>
      <tr><td></td><td></td><th colspan=3>2026</th><td></td><th colspan=3>2025</th></tr>
      <tr><td>Revenue</td><td></td><td>$</td><td>6,612</td><td><sup>(1)</sup></td><td></td><td>$</td><td>(5,100</td><td>)</td></tr>
      <tr><td>Cost</td><td></td><td colspan=2>1,200</td><td></td><td></td><td colspan=2>(900</td><td>)</td></tr>
      <tr><td>Margin</td><td></td><td></td><td>12.5</td><td>%</td><td></td><td></td><td>—</td><td></td></tr>
    </table>`;
    const rows = parseHtmlTable(html);
    expect(rows?.map((row) => row.map((text) => withoutFootnote(text).text))).toEqual([
      ['', '2026', '2025'],
      ['Revenue', '$6,612', '$(5,100)'],
      ['Cost', '1,200', '(900)'],
      ['Margin', '12.5%', '—'],
    ]);
  });

  it('a raised digit never becomes a digit of the number', () => {
    expect(
      parseHtmlTable('<table><tr><td>6,612<sup>1</sup></td></tr></table>')?.flat().map(withoutFootnote),
    ).toEqual([{ text: '6,612', footnote: '1' }]);
  });

  it('is null for a page without a table, and ends on any text', () => {
    expect(parseHtmlTable('<p>1</p>')).toBeNull();
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<table>',
            '<tr>',
            '<td>',
            '</td>',
            '</tr>',
            '</table>',
            '<sup>',
            '</sup>',
            '<',
            '"',
            '1',
            '&#0;',
            '<!--',
          ),
        ),
        (parts) => {
          const rows = parseHtmlTable(parts.join(''));
          expect(rows === null || Array.isArray(rows)).toBe(true);
        },
      ),
    );
  });

  it('signs in columns of their own are joined in plain text too; other text stays where it was', () => {
    expect(
      alignText([
        ['Revenue', '$', '6,612'],
        ['Cost', '', '(5)'],
      ]),
    ).toEqual([
      ['Revenue', '$6,612'],
      ['Cost', '(5)'],
    ]);
    expect(
      alignText([
        ['', '1', ''],
        ['a', '', '2'],
      ]),
    ).toEqual([
      ['', '1', ''],
      ['a', '', '2'],
    ]);
  });
});
