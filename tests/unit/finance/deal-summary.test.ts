import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/engine.ts';
import { withDelayedDeal, withoutDeals, withScaledDeal } from '#shared/finance/change-deals.ts';
import { dealSummary, totalOf } from '#shared/finance/deal-summary.ts';
import { flowsOf, netByParty } from '#shared/finance/flows.ts';
import { trancheAmount } from '#shared/finance/schedule.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();

function seen(from: Scenario, viewpoint: { caseId: string | null; asOf: string | null }) {
  const engine = createEngine(from, viewpoint);
  const read = (key: string, period: number) => engine.row(key)?.periods[period] ?? null;
  return { read, asOf: asOfDate(from, viewpoint.caseId, viewpoint.asOf) };
}

const whole = { from: 0, to: scenario.timeline.periods - 1 };

function summaryOn(asOf: string | null, caseId: string | null = null) {
  const { read, asOf: day } = seen(scenario, { caseId, asOf });
  return dealSummary(scenario, { asOf: day, range: whole }, read);
}

const amountsOf = (name: string, asOf: string) => {
  const found = summaryOn(asOf).counterparties.find((one) => one.name === name);
  return found?.in ?? null;
};

describe("Nvidia's letter of intent", () => {
  it.each([
    ['2025-12-31', { cash: 0, signed: 0, conditional: 0, announced: 100, rumoured: 0 }],
    ['2026-02-26', { cash: 0, signed: 0, conditional: 0, announced: 100, rumoured: 0 }],
    ['2026-02-27', { cash: 0, signed: 30, conditional: 0, announced: 0, rumoured: 0 }],
    ['2026-04-01', { cash: 10, signed: 20, conditional: 0, announced: 0, rumoured: 0 }],
  ])('as of %s', (asOf, expected) => {
    const amounts = amountsOf('Nvidia', asOf);
    for (const [level, amount] of Object.entries(expected))
      expect(amounts?.[level as keyof typeof expected]).toBeCloseTo(amount, 9);
  });
});

describe('superseded deals', () => {
  const superseded = scenario.deals.filter(({ supersededBy }) => supersededBy !== undefined);

  it.each(superseded.map((deal) => [deal.id, deal] as const))(
    '%s flows until its successor, then no more',
    (id, deal) => {
      const end = deal.history.find(({ level }) => level === 'lapsed')?.from ?? '';
      const successor = scenario.deals.find((one) => one.id === deal.supersededBy);
      expect(successor?.history[0]?.from).toBe(end);
      const { read } = seen(scenario, { caseId: null, asOf: end });
      const after = flowsOf(scenario, end, read).flows.filter((flow) => flow.deal.id === id);
      expect(after.every(({ level }) => level === 'cash')).toBe(true);
    },
  );
});

describe('double entry', () => {
  const dates = ['2025-01-01', '2025-09-23', '2025-12-31', '2026-04-01', '2026-07-31'];

  it.each(dates)('nets to nothing over all parties in every period, as of %s', (asOf) => {
    const { read } = seen(scenario, { caseId: null, asOf });
    const { flows, unread } = flowsOf(scenario, asOf, read);
    expect(unread).toEqual([]);
    expect(flows.length).toBeGreaterThan(0);
    const nets = [...netByParty(flows, scenario.timeline.periods).values()];
    for (let period = 0; period < scenario.timeline.periods; period++) {
      const sum = nets.reduce((total, net) => total + (net[period] ?? 0), 0);
      expect(Math.abs(sum)).toBeLessThan(1e-9);
    }
  });

  it('exchanges the parties of a repayment', () => {
    const { read, asOf } = seen(scenario, { caseId: null, asOf: null });
    const credit = flowsOf(scenario, asOf, read).flows.filter(({ deal }) => deal.id === 'E24');
    const given = credit
      .filter(({ payer }) => payer === 'Broadcom')
      .reduce((sum, { amount }) => sum + amount, 0);
    const back = credit
      .filter(({ payer }) => payer === 'OpenAI')
      .reduce((sum, { amount }) => sum + amount, 0);
    expect(given).toBeCloseTo(18, 9);
    expect(back).toBeCloseTo(18, 9);
  });
});

