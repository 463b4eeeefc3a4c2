import { describe, expect, it } from 'vitest';
import { gridKey, type KeyPress } from '#renderer/grid/grid-keys.ts';
import { type Field, moved, tabbed } from '#renderer/grid/navigate.ts';
import { snapTarget } from '#renderer/grid/snap-scroll.ts';

/** `x` is filled; the first column stands for the labels. */
function field(...rows: string[]): Field {
  return {
    rows: rows.map((_, index) => `row${index}`),
    columns: [...(rows[0] ?? '')].map((_, index) => `column${index}`),
    filled: (row, column) => rows[row]?.[column] === 'x',
  };
}

const at = (row: number, column: number) => ({ row, column });

describe('moving the cell cursor', () => {
  const sheet = field('xxx..x', 'x.....', 'xx..xx');

  it('stops at the edges instead of wrapping or leaving', () => {
    expect(moved(sheet, at(0, 0), { kind: 'step', step: 'up', count: 1 })).toEqual(at(0, 0));
    expect(moved(sheet, at(2, 5), { kind: 'step', step: 'after', count: 1 })).toEqual(at(2, 5));
    expect(moved(sheet, at(1, 2), { kind: 'step', step: 'down', count: 20 })).toEqual(at(2, 2));
  });

  it('jumps as Ctrl+arrow does in Excel', () => {
    const jump = (row: number, column: number, step: 'after' | 'before' | 'down' | 'up') =>
      moved(sheet, at(row, column), { kind: 'jump', step });
    expect(jump(0, 0, 'after'), 'from inside a block to its end').toEqual(at(0, 2));
    expect(jump(0, 2, 'after'), 'from the end of a block to the next one').toEqual(at(0, 5));
    expect(jump(1, 1, 'after'), 'over blanks to the edge of the sheet').toEqual(at(1, 5));
    expect(jump(2, 5, 'before'), 'to the start of the block').toEqual(at(2, 4));
    expect(jump(2, 4, 'before'), 'over the hole').toEqual(at(2, 1));
    expect(jump(0, 1, 'down'), 'over a hole downwards').toEqual(at(2, 1));
    expect(jump(2, 0, 'up'), 'to the top of a full column').toEqual(at(0, 0));
  });

  it('Home goes to the first period, not to the label', () => {
    expect(moved(sheet, at(2, 4), { kind: 'rowStart' })).toEqual(at(2, 1));
    expect(moved(sheet, at(2, 4), { kind: 'start' })).toEqual(at(0, 1));
    expect(moved(sheet, at(0, 1), { kind: 'end' })).toEqual(at(2, 5));
  });

  it('Tab runs on into the next row and stays at the last cell, so that focus can leave the grid', () => {
    expect(tabbed(sheet, at(0, 5), false)).toEqual(at(1, 1));
    expect(tabbed(sheet, at(1, 1), true)).toEqual(at(0, 5));
    expect(tabbed(sheet, at(2, 5), false)).toEqual(at(2, 5));
  });

  it('survives a sheet without rows or columns', () => {
    const empty: Field = { rows: [], columns: ['label'], filled: () => false };
    expect(moved(empty, at(0, 0), { kind: 'end' })).toEqual(at(0, 0));
    expect(moved(empty, at(0, 0), { kind: 'jump', step: 'down' })).toEqual(at(0, 0));
  });
});

describe('keys of the grid', () => {
  const context = { rtl: false, pageRows: 20, onSection: false };
  const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
    code,
    key: code,
    ctrl: false,
    shift: false,
    alt: false,
    ...more,
  });

  it('arrows are visual: left is later where time runs from right to left', () => {
    const step = (rtl: boolean) => gridKey(press('ArrowLeft'), { ...context, rtl });
    expect(step(false)).toMatchObject({ move: { step: 'before' } });
    expect(step(true)).toMatchObject({ move: { step: 'after' } });
  });

  it('a character starts typing on any layout, shortcuts do not', () => {
    expect(gridKey(press('KeyZ', { key: 'ئ' }), context)).toEqual({ kind: 'type', text: 'ئ' });
    expect(gridKey(press('KeyZ', { key: 'ئ', ctrl: true }), context)).toBeNull();
    expect(gridKey(press('Digit0', { key: '}', ctrl: true, alt: true }), context), 'AltGr').toEqual({
      kind: 'type',
      text: '}',
    });
    expect(gridKey(press('KeyE', { key: 'Dead' }), context)).toBeNull();
  });

  it('leaves keys of the program alone', () => {
    expect(gridKey(press('F6'), context)).toBeNull();
    expect(gridKey(press('Enter', { alt: true }), context)).toBeNull();
    expect(gridKey(press('ArrowUp', { alt: true }), context)).toBeNull();
    expect(gridKey(press('PageUp', { ctrl: true }), context)).toBeNull();
  });

  it('on the head of a section Enter and Space turn it, elsewhere they move and type', () => {
    const onSection = { ...context, onSection: true };
    expect(gridKey(press('Enter'), onSection)).toEqual({ kind: 'toggle' });
    expect(gridKey(press('Space', { key: ' ' }), onSection)).toEqual({ kind: 'toggle' });
    expect(gridKey(press('NumpadAdd', { key: '+' }), onSection)).toEqual({ kind: 'unfold', unfold: true });
    expect(gridKey(press('Enter'), context)).toEqual({ kind: 'enter', back: false });
    expect(gridKey(press('NumpadAdd', { key: '+' }), context)).toEqual({ kind: 'type', text: '+' });
  });
});

describe('scrolling along the periods', () => {
  const widths = [55, 48, 48, 48];

  it('ends where a column starts, in the direction of travel, so that no digit is cut', () => {
    expect(snapTarget(widths, { now: 70, before: 0, most: 500 })).toBe(103);
    expect(snapTarget(widths, { now: 70, before: 103, most: 500 })).toBe(55);
    expect(snapTarget(widths, { now: 104, before: 0, most: 500 })).toBe(103);
  });

  it('does not fight the end of the sheet', () => {
    expect(snapTarget(widths, { now: 90, before: 0, most: 90 })).toBe(90);
  });
});
