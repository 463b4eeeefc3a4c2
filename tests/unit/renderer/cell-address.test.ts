import { describe, expect, it } from 'vitest';
import { cellName, parseCellName, sameCell } from '#renderer/store/cell-address.ts';

describe('names of cells', () => {
  it.each([
    ['revenue[2027Q1]', { key: 'revenue', column: '2027Q1' }],
    ['revenue[2027q1]', { key: 'revenue', column: '2027Q1' }],
    [' revenue [ 2027 ] ', { key: 'revenue', column: '2027' }],
    ['ladder.cashUpTo', { key: 'ladder.cashUpTo', column: null }],
    ['إيراد[2027Q1]', { key: 'إيراد', column: '2027Q1' }],
  ])('reads %s', (text, expected) => {
    expect(parseCellName(text)).toEqual(expected);
  });

  it.each(['', '1revenue', 'revenue[', 'revenue[2027Q5]', 'revenue[-1]', 'a b', 'revenue[2027Q1'])(
    'refuses %j instead of guessing',
    (text) => {
      expect(parseCellName(text)).toBeNull();
    },
  );

  it('writes what it reads', () => {
    const cell = { key: 'cash_min', column: '2030Q4' };
    expect(parseCellName(cellName(cell))).toEqual(cell);
  });

  it('compares by content, and nothing equals no cell but no cell', () => {
    expect(sameCell({ key: 'a', column: '2027' }, { key: 'a', column: '2027' })).toBe(true);
    expect(sameCell({ key: 'a', column: '2027' }, { key: 'a', column: '2027Q1' })).toBe(false);
    expect(sameCell(null, null)).toBe(true);
    expect(sameCell(null, { key: 'a', column: '2027' })).toBe(false);
  });
});
