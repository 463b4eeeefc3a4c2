import { cell, list, number, object, oneOf, orNull, text, whole } from './json-schema.ts';

const place = object({ key: text, period: text });

const contribution = orNull(object({ kind: oneOf('part', 'effect'), value: number }));

const node = { $ref: '#/$defs/node' };

const change = object({
  against: text,
  before: cell,
  after: cell,
  leaves: list(
    object({
      key: text,
      period: text,
      label: text,
      before: cell,
      after: cell,
      effect: orNull(number),
      cause: object({ kind: oneOf('content', 'deals', 'viewpoint') }),
      path: list(place),
    }),
  ),
});

const shape = object(
  {
    key: text,
    period: orNull(text),
    label: text,
    value: cell,
    unit: text,
    formula: orNull(text),
    content: orNull(object({ kind: text })),
    assumption: text,
    fact: object({ id: text, statement: text, knownFrom: text }),
    otherFacts: list(object({ id: text, statement: text, knownFrom: text })),
    conflict: object({
      period: text,
      unit: text,
      low: number,
      high: number,
      facts: list(object({ id: text, value: number })),
    }),
    contribution,
    terms: list(object({ text, value: number })),
    notRead: list(text),
    expansion: oneOf('deeper', 'repeated'),
    inputs: list(node),
    loop: object({
      status: oneOf('linear-exact', 'converged', 'not-converged', 'no-solution'),
      iterations: whole,
      residual: number,
      chain: list(place),
    }),
    error: object({ code: text, reason: orNull(text), path: list(place), chain: list(place) }),
    case: orNull(text),
    asOf: text,
    changed: change,
  },
  [
    ...[
      'label',
      'content',
      'assumption',
      'fact',
      'otherFacts',
      'conflict',
      'contribution',
      'terms',
      'notRead',
    ],
    ...['expansion', 'loop', 'error', 'case', 'asOf', 'changed'],
  ],
);

/** Inputs have the shape of the whole. */
export const explainSchema = { ...shape, $defs: { node: shape } };
