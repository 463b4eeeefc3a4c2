import type { z } from 'zod';

/** True only for values that the schema accepts unchanged; false where it may or may not. */
export type QuickCheck = (value: unknown) => boolean;

/**
 * A schema as one closure that allocates nothing: the way most files take. It knows no reasons;
 * where it says no, the schema itself is asked. Only for values from `JSON.parse`.
 */
export function quickCheck(schema: z.core.$ZodType): QuickCheck {
  const { _zod } = schema as z.core.$ZodTypes;
  const { def } = _zod;
  const rules = (def.checks ?? []).map(ruleOf);
  const base = baseCheck(def);
  const [first, second, ...more] = rules;
  if (!first) return base;
  if (!second) return (value) => base(value) && first(value);
  return (value) => base(value) && first(value) && second(value) && more.every((rule) => rule(value));
}

const NEVER: QuickCheck = () => false;

function baseCheck(def: z.core.$ZodTypes['_zod']['def']): QuickCheck {
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal': {
      const allowed: ReadonlySet<unknown> = new Set(def.values);
      return (value) => allowed.has(value);
    }
    case 'enum': {
      const allowed: ReadonlySet<unknown> = new Set(Object.values(def.entries));
      return (value) => allowed.has(value);
    }
    case 'nullable': {
      const inner = quickCheck(def.innerType);
      return (value) => value === null || inner(value);
    }
    case 'optional':
      return quickCheck(def.innerType);
    case 'array':
      return listCheck(quickCheck(def.element));
    case 'record':
      return recordCheck(quickCheck(def.keyType), quickCheck(def.valueType));
    case 'object':
      return objectCheck(def);
    case 'union':
      return unionCheck(def);
    case 'custom':
      return 'fn' in def && typeof def.fn === 'function' ? (value) => Boolean(def.fn(value as never)) : NEVER;
    default:
      return NEVER;
  }
}

/** One refinement, with what it needs; one that is not known here never passes. */
function ruleOf(check: z.core.$ZodCheck): QuickCheck {
  const { def } = check._zod as z.core.$ZodChecks['_zod'] | z.core.$ZodCustom['_zod'];
  switch (def.check) {
    case 'min_length':
      return (value) => (value as string).length >= def.minimum;
    case 'max_length':
      return (value) => (value as string).length <= def.maximum;
    case 'greater_than':
      return (value) => (value as number) > Number(def.value) || (def.inclusive && value === def.value);
    case 'less_than':
      return (value) => (value as number) < Number(def.value) || (def.inclusive && value === def.value);
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : NEVER;
    case 'string_format': {
      const { pattern } = def;
      return pattern && !pattern.global ? (value) => pattern.test(value as string) : NEVER;
    }
    case 'custom':
      return (value) => Boolean(def.fn(value as never));
    default:
      return NEVER;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listCheck(element: QuickCheck): QuickCheck {
  return (value) => Array.isArray(value) && value.every(element);
}

function recordCheck(key: QuickCheck, inner: QuickCheck): QuickCheck {
  return (value) => isObject(value) && Object.keys(value).every((name) => key(name) && inner(value[name]));
}

interface Field {
  readonly accepts: QuickCheck;
  /** 1 for a key that must be there. */
  readonly required: 0 | 1;
}

/** Strict: an unknown key is never accepted. */
function objectCheck(def: z.core.$ZodObjectDef): QuickCheck {
  const fields = new Map<string, Field>();
  let requiredKeys = 0;
  for (const [key, schema] of Object.entries(def.shape)) {
    const required = schema._zod.def.type === 'optional' ? 0 : 1;
    fields.set(key, { accepts: quickCheck(schema), required });
    requiredKeys += required;
  }
  return (value) => {
    if (!isObject(value)) return false;
    let found = 0;
    for (const key in value) {
      const field = fields.get(key);
      if (!field?.accepts(value[key])) return false;
      found += field.required;
    }
    return found === requiredKeys;
  };
}

function unionCheck(def: z.core.$ZodUnionDef | z.core.$ZodDiscriminatedUnionDef): QuickCheck {
  const options = def.options.map(quickCheck);
  if (!('discriminator' in def)) return (value) => options.some((option) => option(value));
  const byKind = new Map<unknown, QuickCheck>();
  for (const [index, option] of def.options.entries()) {
    const kinds = option._zod.propValues?.[def.discriminator] ?? [];
    for (const kind of kinds) byKind.set(kind, options[index] ?? NEVER);
  }
  return (value) => isObject(value) && Boolean(byKind.get(value[def.discriminator])?.(value));
}
