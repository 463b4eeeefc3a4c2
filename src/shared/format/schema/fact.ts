import { z } from 'zod';
import { FACT_STATUSES, type Fact, type Source } from '#shared/model/fact.ts';
import { as, dateSchema, idSchema, numberSchema, textSchema, unitSchema } from './basics.ts';

/** Never `javascript:` or a file: an address may one day be clicked. */
const WEB_ADDRESS = /^https?:\/\/[^\s]+$/;

export const sourceSchema = z.strictObject({
  publisher: z.string(),
  title: z.string(),
  date: z.string(),
  address: z.string().regex(WEB_ADDRESS, as('address-invalid')).exactOptional(),
  upstream: z.string().exactOptional(),
}) satisfies z.ZodType<Source>;

export const factSchema = z.strictObject({
  id: idSchema,
  subject: z.string(),
  metric: z.string(),
  value: numberSchema.nullable(),
  low: numberSchema.exactOptional(),
  high: numberSchema.exactOptional(),
  unit: unitSchema,
  period: z.string(),
  status: z.enum(FACT_STATUSES),
  knownFrom: dateSchema,
  supersededBy: idSchema.exactOptional(),
  source: sourceSchema,
  statement: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  tier: z.enum(['A', 'B', 'none']),
  note: z.string().exactOptional(),
  original: textSchema.exactOptional(),
}) satisfies z.ZodType<Fact>;
