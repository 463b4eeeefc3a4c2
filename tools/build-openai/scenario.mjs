import { casesOf } from './cases.mjs';
import { CLOSING } from './dates.mjs';
import { dealsOf } from './deals.mjs';
import { factsOf } from './facts.mjs';
import { itemsOf } from './items.mjs';
import { presentationOf } from './presentation.mjs';
import { inShownOrder, sectionsOf } from './sections.mjs';

const TIMELINE = {
  start: '2025Q1',
  periods: 24,
  asOf: CLOSING,
  actuals: [
    { from: '0001-01-01', lastActual: '2025Q1' },
    { from: '2025-09-05', lastActual: '2025Q2' },
    { from: '2025-11-30', lastActual: '2025Q3' },
    { from: '2026-02-20', lastActual: '2025Q4' },
    { from: '2026-06-30', lastActual: '2026Q1' },
  ],
};

/** The scenario as the program holds it in memory. */
export function scenarioOf({ items, cases, deals, facts, register }) {
  const allFacts = factsOf(facts);
  const rows = inShownOrder(itemsOf(items.items, allFacts));
  return {
    title: { en: 'OpenAI funding, 2025 to 2030', ar: 'تمويل OpenAI من 2025 إلى 2030' },
    company: 'OpenAI',
    timeline: TIMELINE,
    sections: sectionsOf(),
    items: Object.fromEntries(rows.map((row) => [row.key, row])),
    itemOrder: rows.map((row) => row.key),
    cases: casesOf(cases.cases),
    deals: dealsOf(deals, register),
    facts: allFacts,
    presentation: presentationOf(),
  };
}
