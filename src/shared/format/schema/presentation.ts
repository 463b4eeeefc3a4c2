import { z } from 'zod';
import {
  type FundingRoles,
  type LadderRoles,
  OBLIGATION_GROUPS,
  type ObligationSeries,
  type Presentation,
} from '#shared/model/presentation.ts';
import { LIMITS } from '../limits.ts';
import { itemKeySchema, textSchema } from './basics.ts';

const perLevel = z.strictObject({
  cash: itemKeySchema,
  signed: itemKeySchema,
  conditional: itemKeySchema,
  announced: itemKeySchema,
  rumoured: itemKeySchema,
});

const obligationSchema = z.strictObject({
  label: textSchema,
  group: z.enum(OBLIGATION_GROUPS),
  items: z.array(itemKeySchema).max(LIMITS.list),
}) satisfies z.ZodType<ObligationSeries>;

const ladderSchema = z.strictObject({
  needWithNone: itemKeySchema,
  needUpTo: perLevel,
  layers: perLevel,
  cashUpTo: perLevel,
}) satisfies z.ZodType<LadderRoles>;

const fundingSchema = z.strictObject({
  revenue: itemKeySchema,
  levels: perLevel,
  obligations: z.array(obligationSchema).max(LIMITS.list),
  gap: itemKeySchema,
  gapTotal: itemKeySchema,
  softShare: itemKeySchema,
  runway: itemKeySchema,
  cash: itemKeySchema,
  cashOpen: itemKeySchema,
  cashUnfilled: itemKeySchema,
  cashMinimum: itemKeySchema,
  ladder: ladderSchema,
}) satisfies z.ZodType<FundingRoles>;

export const presentationSchema = z.strictObject({
  pinned: z.array(itemKeySchema).max(LIMITS.list),
  funding: fundingSchema.exactOptional(),
}) satisfies z.ZodType<Presentation>;