describe('summary of the base', () => {
  const summary = summaryOn(null);
  const pair = (supplier: string, customer = 'OpenAI') =>
    summary.pairs.find((one) => one.supplier === supplier && one.customer === customer);

  it('gives the round trips of the model', () => {
    expect(pair('Amazon')?.putIn).toBeCloseTo(50, 9);
    expect(pair('Amazon')?.purchases).toBeCloseTo(70.2, 9);
    expect((pair('Amazon')?.share ?? 0) * 100).toBeCloseTo(71.2251, 4);
    expect(pair('Microsoft')?.roundTrip).toBeCloseTo(1.4, 9);
    expect(pair('AMD')?.roundTrip).toBeCloseTo(13.599, 3);
    expect(pair('Broadcom')?.roundTrip).toBeCloseTo(18, 9);
    const direct = ['Amazon', 'Microsoft', 'AMD', 'Broadcom'].reduce(
      (sum, name) => sum + (pair(name)?.roundTrip ?? 0),
      0,
    );
    expect(direct).toBeCloseTo(82.999, 3);
  });

  it("gives Finn's index and the concentration of obligations", () => {
    expect(summary.cycling.index).toBeCloseTo(0.041112127, 9);
    expect(summary.concentration.obligations?.herfindahl).toBeCloseTo(0.1835, 4);
    const [first, second] = summary.concentration.obligations?.shares ?? [];
    expect([first?.name, second?.name]).toEqual(['Microsoft', 'Oracle']);
    expect((first?.share ?? 0) * 100).toBeCloseTo(31.0472, 3);
  });

  it('has a ladder whose layers and last gap are the need without any money', () => {
    for (const caseId of [null, ...scenario.cases.map(({ id }) => id)]) {
      const { ladder, gapNone } = summaryOn(null, caseId);
      const sum = ladder.reduce(
        (total, { cover }) => total + (cover ?? Number.NaN),
        ladder.at(-1)?.gapLeft ?? Number.NaN,
      );
      expect(sum).toBeCloseTo(gapNone ?? Number.NaN, 9);
    }
  });

  it('gets 57.65% of outside money from its suppliers', () => {
    const suppliers = ['Amazon', 'Microsoft', 'AMD', 'Broadcom', 'Nvidia'];
    const shares = summary.concentration.funding?.shares.filter(({ name }) => suppliers.includes(name));
    expect((shares ?? []).reduce((sum, { share }) => sum + share, 0) * 100).toBeCloseTo(57.65, 2);
  });

  it('shows both sides of a party', () => {
    const microsoft = summary.counterparties.find(({ name }) => name === 'Microsoft');
    expect(microsoft && totalOf(microsoft.in)).toBeCloseTo(1.4, 9);
    expect(microsoft && totalOf(microsoft.out)).toBeGreaterThan(100);
  });
});

describe('pulling a thread', () => {
  const gapOf = (changed: Scenario) => {
    const engine = createEngine(changed, { caseId: null, asOf: null });
    return engine.row('gap_total')?.periods.at(-1);
  };

  it.each([
    ['E10', 0],
    ['E12', 13.339],
    ['E19', 75.588],
    ['E17 E16', 27.063],
    ['E23', 19.972],
    ['E24', 46.263],
    ['E21', 30.147],
  ])('without %s the gap is %d', (ids, gap) => {
    expect(gapOf(withoutDeals(scenario, new Set(ids.split(' '))))).toBeCloseTo(gap, 3);
  });

  it('a deal of no size is as good as none, one of its own size the same', () => {
    expect(gapOf(withScaledDeal(scenario, 'E10', 0))).toBeCloseTo(0, 9);
    expect(gapOf(withScaledDeal(scenario, 'E12', 1))).toBe(gapOf(scenario));
  });

  it('a delay moves what is still to be paid and leaves what was paid', () => {
    const later = withDelayedDeal(scenario, 'E08', 2).deals.find(({ id }) => id === 'E08');
    const dates = later?.tranches.map((tranche) => (tranche.kind === 'dated' ? tranche.at : ''));
    expect(dates).toEqual(['2026Q2', '2026Q3', '2027Q2']);
    expect(gapOf(withDelayedDeal(scenario, 'E10', 0))).toBeCloseTo(40.3533, 3);
  });
});

