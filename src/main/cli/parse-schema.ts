import { number, object, oneOf, text } from './json-schema.ts';

/** One line a text. */
export const parseSchema = object(
  {
    kind: oneOf('number', 'percent', 'period', 'range', 'blank', 'text', 'reject'),
    value: { type: ['number', 'string', 'null'] },
    low: number,
    high: number,
    reason: text,
  },
  ['low', 'high', 'reason'],
);
