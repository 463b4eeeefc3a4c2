import { list, object, text, whole } from './json-schema.ts';

export const importSchema = object({
  items: whole,
  periods: whole,
  /** Formulas that were taken and show an error until they are corrected, at most 100. */
  problems: list(object({ key: text, reason: text })),
});
