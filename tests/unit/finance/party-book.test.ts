import { describe, expect, it } from 'vitest';
import { dealSummary } from '#shared/finance/deal-summary.ts';
import { basisReader, estimatedShare, estimatesIn } from '#shared/finance/estimates.ts';
import type { Flow } from '#shared/finance/flows.ts';
import {
  cyclesWith,
  openByLevel,
  type PartyLine,
  partyLines,
  sidesByPeriod,
  sidesOf,
} from '#shared/finance/party-book.ts';
import {
  flowsOfPair,
  pairsOf,
  recycledSales,
  roundTripsByLevel,
  roundTripsByPeriod,
} from '#shared/finance/round-trips.ts';
import type { BindingLevel, Deal, Tranche } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildDeal, buildFact, buildScenario, buildTimeline } from '#tests/support/builders.ts';

const ASOF = '2026-01-01';

function at(period: number, amount: number, parts: Partial<Tranche> = {}): Tranche {
  return { kind: 'dated', at: `2026Q${period + 1}`, amount, ...parts } as Tranche;
}

function deal(
  id: string,
  [payer, payee]: readonly [string, string],
  tranches: readonly Tranche[],
  parts: Partial<Deal> & { readonly level?: BindingLevel } = {},
): Deal {
  const { level = 'signed', ...rest } = parts;
  return buildDeal(id, {
    payer,
    payee,
    type: 'equity',
    unit: 'USD bn',
    announced: '2025-01-01',
    history: [{ from: '2025-01-01', level, facts: [] }],
    tranches,
    facts: [],
    ...rest,
  });
}

const purchase = (
  id: string,
  ends: readonly [string, string],
  tranches: readonly Tranche[],
  parts: Partial<Deal> & { readonly level?: BindingLevel } = {},
) => deal(id, ends, tranches, { type: 'purchase commitment', ...parts });

function scenarioOf(deals: readonly Deal[], parts: Partial<Scenario> = {}): Scenario {
  return buildScenario([], {
    company: 'B',
    timeline: buildTimeline({ start: '2026Q1', periods: 4, asOf: ASOF, actuals: [] }),
    deals,
    ...parts,
  });
}

function summaryOf(deals: readonly Deal[], level?: BindingLevel) {
  const range = { from: 0, to: 3 };
  return dealSummary(scenarioOf(deals), { asOf: ASOF, range, ...(level && { level }) }, () => null);
}

const flowsOf = (deals: readonly Deal[]): readonly Flow[] => summaryOf(deals).flows.full;

// 30 in, 50 back: the worked example of the model's description, section 8.
const THIRTY = deal('I', ['A', 'B'], [at(0, 30)]);
const FIFTY = purchase('P', ['B', 'A'], [at(1, 50)]);
const PAIR = { supplier: 'A', customer: 'B' };

describe('round trips of a pair', () => {
  it('30 in, 50 back: round trip 30, net 20, 60%', () => {
    const [pair] = summaryOf([THIRTY, FIFTY]).pairs;
    expect(pair).toMatchObject({ ...PAIR, roundTrip: 30, net: 20, share: 0.6 });
  });

  it('Amazon and Anthropic: 4 out, 4 back, net 0, and all of it can be its own money', () => {
    const [pair] = summaryOf([
      deal('1', ['Amazon', 'Anthropic'], [at(0, 4)]),
      purchase('2', ['Anthropic', 'Amazon (AWS)'], [at(0, 4)]),
      deal('3', ['B', 'Amazon'], []),
    ]).pairs;
    expect(pair).toMatchObject({ supplier: 'Amazon', roundTrip: 4, net: 0, share: 1 });
    expect(pair?.recycled).toEqual({ lower: 1, proportional: 1, upper: 1 });
    expect(pair?.resourcesKnown).toBe(false);
  });

  // Catches: a year's round trip that takes the money of another year.
  it('within a period counts what goes both ways in it alone', () => {
    const trips = roundTripsByPeriod(flowsOf([THIRTY, FIFTY]), PAIR, [[0], [1], [0, 1]]);
    expect(trips.map(({ roundTrip }) => roundTrip)).toEqual([0, 0, 30]);
    expect(trips.map(({ net }) => net)).toEqual([-30, 50, 20]);
  });

  it('by level counts what is at least so firm', () => {
    const flows = flowsOf([
      THIRTY,
      purchase('soft', ['B', 'A'], [at(1, 50)], { level: 'announced' }),
      purchase('firm', ['B', 'A'], [at(1, 5)]),
    ]);
    const trips = roundTripsByLevel(flows, PAIR);
    expect(Object.values(trips).map(({ roundTrip }) => roundTrip)).toEqual([0, 5, 5, 30, 30]);
  });

  // Catches: what A buys from B taken for what A puts into it.
  it('finds the flows of one pair and no others', () => {
    const flows = flowsOf([THIRTY, FIFTY, purchase('other', ['A', 'B'], [at(0, 9)])]);
    expect(flowsOfPair(flows, PAIR).map(({ deal: { id } }) => id)).toEqual(['I', 'P']);
  });
});

