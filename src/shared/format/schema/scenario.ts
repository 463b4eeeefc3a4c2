import { z } from 'zod';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Timeline } from '#shared/model/timeline.ts';
import { LIMITS } from '../limits.ts';
import { dateSchema, itemKeySchema, periodSchema, textSchema, wholeNumber } from './basics.ts';
import { caseSchema } from './case.ts';
import { dealSchema } from './deal.ts';
import { factSchema } from './fact.ts';
import { lineItemSchema, sectionSchema } from './line-item.ts';
import { presentationSchema } from './presentation.ts';

export const FORMAT_NAME = 'headroom.scenario';
/** Version that this program writes. */
export const FORMAT_VERSION = 1;

const timelineSchema = z.strictObject({
  start: periodSchema,
  periods: wholeNumber(1, LIMITS.periods),
  asOf: dateSchema,
  actuals: z.array(z.strictObject({ from: dateSchema, lastActual: periodSchema })).max(LIMITS.list),
}) satisfies z.ZodType<Timeline>;

const before = {
  title: textSchema,
  company: z.string().max(LIMITS.name),
  timeline: timelineSchema,
  sections: z.array(sectionSchema).max(LIMITS.sections),
};

const after = {
  cases: z.array(caseSchema).max(LIMITS.cases),
  deals: z.array(dealSchema).max(LIMITS.deals),
  facts: z.array(factSchema).max(LIMITS.facts),
  presentation: presentationSchema,
};

/** A scenario as it stands in a file: rows are a list, from top to bottom. */
export const scenarioFileSchema = z.strictObject({
  format: z.literal(FORMAT_NAME),
  version: z.literal(FORMAT_VERSION),
  savedBy: z.string().min(1).max(LIMITS.name),
  ...before,
  items: z.array(lineItemSchema).max(LIMITS.rows),
  ...after,
});
export type ScenarioFile = z.infer<typeof scenarioFileSchema>;

/** A scenario as the program holds it. */
export const scenarioSchema = z.strictObject({
  ...before,
  items: z.record(itemKeySchema, lineItemSchema),
  itemOrder: z.array(itemKeySchema).max(LIMITS.rows),
  ...after,
}) satisfies z.ZodType<Scenario>;
