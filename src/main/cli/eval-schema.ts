import { cell, list, object, text } from './json-schema.ts';

/** One line a formula. */
export const evalSchema = {
  anyOf: [object({ value: { anyOf: [cell, list(list(cell))] } }), object({ error: text })],
};
