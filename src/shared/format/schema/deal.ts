import { z } from 'zod';
import {
  BINDING_LEVELS,
  DEAL_TYPES,
  type Deal,
  type DealCapacity,
  type DealStatus,
  type Tranche,
} from '#shared/model/deal.ts';
import { LIMITS } from '../limits.ts';
import {
  dateSchema,
  factIdsSchema,
  idSchema,
  itemKeySchema,
  numberSchema,
  periodSchema,
  unitSchema,
  wholeNumber,
  yearSchema,
} from './basics.ts';
import { sourceSchema } from './fact.ts';

const statusSchema = z.strictObject({
  from: dateSchema,
  level: z.enum([...BINDING_LEVELS, 'lapsed']),
  facts: factIdsSchema,
}) satisfies z.ZodType<DealStatus>;

const terms = {
  since: dateSchema.exactOptional(),
  level: z.enum(BINDING_LEVELS).exactOptional(),
  reverse: z.boolean().exactOptional(),
};

const yearAmounts = z.record(yearSchema, numberSchema);

const trancheSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dated'),
    at: periodSchema,
    amount: numberSchema,
    paid: dateSchema.exactOptional(),
    inferred: z.boolean().exactOptional(),
    ...terms,
  }),
  z.strictObject({
    kind: z.literal('linear'),
    start: periodSchema,
    quarters: wholeNumber(1, LIMITS.periods),
    amount: numberSchema,
    ...terms,
  }),
  z.strictObject({
    kind: z.literal('annual'),
    start: periodSchema,
    byYear: yearAmounts,
    beyond: numberSchema,
    ...terms,
  }),
  z.strictObject({
    kind: z.literal('quarters'),
    start: periodSchema,
    amounts: z.array(numberSchema).max(LIMITS.periods),
    ...terms,
  }),
  z.strictObject({
    kind: z.literal('per unit'),
    item: itemKeySchema,
    rate: z.union([numberSchema, itemKeySchema]),
    cap: numberSchema,
    ...terms,
  }),
  z.strictObject({
    kind: z.literal('event'),
    item: itemKeySchema,
    amount: numberSchema,
    last: periodSchema,
    ...terms,
  }),
  z.strictObject({ kind: z.literal('item'), item: itemKeySchema, ...terms }),
  z.strictObject({ kind: z.literal('before'), amount: numberSchema, ...terms }),
]) satisfies z.ZodType<Tranche>;

const capacitySchema = z.strictObject({
  tenure: z.enum(['rented', 'owned']),
  yearEnd: yearAmounts,
  start: periodSchema.exactOptional(),
}) satisfies z.ZodType<DealCapacity>;

export const dealSchema = z.strictObject({
  id: idSchema,
  payer: idSchema,
  payee: idSchema,
  type: z.enum(DEAL_TYPES),
  amount: numberSchema.nullable(),
  low: numberSchema.exactOptional(),
  high: numberSchema.exactOptional(),
  unit: unitSchema,
  announced: dateSchema,
  term: z.string(),
  scope: z.enum(['priced', 'memo']),
  movesCash: z.boolean(),
  gw: numberSchema.exactOptional(),
  contingentOn: z.string().exactOptional(),
  supersededBy: idSchema.exactOptional(),
  history: z.array(statusSchema).max(LIMITS.list),
  tranches: z.array(trancheSchema).max(LIMITS.list),
  capacity: capacitySchema.exactOptional(),
  facts: factIdsSchema,
  source: sourceSchema,
  statement: z.string(),
  note: z.string().exactOptional(),
}) satisfies z.ZodType<Deal>;
