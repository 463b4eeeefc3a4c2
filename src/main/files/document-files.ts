import { dirname } from 'node:path';
import { checkScenario } from '#shared/format/check.ts';
import type { FormatError } from '#shared/format/format-error.ts';
import { LIMITS } from '#shared/format/limits.ts';
import { type OpenedScenario, openScenario } from '#shared/format/open.ts';
import { scenarioToText } from '#shared/format/save.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { ok, type Result } from '#shared/util/result.ts';
import { atomicWrite, type WrittenFile } from './atomic-write.ts';
import type { FileError } from './file-error.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { removeLeftovers } from './leftovers.ts';
import { readBytes } from './read-bytes.ts';
import type { FileStamp } from './stamp.ts';

/** Both kinds have a stable code, and what its sentence needs. */
export type DocumentError = FileError | FormatError;

export interface ReadDocument extends OpenedScenario {
  readonly stamp: FileStamp;
  readonly readOnly: boolean;
  /** When the file was last written, ISO with time. */
  readonly savedAt: string;
}

/** Reads a scenario file, with every limit of the format. Tidies the folder of old leftovers. */
export async function readDocument(path: string): Promise<Result<ReadDocument, DocumentError>> {
  const read = await readBytes(path, LIMITS.bytes);
  if (!read.ok) return read;
  const { bytes, ...state } = read.value;
  const opened = openScenario(bytes);
  if (!opened.ok) return opened;
  await removeLeftovers(dirname(path), Date.now());
  return ok({ ...opened.value, ...state });
}

/**
 * Saves a scenario in canonical form. What was written has been read back by the rules of opening
 * before it replaces anything, so that no file is saved that cannot be opened.
 * `expected` is the stamp from reading; null replaces whatever is there.
 */
export async function writeDocument(
  path: string,
  scenario: Scenario,
  savedBy: string,
  expected: FileStamp | null,
  files: FileSystem = nodeFileSystem,
): Promise<Result<WrittenFile, DocumentError>> {
  const bytes = documentBytes(scenario, savedBy);
  return bytes.ok ? atomicWrite(path, bytes.value, { expected }, files) : bytes;
}

/** The bytes of a saved scenario, or why it cannot be saved. */
export function documentBytes(scenario: Scenario, savedBy: string): Result<Uint8Array, FormatError> {
  const checked = checkScenario(scenario);
  if (!checked.ok) return checked;
  const bytes = new TextEncoder().encode(scenarioToText(checked.value, savedBy));
  const readBack = openScenario(bytes);
  return readBack.ok ? ok(bytes) : readBack;
}
