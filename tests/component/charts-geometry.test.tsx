import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, crosses, inside, overlap, placeLabels } from '#renderer/charts/place-labels.ts';
import { roundTicks, tickDecimals } from '#renderer/charts/round-ticks.ts';
import { spreadLabels } from '#renderer/charts/spread-labels.ts';
import { wrapText } from '#renderer/charts/wrap-text.ts';

const PLOT: Box = { x: 0, y: 0, width: 100, height: 60 };

describe('labels in the plot', () => {
  it('drops the lighter of two that would overlap', () => {
    const at = (id: string, weight: number, x: number) => ({
      id,
      weight,
      candidates: [{ x, y: 10, width: 30, height: 12 }],
    });
    const placed = placeLabels([at('small', 1, 10), at('large', 5, 25), at('apart', 2, 60)], PLOT);
    expect([...placed.keys()].sort()).toEqual(['apart', 'large']);
  });

  it('moves to another place before it gives up, and to the one with fewer strokes', () => {
    const strokes = [{ x1: 0, y1: 15, x2: 100, y2: 15 }];
    const candidates = [
      { x: 10, y: 10, width: 30, height: 12 },
      { x: 10, y: 30, width: 30, height: 12 },
    ];
    expect(placeLabels([{ id: 'a', weight: 1, candidates }], PLOT, strokes).get('a')?.y).toBe(30);
    const crossed = { id: 'a', weight: 1, candidates: candidates.slice(0, 1), clear: true };
    expect(placeLabels([crossed], PLOT, strokes).size).toBe(0);
  });

  it('never lets labels overlap or leave the plot', () => {
    const box = fc.record({
      x: fc.integer({ min: -20, max: 110 }),
      y: fc.integer({ min: -20, max: 70 }),
      width: fc.integer({ min: 1, max: 50 }),
      height: fc.integer({ min: 1, max: 20 }),
    });
    const label = fc.record({
      weight: fc.integer({ min: 0, max: 9 }),
      candidates: fc.array(box, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (drawn) => {
        const labels = drawn.map((one, index) => ({ ...one, id: String(index) }));
        const boxes = [...placeLabels(labels, PLOT).values()];
        return boxes.every(
          (one, index) => inside(one, PLOT) && !boxes.slice(index + 1).some((other) => overlap(one, other)),
        );
      }),
    );
  });

  it('sees a stroke that passes through a box without an end in it', () => {
    const box = { x: 40, y: 20, width: 20, height: 10 };
    expect(crosses({ x1: 0, y1: 0, x2: 100, y2: 50 }, box)).toBe(true);
    expect(crosses({ x1: 0, y1: 0, x2: 30, y2: 15 }, box)).toBe(false);
    expect(crosses({ x1: 45, y1: 0, x2: 45, y2: 60 }, box)).toBe(true);
    expect(crosses({ x1: 0, y1: 19, x2: 100, y2: 19 }, box)).toBe(false);
  });
});

describe('labels beside the last bar', () => {
  const room = { from: 0, to: 100, reach: 30 };
  const label = (id: string, at: number, weight: number) => ({ id, at, weight, height: 12 });

  it('stays where there is room and shares the shift where there is none', () => {
    expect(spreadLabels([label('a', 20, 1), label('b', 60, 1)], room)).toEqual(
      new Map([
        ['a', 20],
        ['b', 60],
      ]),
    );
    const close = spreadLabels([label('a', 50, 1), label('b', 54, 1)], room);
    expect([close.get('a'), close.get('b')]).toEqual([46, 58]);
  });

  it('drops the lightest when the rest would not stand near their points', () => {
    const crowd = [label('a', 5, 3), label('b', 6, 9), label('c', 7, 1), label('d', 8, 5), label('e', 9, 4)];
    const placed = spreadLabels(crowd, { from: 0, to: 40, reach: 30 });
    expect([...placed.keys()].sort()).toEqual(['b', 'd', 'e']);
  });

  it('keeps order, distance and bounds for any labels', () => {
    const some = fc.record({
      at: fc.double({ min: -20, max: 130, noNaN: true }),
      weight: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (drawn) => {
        const labels = drawn.map((one, index) => label(String(index), one.at, one.weight));
        const middles = [...spreadLabels(labels, room).values()];
        return middles.every(
          (middle, index) =>
            middle >= 6 - 1e-9 &&
            middle <= 94 + 1e-9 &&
            (index === 0 || middle - (middles[index - 1] ?? 0) >= 12 - 1e-9),
        );
      }),
    );
  });
});

describe('ticks', () => {
  it.each([
    [-278, 312, [-200, 0, 200]],
    [0, 118, [0, 25, 50, 75, 100]],
    [0, 1, [0, 0.25, 0.5, 0.75, 1]],
    [-7, 16, [-5, 0, 5, 10, 15]],
  ])('%d to %d', (low, high, ticks) => {
    expect(roundTicks(low, high)).toEqual(ticks);
  });

  it('are at most five, inside, and hold zero when it lies inside', () => {
    const bound = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(bound, bound, (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-6);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const ticks = roundTicks(low, high);
        const slack = (high - low) * 1e-6;
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.every((tick) => tick >= low - slack && tick <= high + slack)).toBe(true);
        if (low <= 0 && high >= 0) expect(ticks).toContain(0);
      }),
    );
  });

  it('show the digits their step needs', () => {
    expect(tickDecimals([0, 50])).toBe(0);
    expect(tickDecimals([0, 2.5])).toBe(1);
    expect(tickDecimals([0, 0.25])).toBe(2);
  });
});

it('wraps between words and loses none', () => {
  const text = 'one two three four five six seven';
  const lines = wrapText(text, 70, 12);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(text);
});