describe('a deal that is changed', () => {
  /** Flows of a deal by quarter, both ways, the way back negative. */
  const flowsIn = (changed: Scenario, id: string, caseId: string | null = null) => {
    const { read, asOf } = seen(changed, { caseId, asOf: null });
    const { flows, unread } = flowsOf(changed, asOf, read);
    expect(unread).toEqual([]);
    const amounts = Array.from({ length: changed.timeline.periods }, () => 0);
    for (const { deal, period, payer, amount } of flows) {
      if (deal.id === id)
        amounts[period] = (amounts[period] ?? 0) + (payer === deal.payer ? amount : -amount);
    }
    return amounts;
  };
  const closeTo = (amounts: readonly number[]) => amounts.map((amount) => expect.closeTo(amount, 9));
  const laterBy = (quarters: number, amounts: readonly number[]) =>
    [...Array.from({ length: quarters }, () => 0), ...amounts].slice(0, amounts.length);

  // Catches: a delay without effect where money follows a condition, a milestone or capacity.
  it.each(['E10', 'E12', 'E17', 'E19', 'E21', 'E22', 'E23', 'E24'])('%s comes two quarters later', (id) => {
    const delayed = flowsIn(withDelayedDeal(scenario, id, 2), id);
    const asIs = flowsIn(scenario, id);
    // Capacity holds year ends, so chips bought by it are late to the year, not to the quarter.
    if (id === 'E12') {
      // Two quarters are settled on that day: what was paid stays, a gap, then the rest.
      expect(delayed.slice(4, 9)).toEqual(closeTo([5, 5, 0, 0, 5]));
      expect(delayed.slice(8)).toEqual(closeTo(asIs.slice(6, -2)));
    } else if (id === 'E21' || id === 'E23') {
      const first = (amounts: readonly number[]) => amounts.findIndex((amount) => amount > 0);
      expect(first(delayed)).toBe(first(asIs) + 2);
    } else if (id === 'E17') {
      expect(delayed.slice(5, 8)).toEqual(closeTo([1 / 3, 0, 0]));
      expect(delayed.slice(8)).toEqual(closeTo(asIs.slice(6, -2)));
    } else expect(delayed).toEqual(closeTo(laterBy(2, asIs)));
  });

  // Catches: reported quarters rewritten by a delay that begins today.
  it('keeps the checks on the last reported quarter', () => {
    const { read } = seen(withDelayedDeal(scenario, 'E12', 2), { caseId: null, asOf: null });
    for (const key of scenario.itemOrder.filter((one) => scenario.items[one]?.role === 'check'))
      expect([key, read(key, 4)]).toEqual([key, true]);
  });

  it('moves as a whole on a day before anything was settled', () => {
    const [deal] = withDelayedDeal(scenario, 'E12', 2, '2025-12-31').deals.filter(({ id }) => id === 'E12');
    const [tranche] = deal?.tranches ?? [];
    expect(tranche?.kind === 'quarters' && tranche.amounts.slice(0, 3)).toEqual([0, 0, 5]);
  });

  it("keeps to the year the capacity that the delayed deal's straight lines pass through", () => {
    const later = withDelayedDeal(scenario, 'E21', 2).deals.find(({ id }) => id === 'E21')?.capacity;
    expect(later?.start).toBe('2027Q1');
    const levels = [0, 0, 0, 0.35, 1, 1.9, 2.9, 3.4];
    const found = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031].map((year) => later?.yearEnd[year]);
    expect(found).toEqual(closeTo(levels));
  });

  // Catches: a factor without effect on a rate that is a line item; capacity and rate both scaled.
  it.each(['E10', 'E19', 'E21', 'E22', 'E23', 'E24'])('%s of half the size pays half', (id) => {
    const half = flowsIn(withScaledDeal(scenario, id, 0.5), id);
    expect(half).toEqual(closeTo(flowsIn(scenario, id).map((amount) => amount / 2)));
  });

  it('meets its condition where a case does, only later', () => {
    const ipo = scenario.cases.find(({ name }) => name.en.startsWith('IPO'))?.id ?? '';
    const asIs = flowsIn(scenario, 'E19', ipo);
    expect(asIs.findIndex((amount) => amount > 0)).toBeLessThan(15);
    const late = flowsIn(withDelayedDeal(scenario, 'E19', 3), 'E19', ipo);
    expect(late).toEqual(closeTo(laterBy(3, asIs)));
  });

  it('loses and makes no money by being late: what no longer fits lies after the timeline', () => {
    const sizeOf = (changed: Scenario) => {
      const deal = changed.deals.find(({ id }) => id === 'E17');
      return (deal?.tranches ?? []).reduce(
        (sum, tranche) =>
          sum + (tranche.kind === 'annual' || tranche.kind === 'quarters' ? trancheAmount(tranche) : 0),
        0,
      );
    };
    expect(sizeOf(scenario)).toBeCloseTo(100, 9);
    expect(sizeOf(withDelayedDeal(scenario, 'E17', 5))).toBeCloseTo(100, 9);
  });
});

describe('exposure to a party', () => {
  // Catches: paid money that still counts as a risk.
  it('is what is still to come, the larger of both sides', () => {
    const nvidia = summaryOn('2026-04-01').counterparties.find(({ name }) => name === 'Nvidia');
    expect(nvidia?.open.in).toBeCloseTo(20, 9);
    for (const { open, out } of summaryOn('2026-04-01').counterparties) {
      expect(open.larger).toBe(Math.max(open.in, open.out));
      expect(open.out).toBeCloseTo(totalOf(out) - out.cash, 9);
    }
  });
});
