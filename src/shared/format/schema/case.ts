import { z } from 'zod';
import type { Case, Override } from '#shared/model/case.ts';
import { dateSchema, idSchema, itemKeySchema, textSchema } from './basics.ts';
import { contentSchema, periodValuesSchema } from './line-item.ts';

const overrideSchema = z.strictObject({
  content: contentSchema.exactOptional(),
  values: periodValuesSchema,
  reason: z.string(),
}) satisfies z.ZodType<Override>;

export const caseSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  reason: textSchema,
  inherits: idSchema.exactOptional(),
  asOf: dateSchema.exactOptional(),
  overrides: z.record(itemKeySchema, overrideSchema),
}) satisfies z.ZodType<Case>;
