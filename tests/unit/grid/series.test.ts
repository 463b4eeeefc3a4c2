import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grownTo } from '#renderer/grid/fill/fill-actions.ts';
import { continued, growthOf } from '#renderer/grid/fill/series.ts';

describe('going on from values', () => {
  it('a step goes on without noise of binary fractions', () => {
    expect(continued([0.1, 0.2], 3, { kind: 'step' })).toEqual([0.3, 0.4, 0.5]);
    expect(continued([10, 20], 2, { kind: 'step' })).toEqual([30, 40]);
  });

  it("values off a line go on along the line of least squares, as Excel's handle does", () => {
    // Excel: 1, 2, 4 filled by three cells gives 5.333…, 6.833…, 8.333….
    const next = continued([1, 2, 4], 3, { kind: 'step' });
    expect(next.map((value) => Number(value).toFixed(3))).toEqual(['5.333', '6.833', '8.333']);
  });

  it('growth keeps its rate; a typed rate is for one step', () => {
    expect(continued([100, 110], 2, { kind: 'growth' })).toEqual([121, 133.1]);
    expect(continued([-100, -110], 1, { kind: 'growth' })).toEqual([-121]);
    expect(continued([100], 2, { kind: 'rate', rate: 0.05 })).toEqual([105, 110.25]);
  });

  it('copies in turn, and copies where a series is impossible: text, blanks, no growth from zero', () => {
    expect(continued([1, 2], 3, { kind: 'copy' })).toEqual([1, 2, 1]);
    expect(continued([1, null], 3, { kind: 'step' })).toEqual([1, null, 1]);
    expect(continued(['a', 2], 2, { kind: 'growth' })).toEqual(['a', 2]);
    expect(continued([0, 5], 2, { kind: 'growth' })).toEqual([0, 5]);
    expect(continued([5], 2, { kind: 'step' })).toEqual([5, 5]);
    expect(growthOf([5, -5])).toBeNull();
  });

  it('any straight line goes on as itself', () => {
    const whole = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 2, max: 9 }), (first, step, count) => {
        const given = Array.from({ length: count }, (_, index) => first + step * index);
        const [next] = continued(given, 1, { kind: 'step' });
        expect(next).toBeCloseTo(first + step * count, 6);
      }),
    );
  });
});

describe('where the handle leads', () => {
  const from = { top: 3, bottom: 4, start: 2, end: 3 };
  it('grows to the side that is farther, never over the labels', () => {
    expect(grownTo(from, { row: 5, column: 6 })).toEqual({ ...from, end: 6 });
    expect(grownTo(from, { row: 9, column: 4 })).toEqual({ ...from, bottom: 9 });
    expect(grownTo(from, { row: 3, column: 0 })).toEqual({ ...from, start: 1 });
    expect(grownTo(from, { row: 4, column: 2 })).toBe(from);
  });
});
