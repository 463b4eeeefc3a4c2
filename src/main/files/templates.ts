import { join } from 'node:path';
import type { IsoDate } from '#shared/model/date.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { ok, type Result } from '#shared/util/result.ts';
import { type DocumentError, readDocument } from './document-files.ts';

export const TEMPLATES = ['openai', 'blank'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

const BLANK_PERIODS = 20;

/** A new scenario. `resources` is the folder that holds the shipped ones; `today` dates a blank one. */
export async function newScenario(
  template: TemplateName,
  resources: string,
  today: IsoDate,
): Promise<Result<Scenario, DocumentError>> {
  if (template === 'blank') return ok(blankScenario(today));
  const read = await readDocument(join(resources, `${template}.scenario`));
  return read.ok ? ok(read.value.scenario) : read;
}

/** Five years by quarter from the current year on, one section, no rows. */
function blankScenario(today: IsoDate): Scenario {
  return {
    title: { en: 'New scenario', ar: 'سيناريو جديد' },
    company: '',
    timeline: { start: `${today.slice(0, 4)}Q1`, periods: BLANK_PERIODS, asOf: today, actuals: [] },
    sections: [{ id: 'assumptions', label: { en: 'Assumptions', ar: 'الافتراضات' } }],
    items: {},
    itemOrder: [],
    cases: [],
    deals: [],
    facts: [],
    presentation: { pinned: [] },
  };
}
