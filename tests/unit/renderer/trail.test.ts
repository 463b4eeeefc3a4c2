import { describe, expect, it } from 'vitest';
import { gone, lastCells, left, NO_TRAIL, type Spot } from '#renderer/store/trail.ts';

const spot = (key: string, view: Spot['view'] = 'model'): Spot => ({ view, cell: { key, column: '2026Q1' } });
const keys = (spots: readonly Spot[]) => spots.map(({ cell }) => cell?.key);

describe('the trail', () => {
  const walked = left(left(NO_TRAIL, spot('a')), spot('b', 'explain'));

  it('leads back and forward again over the same places', () => {
    const back = gone(walked, spot('c'), true);
    expect(back?.to).toEqual(spot('b', 'explain'));
    const further = back && gone(back.trail, back.to, true);
    expect(further?.to).toEqual(spot('a'));
    const again = further && gone(further.trail, further.to, false);
    expect(again?.to).toEqual(spot('b', 'explain'));
    expect(again && keys(again.trail.future)).toEqual(['c']);
    expect(gone(NO_TRAIL, spot('a'), true)).toBeNull();
  });

  it('forgets what was ahead when another way is taken, and does not repeat a place', () => {
    const back = gone(walked, spot('c'), true);
    const other = back && left(back.trail, spot('d'));
    expect(other?.future).toEqual([]);
    expect(keys(left(walked, spot('b', 'explain')).past)).toEqual(['a', 'b']);
  });

  it('lists the last cells once each, newest first, without the one that one is in', () => {
    const trail = ['a', 'b', 'a', 'c'].reduce((all, key) => left(all, spot(key)), NO_TRAIL);
    expect(lastCells(trail, spot('c').cell, 5).map(({ key }) => key)).toEqual(['a', 'b']);
    expect(lastCells(trail, null, 2).map(({ key }) => key)).toEqual(['c', 'a']);
  });
});
