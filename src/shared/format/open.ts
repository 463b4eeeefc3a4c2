import type { LineItem } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { decodeText } from './decode.ts';
import { type FormatError, formatError } from './format-error.ts';
import { findBrokenReference } from './integrity.ts';
import { type MigrationPlan, migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/registered.ts';
import type { JsonObject } from './print-json.ts';
import { scanJson } from './scan.ts';
import { errorOfIssues } from './schema/issue.ts';
import { quickCheck } from './schema/quick-check.ts';
import { FORMAT_NAME, FORMAT_VERSION, type ScenarioFile, scenarioFileSchema } from './schema/scenario.ts';

export interface OpenedScenario {
  readonly scenario: Scenario;
  /** Version of the program that wrote the file. */
  readonly savedBy: string;
  /** Version of the format in the file, before any migration. */
  readonly version: number;
}

const PLAN: MigrationPlan = { current: FORMAT_VERSION, migrations: MIGRATIONS };

/**
 * Reads the bytes of a `.scenario` file. Answers a scenario that keeps every rule of
 * docs/file-format.md, or the first broken rule; never throws on any bytes.
 */
export function openScenario(bytes: Uint8Array): Result<OpenedScenario, FormatError> {
  const read = readJson(bytes);
  if (!read.ok) return read;
  const versioned = versionOf(read.value, FORMAT_VERSION);
  if (!versioned.ok) return versioned;
  const { file, version } = versioned.value;
  const migrated = migrate(file, version, PLAN);
  if (!migrated.ok) return migrated;
  const whole = fileOf(migrated.value);
  if (!whole.ok) return whole;
  const { items, savedBy } = whole.value;
  const scenario = scenarioOf(whole.value);
  const broken = repeatedRow(items) ?? findBrokenReference(scenario);
  return broken ? err(broken) : ok({ scenario, savedBy, version });
}

const isScenarioFile = quickCheck(scenarioFileSchema);

/** The parsed file itself where nothing is wrong; else the schema says what is. */
function fileOf(json: JsonObject): Result<ScenarioFile, FormatError> {
  if (isScenarioFile(json)) return ok(json as unknown as ScenarioFile);
  const parsed = scenarioFileSchema.safeParse(json);
  return parsed.success ? ok(parsed.data) : err(errorOfIssues(parsed.error.issues, json));
}

/** Bytes to JSON, after the scan has found nothing that would be lost or do harm. */
export function readJson(bytes: Uint8Array): Result<unknown, FormatError> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const scan = scanJson(bytes);
  if (!scan.ok) return scan;
  return ok(scan.value.negativeZero ? JSON.parse(text.value, withoutNegativeZero) : JSON.parse(text.value));
}

function withoutNegativeZero(_key: string, value: unknown): unknown {
  return Object.is(value, -0) ? 0 : value;
}

/** The head alone: a file from a newer program is named as such, whatever else is in it. */
export function versionOf(
  json: unknown,
  current: number,
): Result<{ readonly file: JsonObject; readonly version: number }, FormatError> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return err(formatError('not-a-scenario'));
  const file = json as JsonObject;
  const { format, version, savedBy } = file as { format?: unknown; version?: unknown; savedBy?: unknown };
  if (format !== FORMAT_NAME) return err(formatError('not-a-scenario'));
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return err(formatError('version-invalid', 'version'));
  }
  if (version > current) {
    return err(
      formatError('version-newer', 'version', { version, current, savedBy: String(savedBy ?? '?') }),
    );
  }
  return ok({ file, version });
}

function repeatedRow(items: readonly LineItem[]): FormatError | null {
  const seen = new Set<string>();
  for (const [index, { key }] of items.entries()) {
    if (seen.has(key)) return formatError('id-repeated', `items[${index}]`, { id: key });
    seen.add(key);
  }
  return null;
}

function scenarioOf(file: ScenarioFile): Scenario {
  const { format: _format, version: _version, savedBy: _savedBy, items, ...rest } = file;
  return {
    ...rest,
    items: Object.fromEntries(items.map((item) => [item.key, item])),
    itemOrder: items.map((item) => item.key),
  };
}
