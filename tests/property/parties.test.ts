import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyOf, flowsAtLevel } from '#shared/finance/flow-choice.ts';
import type { Flow } from '#shared/finance/flows.ts';
import { sidesByPeriod } from '#shared/finance/party-book.ts';
import {
  pairsOf,
  recycledSales,
  roundTripsByLevel,
  roundTripsByPeriod,
} from '#shared/finance/round-trips.ts';
import { BINDING_LEVELS, DEAL_TYPES } from '#shared/model/deal.ts';
import { buildDeal } from '#tests/support/builders.ts';

const PERIODS = 3;
const NAMES = ['A', 'B', 'C', 'D'];
const COLUMNS = Array.from({ length: PERIODS }, (_, period) => [period]);

const flow: fc.Arbitrary<Flow> = fc
  .record({
    ends: fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 2 }),
    type: fc.constantFrom(...DEAL_TYPES),
    reverse: fc.boolean(),
    period: fc.integer({ min: 0, max: PERIODS - 1 }),
    amount: fc.integer({ min: 1, max: 1000 }),
    level: fc.constantFrom(...BINDING_LEVELS),
  })
  .map(({ ends: [payer = 'A', payee = 'B'], type, reverse, ...rest }) => ({
    ...rest,
    tranche: 0,
    payer,
    payee,
    deal: buildDeal('x', { type, ...(reverse ? { payer: payee, payee: payer } : { payer, payee }) }),
  }));
const flows = fc.array(flow, { maxLength: 20 });

describe('any network of flows', () => {
  // Catches: a flow that is counted on one side only, or in no period.
  it('nets to nothing over all parties in every period, at every level', () => {
    fc.assert(
      fc.property(flows, fc.constantFrom(...BINDING_LEVELS), (all, level) => {
        const counted = flowsAtLevel(all, level, () => null);
        const nets = NAMES.map((name) => sidesByPeriod(counted, name, COLUMNS));
        for (let period = 0; period < PERIODS; period++)
          expect(nets.reduce((sum, sides) => sum + (sides[period]?.net ?? Number.NaN), 0)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  // Catches: the proportional share above the most that can be, where little is known of a customer.
  it('has bands from the least to the most, of pairs and of parties', () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 0, max: 500 }), (all, opening) => {
        const pairs = pairsOf(all, 'A', opening);
        const sales = NAMES.map((name) => recycledSales(all, pairs, name).share);
        for (const band of [...pairs.map(({ recycled }) => recycled), ...sales]) {
          if (!band) continue;
          const steps = [0, band.lower, band.proportional, band.upper, 1];
          for (const [at, step] of steps.entries())
            expect(step).toBeLessThanOrEqual((steps[at + 1] ?? 1) + 1e-12);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has round trips that grow as softer money is counted, and that no sum of periods exceeds', () => {
    fc.assert(
      fc.property(flows, (all) => {
        for (const pair of pairsOf(all, 'A', 0)) {
          const trips = BINDING_LEVELS.map((level) => roundTripsByLevel(all, pair)[level].roundTrip);
          expect(trips).toEqual([...trips].sort((a, b) => a - b));
          expect(trips.at(-1)).toBe(pair.roundTrip);
          const parts = roundTripsByPeriod(all, pair, COLUMNS);
          expect(parts.reduce((sum, { roundTrip }) => sum + roundTrip, 0)).toBeLessThanOrEqual(
            pair.roundTrip,
          );
          expect(parts.reduce((sum, { net }) => sum + net, 0)).toBe(pair.net);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('adds up only the unit most deals are in', () => {
    expect(currencyOf({ deals: ['m', 'USD bn', 'USD bn'].map((unit) => buildDeal('x', { unit })) })).toBe(
      'USD bn',
    );
  });
});
