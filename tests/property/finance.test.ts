import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/engine.ts';
import { dealSummary } from '#shared/finance/deal-summary.ts';
import { flowsOf, netByParty } from '#shared/finance/flows.ts';
import { dayAt, dayNumber } from '#shared/model/date.ts';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import type { CellValue } from '#shared/model/value.ts';
import { openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const { periods } = scenario.timeline;
const engine = createEngine(scenario, { caseId: null, asOf: null });
const day = fc
  .integer({ min: dayNumber('2025-01-01'), max: dayNumber('2026-07-31') })
  .map((number) => dayAt(number));
const caseId = fc.constantFrom(null, ...scenario.cases.map(({ id }) => id));

/** By how much the layers of a period and the last gap miss the need without any money; both stand at the end. */
function ladderGap(read: (key: string, period: number) => CellValue, period: number): number {
  const roles = scenario.presentation.funding?.ladder;
  const value = (key: string | undefined, at: number) =>
    Number(key === undefined ? Number.NaN : read(key, at));
  const layers = BINDING_LEVELS.reduce((sum, level) => sum + value(roles?.layers[level], period), 0);
  return layers + value(roles?.needUpTo.rumoured, periods - 1) - value(roles?.needWithNone, periods - 1);
}

describe('the register on any day, in any case', () => {
  // Catches: a layer left out, a flow with one side, a level counted twice on some day between changes.
  it('has a ladder that sums and flows that net to nothing', () => {
    fc.assert(
      fc.property(day, caseId, (asOf, chosen) => {
        engine.look({ caseId: chosen, asOf });
        const read = (key: string, period: number) => engine.row(key)?.periods[period] ?? null;
        const { ladder, gapNone } = dealSummary(
          scenario,
          { asOf, range: { from: 0, to: periods - 1 } },
          read,
        );
        const layers = ladder.reduce((sum, { cover }) => sum + (cover ?? Number.NaN), 0);
        expect(
          Math.abs(layers + (ladder.at(-1)?.gapLeft ?? Number.NaN) - (gapNone ?? Number.NaN)),
        ).toBeLessThan(1e-9);
        for (let period = 0; period < periods; period++)
          expect(Math.abs(ladderGap(read, period))).toBeLessThan(1e-9);
        const nets = [...netByParty(flowsOf(scenario, asOf, read).flows, periods).values()];
        for (let period = 0; period < periods; period++)
          expect(Math.abs(nets.reduce((sum, net) => sum + (net[period] ?? 0), 0))).toBeLessThan(1e-9);
      }),
      { numRuns: 25 },
    );
  });
});
