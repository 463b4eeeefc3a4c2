import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '#renderer/grid/navigate.ts';
import {
  boxOf,
  extended,
  nextInside,
  placesIn,
  regionAround,
  wholeColumns,
  wholeRows,
  wholeSheet,
} from '#renderer/grid/selection/range.ts';
import { parseRangeName, rangeName } from '#renderer/grid/selection/range-name.ts';

/** `x` is filled; the first column stands for the labels. */
function field(...rows: string[]): Field {
  return {
    rows: rows.map((_, index) => `row${index}`),
    columns: [...(rows[0] ?? '')].map((_, index) => `column${index}`),
    filled: (row, column) => rows[row]?.[column] === 'x',
  };
}

const at = (row: number, column: number) => ({ row, column });
const box = (top: number, bottom: number, start: number, end: number) => ({ top, bottom, start, end });

describe('growing a range', () => {
  const sheet = field('xxx..x', 'xxx...', 'x.....', 'xx..xx');

  it('Shift moves the head over the anchor to its other side', () => {
    const left = extended(
      sheet,
      { anchor: at(1, 2), head: at(1, 3) },
      { kind: 'step', step: 'before', count: 3 },
    );
    expect(boxOf(left)).toEqual(box(1, 1, 0, 2));
  });

  it('Ctrl+Shift+arrow jumps from the head, not from the anchor', () => {
    const range = extended(sheet, { anchor: at(1, 1), head: at(0, 1) }, { kind: 'jump', step: 'after' });
    expect(boxOf(range)).toEqual(box(0, 1, 1, 2));
  });

  it('Ctrl+A takes the block, bounded by blank rows and columns, and never the labels', () => {
    expect(regionAround(sheet, at(0, 1))).toEqual(box(0, 1, 1, 2));
    expect(regionAround(field('xx..', 'x.x.', 'x..x'), at(0, 1)), 'over corners').toEqual(box(0, 2, 1, 3));
    expect(regionAround(field('x...', 'x.x.', 'x...'), at(1, 2))).toEqual(box(1, 1, 2, 2));
  });

  it('whole rows, columns and the sheet leave the labels out', () => {
    expect(wholeRows(sheet, box(1, 2, 3, 3))).toEqual(box(1, 2, 1, 5));
    expect(wholeColumns(sheet, box(1, 2, 3, 4))).toEqual(box(0, 3, 3, 4));
    expect(wholeSheet(sheet)).toEqual(box(0, 3, 1, 5));
    expect(wholeSheet({ rows: [], columns: ['label'], filled: () => false })).toEqual(box(0, 0, 0, 0));
  });
});

describe('walking through a selection', () => {
  const boxes = [box(0, 2, 1, 2), box(5, 5, 4, 4)];
  const all = () => true;

  it('Tab runs along rows, Enter down columns, both on into the next range and round', () => {
    expect(nextInside(boxes, at(0, 2), { by: 'along', back: false }, all)).toEqual(at(1, 1));
    expect(nextInside(boxes, at(2, 1), { by: 'down', back: false }, all)).toEqual(at(0, 2));
    expect(nextInside(boxes, at(2, 2), { by: 'down', back: false }, all)).toEqual(at(5, 4));
    expect(nextInside(boxes, at(5, 4), { by: 'along', back: false }, all)).toEqual(at(0, 1));
    expect(nextInside(boxes, at(0, 1), { by: 'along', back: true }, all)).toEqual(at(5, 4));
  });

  it('passes headings, which hold nothing to type', () => {
    const skipsOne = (row: number) => row !== 1;
    expect(nextInside(boxes, at(0, 1), { by: 'down', back: false }, skipsOne)).toEqual(at(2, 1));
  });

  it('reaches every cell once before it comes round', () => {
    const small = fc.nat({ max: 3 });
    fc.assert(
      fc.property(small, small, small, small, fc.boolean(), (top, start, height, width, along) => {
        const one = box(top, top + height, start, start + width);
        const seen = new Set<string>();
        let here = at(top, start);
        for (const _ of placesIn([one])) {
          seen.add(`${here.row} ${here.column}`);
          here = nextInside([one], here, { by: along ? 'along' : 'down', back: false }, all);
        }
        expect(seen.size).toBe((height + 1) * (width + 1));
        expect(here).toEqual(at(top, start));
      }),
    );
  });

  it('cells in two ranges count once', () => {
    expect(placesIn([box(0, 1, 1, 1), box(1, 2, 1, 1)])).toHaveLength(3);
  });
});

describe('names of ranges', () => {
  it('are read as they are written', () => {
    const first = { key: 'sales', column: '2026Q1' };
    for (const last of [
      { key: 'sales', column: '2027Q4' },
      { key: 'cost.x', column: '2027' },
    ]) {
      expect(parseRangeName(rangeName(first, last))).toEqual({ first, last });
    }
    expect(parseRangeName(' Umsatz_ä [2026q1 : 2027q4] ')).toMatchObject({ last: { column: '2027Q4' } });
    expect(parseRangeName('a:b')).toEqual({
      first: { key: 'a', column: null },
      last: { key: 'b', column: null },
    });
  });

  it('a cell is no range, and neither is anything else', () => {
    for (const text of ['sales[2026Q1]', 'sales', 'a:', ':b', 'a[2026Q1:b', '1:2']) {
      expect(parseRangeName(text), text).toBeNull();
    }
  });
});