describe('recycled share of any party', () => {
  const O = deal('O', ['Others', 'B'], [at(0, 40)]);

  it('of one customer is the band of the model: I 30, P 50, O 40', () => {
    const flows = flowsOf([THIRTY, FIFTY, O]);
    const sales = recycledSales(flows, pairsOf(flows, 'B', 0), 'A');
    expect(sales.purchases).toBe(50);
    expect(sales.share?.lower).toBeCloseTo(0.2, 12);
    expect(sales.share?.proportional).toBeCloseTo(30 / 70, 12);
    expect(sales.share?.upper).toBeCloseTo(0.6, 12);
    expect(sales.resourcesKnown).toBe(true);
  });

  it('counts customers it never funded as paying with their own money', () => {
    const flows = flowsOf([THIRTY, FIFTY, O, purchase('C', ['C', 'A'], [at(0, 50)])]);
    expect(recycledSales(flows, pairsOf(flows, 'B', 0), 'A').share?.upper).toBeCloseTo(0.3, 12);
  });

  // Catches: a customer whose known money is less than what it pays: the same mix above the most.
  it('takes it that money which no deal explains was there all the same', () => {
    const flows = flowsOf([deal('I', ['A', 'C'], [at(0, 10)]), purchase('P', ['C', 'A'], [at(1, 50)])]);
    const [pair] = pairsOf(flows, 'B', 0);
    expect(pair?.recycled).toEqual({ lower: 0.2, proportional: 0.2, upper: 0.2 });
  });

  it('has no value for a party that sells nothing', () => {
    expect(recycledSales(flowsOf([THIRTY]), [], 'A').share).toBeNull();
  });
});

describe('what rests on estimates', () => {
  const facts = [
    buildFact('guess', { status: 'analyst estimate', knownFrom: '2025-06-01' }),
    buildFact('told', { status: 'reported', knownFrom: '2026-06-01' }),
  ];
  const linear: Tranche = { kind: 'linear', start: '2026Q1', quarters: 4, amount: 8 };
  const item: Tranche = { kind: 'item', item: 'row' };

  function basesOf(one: Deal, asOf = ASOF): string[] {
    const scenario = scenarioOf([one], { facts });
    const range = { from: 0, to: 3 };
    const { flows } = dealSummary(scenario, { asOf, range }, (key) => (key === 'row' ? 3 : null));
    return [...new Set(flows.full.map(basisReader(scenario, asOf)))];
  }

  it.each<[string, Deal, string]>([
    ['money below signed', deal('1', ['A', 'B'], [at(0, 1)], { level: 'conditional' }), 'soft'],
    ['what follows a row of the forecast', deal('1', ['A', 'B'], [item]), 'modelled'],
    ['a payment inferred from cash', deal('1', ['A', 'B'], [at(0, 1, { inferred: true })]), 'inferred'],
    ['only estimates behind it', deal('1', ['A', 'B'], [at(0, 1)], { facts: ['guess'] }), 'estimated'],
    ['a total spread over time', deal('1', ['A', 'B'], [linear]), 'spread'],
    ['a dated, signed amount', deal('1', ['A', 'B'], [at(0, 1)]), 'stated'],
  ])('%s', (_, one, expected) => {
    expect(basesOf(one)).toEqual([expected]);
  });

  // Catches: a fact of later days that firms up the past.
  it('knows only the facts of the day', () => {
    const both = deal('1', ['A', 'B'], [at(0, 1)], { facts: ['guess', 'told'] });
    expect(basesOf(both)).toEqual(['estimated']);
    expect(basesOf(both, '2026-06-01')).toEqual(['stated']);
  });

  it('adds up to the whole, the spread beside the estimates', () => {
    const scenario = scenarioOf([THIRTY, deal('2', ['A', 'B'], [linear], {}), deal('3', ['A', 'B'], [item])]);
    const range = { from: 0, to: 3 };
    const { flows } = dealSummary(scenario, { asOf: ASOF, range }, (key) => (key === 'row' ? 3 : null));
    const found = estimatesIn(flows.full, basisReader(scenario, ASOF));
    expect(found).toMatchObject({ total: 50, estimated: 12, spread: 8, byReason: { modelled: 12 } });
    expect(estimatedShare(found)).toBeCloseTo(0.24, 12);
    expect(estimatedShare(estimatesIn([], basisReader(scenario, ASOF)))).toBeNull();
  });
});

