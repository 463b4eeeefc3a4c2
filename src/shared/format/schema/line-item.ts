import { z } from 'zod';
import { AGGREGATIONS, type Content, type LineItem, type Section } from '#shared/model/line-item.ts';
import { LIMITS } from '../limits.ts';
import {
  dateSchema,
  factIdsSchema,
  idSchema,
  inputValueSchema,
  itemKeySchema,
  numberSchema,
  periodSchema,
  textSchema,
  unitSchema,
  wholeNumber,
  yearSchema,
} from './basics.ts';

export const contentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant'), value: inputValueSchema }),
  z.strictObject({
    kind: z.literal('dated'),
    entries: z.array(z.strictObject({ from: dateSchema, value: inputValueSchema })).max(LIMITS.list),
  }),
  z.strictObject({ kind: z.literal('byYear'), values: z.record(yearSchema, inputValueSchema) }),
  z.strictObject({ kind: z.literal('byPeriod'), values: z.array(inputValueSchema).max(LIMITS.periods) }),
  z.strictObject({ kind: z.literal('formula'), formula: z.string().min(1).max(LIMITS.formula) }),
]) satisfies z.ZodType<Content>;

/** Values typed into single periods. */
export const periodValuesSchema = z.record(periodSchema, inputValueSchema);

export const lineItemSchema = z.strictObject({
  key: itemKeySchema,
  label: textSchema,
  section: idSchema,
  unit: unitSchema,
  role: z.enum(['driver', 'calculation', 'check', 'header']),
  aggregation: z.enum(AGGREGATIONS),
  content: contentSchema,
  overrides: periodValuesSchema,
  range: z
    .strictObject({ low: numberSchema.exactOptional(), high: numberSchema.exactOptional() })
    .exactOptional(),
  facts: factIdsSchema,
  assumption: z.string().exactOptional(),
  note: z.string().exactOptional(),
  comments: z
    .record(z.union([periodSchema, yearSchema]), z.string().min(1).max(LIMITS.comment))
    .exactOptional(),
  total: z.boolean().exactOptional(),
  folded: z.boolean().exactOptional(),
  decimals: wholeNumber(0, LIMITS.decimals).exactOptional(),
}) satisfies z.ZodType<LineItem>;

export const sectionSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  closed: z.boolean().exactOptional(),
}) satisfies z.ZodType<Section>;
