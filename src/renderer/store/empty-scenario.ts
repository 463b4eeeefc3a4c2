import type { Scenario } from '#shared/model/scenario.ts';

/** Stands in the store while no document is open, so that views need not ask. */
export const EMPTY_SCENARIO: Scenario = {
  title: { en: '', ar: '' },
  company: '',
  timeline: { start: '2026Q1', periods: 1, asOf: '2026-01-01', actuals: [] },
  sections: [],
  items: {},
  itemOrder: [],
  cases: [],
  deals: [],
  facts: [],
  presentation: { pinned: [] },
};