describe('parties', () => {
  const lineOf = (lines: readonly PartyLine[], name: string) => lines.find((one) => one.name === name);

  it('have both sides, exposure, round trip and shares; a part belongs to its whole', () => {
    const deals = [
      THIRTY,
      purchase('P', ['B', 'A (cloud)'], [at(1, 50)]),
      purchase('Q', ['B', 'C'], [at(1, 50)], { level: 'announced' }),
      deal('E', ['D', 'B'], [at(1, 1)], {
        history: [{ from: '2025-01-01', level: 'lapsed', facts: [] }],
      }),
    ];
    const lines = partyLines(scenarioOf(deals), ASOF, summaryOf(deals));
    expect(lines.map(({ name }) => name)).toEqual(['B', 'A', 'C', 'D']);
    expect(lineOf(lines, 'A')).toMatchObject({
      sides: { in: 50, out: 30, net: 20 },
      deals: 2,
      roundTrip: 30,
      funding: 1,
      obligations: 0.5,
    });
    expect(lineOf(lines, 'A')?.exposure?.open).toEqual({ in: 30, out: 50, larger: 50 });
    expect(lineOf(lines, 'C')).toMatchObject({ roundTrip: null, funding: null });
    expect(lineOf(lines, 'D')).toMatchObject({ deals: 0, exposure: null });
  });

  it('show the levels of the larger side of what is open, which add up to it', () => {
    const [line] = partyLines(
      scenarioOf([THIRTY, FIFTY]),
      ASOF,
      summaryOf([THIRTY, purchase('P', ['B', 'A'], [at(1, 50)], { level: 'announced' })]),
    ).filter(({ name }) => name === 'A');
    expect(line?.exposure && openByLevel(line.exposure)).toEqual({
      cash: 0,
      signed: 0,
      conditional: 0,
      announced: 50,
      rumoured: 0,
    });
  });

  it('are counted at the level that is chosen', () => {
    const deals = [THIRTY, purchase('P', ['B', 'A'], [at(1, 50)], { level: 'announced' })];
    expect(sidesOf(summaryOf(deals, 'signed').flows.counted, 'A')).toEqual({ in: 0, out: 30, net: -30 });
    expect(sidesOf(summaryOf(deals, 'announced').flows.counted, 'A').net).toBe(20);
    expect(summaryOf(deals, 'signed').pairs).toEqual([]);
  });

  it('have their sides in each period, and the circles they are on', () => {
    const summary = summaryOf([THIRTY, FIFTY, deal('x', ['B', 'C'], [at(0, 1)])]);
    const sides = sidesByPeriod(summary.flows.counted, 'A', [[0], [1], [2, 3]]);
    expect(sides.map(({ net }) => net)).toEqual([-30, 50, 0]);
    expect(cyclesWith(summary.cycles, 'A')).toEqual([{ parties: ['A', 'B'], bottleneck: 30 }]);
    expect(cyclesWith(summary.cycles, 'C')).toEqual([]);
  });
});
