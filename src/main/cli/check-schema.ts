import { list, object, orNull, text, whole } from './json-schema.ts';

export const checkSchema = object({
  case: orNull(text),
  caseId: orNull(text),
  passed: whole,
  failed: list(object({ key: text, period: text, message: text })),
});
