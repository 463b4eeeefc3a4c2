import { describe, expect, it } from 'vitest';
import { concentration } from '#shared/finance/concentration.ts';
import { cyclingIndex } from '#shared/finance/cycling-index.ts';
import { cyclesOf } from '#shared/finance/flow-matrix.ts';
import { recycledShare, roundTrip } from '#shared/finance/round-trips.ts';

/** Worked examples of the model's description, section 8. */
describe('round trip of a pair', () => {
  it.each([
    ['A invests 30, B buys 50', 30, 50, { roundTrip: 30, net: 20, share: 0.6 }],
    ["Nvidia's letter of intent", 100, 350, { roundTrip: 100, net: 250, share: 100 / 350 }],
    ['Amazon and Anthropic', 4, 4, { roundTrip: 4, net: 0, share: 1 }],
    ['nothing bought', 10, 0, { roundTrip: 0, net: -10, share: null }],
  ])('%s', (_, putIn, purchases, expected) => {
    expect(roundTrip(putIn, purchases)).toEqual(expected);
  });
});

describe('recycled share', () => {
  it('is a band from own money first to the money of the supplier first', () => {
    const band = recycledShare(30, 50, 40);
    expect(band?.lower).toBeCloseTo(0.2, 12);
    expect(band?.proportional).toBeCloseTo(30 / 70, 12);
    expect(band?.upper).toBeCloseTo(0.6, 12);
  });

  it('never puts the lower side above the upper, and has no value without purchases', () => {
    expect(recycledShare(10, 50, 0)).toEqual({ lower: 0.2, proportional: 1, upper: 0.2 });
    expect(recycledShare(10, 0, 40)).toBeNull();
  });
});

describe("Finn's cycling index", () => {
  it('of two parties is what comes back of the larger way', () => {
    const cycling = cyclingIndex([
      [0, 30],
      [50, 0],
    ]);
    expect(cycling.index).toBeCloseTo(0.6, 12);
    expect(cycling.throughflow).toBe(100);
    expect(cycling.returned).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.6, 12)]);
  });

  it('of a closed circle is 1, without a division by zero', () => {
    expect(
      cyclingIndex([
        [0, 4],
        [4, 0],
      ]).index,
    ).toBe(1);
  });

  it('multiplies the shares along a cycle and leaves parties beside it at 0', () => {
    const cycling = cyclingIndex([
      [0, 30, 0, 0],
      [0, 0, 50, 20],
      [10, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(cycling.throughflow).toBe(170);
    expect(cycling.returned.slice(0, 3).every((share) => Math.abs(share - 1 / 7) < 1e-12)).toBe(true);
    expect(cycling.returned[3]).toBe(0);
    expect(cycling.cycled).toBeCloseTo(150 / 7, 9);
    expect(cycling.index).toBeCloseTo(0.12605042016806722, 12);
  });

  it('is 0 where nothing flows, and does not count what a party pays to itself', () => {
    expect(cyclingIndex([]).index).toBe(0);
    expect(cyclingIndex([[5]]).index).toBe(0);
  });
});

describe('cycles', () => {
  it('are named once each, with the smallest amount on the way', () => {
    const cycles = cyclesOf({
      parties: ['A', 'B', 'C'],
      amounts: [
        [0, 30, 7],
        [0, 0, 50],
        [10, 20, 0],
      ],
    });
    expect(cycles).toEqual([
      { parties: ['B', 'C'], bottleneck: 20 },
      { parties: ['A', 'B', 'C'], bottleneck: 10 },
      { parties: ['A', 'C'], bottleneck: 7 },
    ]);
  });
});

describe('concentration', () => {
  it('sums squared shares of a total that may be more than the parties have', () => {
    const found = concentration(
      new Map([
        ['small', 10],
        ['large', 50],
        ['none', 0],
      ]),
      100,
    );
    expect(found?.shares.map(({ name }) => name)).toEqual(['large', 'small']);
    expect(found?.herfindahl).toBeCloseTo(0.26, 12);
    expect(concentration(new Map(), 0)).toBeNull();
  });
});
