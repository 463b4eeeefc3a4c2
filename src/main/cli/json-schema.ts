/** JSON Schema 2020-12, as far as the shapes of the commands need it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export const text: JsonSchema = { type: 'string' };
export const whole: JsonSchema = { type: 'integer' };
export const number: JsonSchema = { type: 'number' };
export const truth: JsonSchema = { type: 'boolean' };

/** What a cell holds; the code of an error is one of Excel's, `#LOOP!` or `#UNIT!`. */
export const cell: JsonSchema = {
  anyOf: [{ type: ['number', 'string', 'boolean', 'null'] }, object({ error: text })],
};

export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function oneOf(...values: readonly string[]): JsonSchema {
  return { enum: values };
}

export function mapOf(values: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties: values };
}

/** All of `properties` are there unless named in `optional`. More keys may come in later versions. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required };
}
