import { list, object, text, truth, whole } from './json-schema.ts';

export const verifySchema = object({
  ok: { const: true },
  version: whole,
  items: whole,
  cases: whole,
  deals: whole,
  facts: whole,
  sameResults: truth,
  differences: list(text),
});
