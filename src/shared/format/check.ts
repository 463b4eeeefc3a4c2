import { isHostileKey } from '#shared/model/item-key.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { type FormatError, formatError } from './format-error.ts';
import { findBrokenReference } from './integrity.ts';
import { LIMITS } from './limits.ts';
import { errorOfIssues } from './schema/issue.ts';
import { scenarioSchema } from './schema/scenario.ts';

/** Holds a value from outside, or one about to be saved, to the rules of an opened file. Never throws. */
export function checkScenario(value: unknown): Result<Scenario, FormatError> {
  const beyond = findBeyondLimits(value);
  if (beyond) return err(beyond);
  const parsed = scenarioSchema.safeParse(value);
  if (!parsed.success) return err(errorOfIssues(parsed.error.issues, value));
  const broken = findBrokenReference(parsed.data);
  return broken ? err(broken) : ok(parsed.data);
}

/** What the scan does for a text: depth, number of values, length of texts, hostile keys. */
function findBeyondLimits(root: unknown): FormatError | null {
  let values = 0;
  const visit = (value: unknown, depth: number): FormatError | null => {
    if (++values > LIMITS.values) return formatError('too-many-values', undefined, { limit: LIMITS.values });
    if (typeof value === 'string' && value.length > LIMITS.text) {
      return formatError('text-too-long', undefined, { limit: LIMITS.text });
    }
    if (typeof value !== 'object' || value === null) return null;
    if (depth >= LIMITS.depth) return formatError('too-deep', undefined, { limit: LIMITS.depth });
    for (const key of Object.keys(value)) {
      if (isHostileKey(key)) return formatError('key-forbidden', undefined, { key });
      const found = visit((value as Record<string, unknown>)[key], depth + 1);
      if (found) return found;
    }
    return null;
  };
  return visit(root, 0);
}
