import { THREAD_KINDS } from '#shared/analysis/deal-thread.ts';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import { list, number, object, oneOf, orNull, text, truth, whole } from './json-schema.ts';

const levels = object(Object.fromEntries(BINDING_LEVELS.map((level) => [level, number])));
const shares = list(object({ name: text, share: number }));
const band = object({ lower: number, proportional: number, upper: number });

export const dealsSchema = object(
  {
    asOf: text,
    case: orNull(text),
    caseId: orNull(text),
    deals: list(
      object(
        {
          id: text,
          from: text,
          to: text,
          type: text,
          amount: orNull(number),
          unit: text,
          level: oneOf(...BINDING_LEVELS, 'lapsed'),
          status: oneOf('in force', 'paid', 'ended', 'replaced'),
          since: text,
          paid: number,
          replacedBy: text,
          scope: oneOf('priced', 'memo'),
        },
        ['replacedBy'],
      ),
    ),
    ladder: list(object({ level: oneOf(...BINDING_LEVELS), cover: orNull(number), gapLeft: orNull(number) })),
    gapNone: orNull(number),
    range: list(text),
    counterparties: list(object({ name: text, in: levels, out: levels })),
    pairs: list(
      object({
        supplier: text,
        customer: text,
        putIn: number,
        purchases: number,
        roundTrip: number,
        net: number,
        share: orNull(number),
        recycled: orNull(band),
        resourcesKnown: truth,
      }),
    ),
    cycles: list(object({ parties: list(text), bottleneck: number })),
    cyclingIndex: number,
    concentration: object({ funding: orNull(number), obligations: orNull(number) }),
    shares: object({ funding: shares, obligations: shares }),
    unread: list(object({ id: text, tranche: whole, period: text, error: text })),
    thread: list(
      object(
        {
          order: whole,
          kind: oneOf(...THREAD_KINDS),
          where: text,
          period: text,
          amount: number,
          sentence: text,
        },
        ['period', 'amount'],
      ),
    ),
  },
  ['thread'],
);
