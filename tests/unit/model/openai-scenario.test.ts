import { describe, expect, it } from 'vitest';
import { fixedFlows, isFixed, trancheAmount, trancheRemainder } from '#shared/finance/schedule.ts';
import { openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const rows = scenario.itemOrder.map((key) => scenario.items[key]).filter((row) => row !== undefined);

describe('the shipped scenario', () => {
  // Catches: a build from damaged data.
  it('has all sections and rows, each row in its section', () => {
    const counts = scenario.sections.map(
      (section) => rows.filter((row) => row.section === section.id).length,
    );
    expect(counts).toEqual([46, 24, 27, 26, 17, 31, 20, 8, 17, 19, 24, 14, 11, 27]);
    expect(rows.filter((row) => !row.folded && !closed().has(row.section))).toHaveLength(147);
    expect([scenario.cases.length, scenario.deals.length, scenario.facts.length]).toEqual([10, 68, 255]);
  });

  // Catches: a typed figure that nobody answers for.
  it('binds every typed figure to facts, or says that it is assumed', () => {
    const unbound = rows.filter(
      (row) => row.content.kind !== 'formula' && row.facts.length === 0 && !row.assumption,
    );
    expect(unbound.map((row) => row.key)).toEqual([]);
    const known = new Set(scenario.facts.map((fact) => fact.id));
    expect(rows.flatMap((row) => row.facts).filter((id) => !known.has(id))).toEqual([]);
  });

  it('says where a figure rests on memory', () => {
    const weak = new Set(scenario.facts.filter((fact) => fact.tier === 'none').map((fact) => fact.id));
    const resting = rows.filter((row) => row.facts.some((id) => weak.has(id)));
    expect(resting.map((row) => row.key)).toEqual(['arpu_plan', 'anthropic_in']);
    for (const row of resting) expect(row.note).toContain('memory');
  });

  // Catches: an address that is none, or a day after the data were closed.
  it('keeps only web addresses and days up to the close of the data', () => {
    for (const { source } of [...scenario.facts, ...scenario.deals]) {
      if (source.address !== undefined) expect(source.address).toMatch(/^https?:\/\//);
    }
    expect(scenario.facts.filter((fact) => fact.knownFrom > '2026-07-31')).toEqual([]);
  });

  it('names every row, section and case in both languages', () => {
    const texts = [...rows, ...scenario.sections]
      .map((one) => one.label)
      .concat(scenario.cases.flatMap((one) => [one.name, one.reason]));
    for (const text of texts) {
      expect(text.en).toMatch(/[A-Za-z]/);
      expect(text.ar).toMatch(/[\u0600-\u06FF]/);
    }
  });

  // Catches: a tranche that pays more or less than it says.
  it('has tranches that pay their amount within the timeline and after it', () => {
    for (const tranche of scenario.deals.flatMap((deal) => deal.tranches).filter(isFixed)) {
      const paid = fixedFlows(tranche, scenario.timeline).reduce((sum, flow) => sum + flow, 0);
      expect(paid + trancheRemainder(tranche, scenario.timeline)).toBeCloseTo(trancheAmount(tranche), 9);
    }
  });

  it('gives every part in headline and charts to a row that exists', () => {
    const keys = JSON.stringify(scenario.presentation).match(/"[a-z]+(_[a-z0-9]+)+"/g) ?? [];
    const names = keys.map((key) => key.slice(1, -1));
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((key) => !scenario.items[key])).toEqual([]);
  });
});

function closed(): Set<string> {
  return new Set(scenario.sections.filter((section) => section.closed).map((section) => section.id));
}
