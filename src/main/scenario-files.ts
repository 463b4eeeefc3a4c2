import type { AppError, Reply } from '#shared/ipc/errors.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Result } from '#shared/util/result.ts';
import type { ScenarioFiles } from './document-desk.ts';
import { atomicWrite } from './files/atomic-write.ts';
import { readDocument, writeDocument } from './files/document-files.ts';
import { newScenario } from './files/templates.ts';

/** Scenario files on the disk of this machine. `savedBy` is the version written into what is saved. */
export function scenarioFiles(resources: string, savedBy: string): ScenarioFiles {
  return {
    read: async (path) => replyOf(await readDocument(path), (file) => file),
    write: async (path, scenario, expected) =>
      replyOf(await writeDocument(path, scenario, savedBy, expected), (file) => ({
        stamp: file.stamp,
        savedAt: file.savedAt,
        durable: !file.savedButMayNotSurvive,
      })),
    template: async (name) => replyOf(await newScenario(name, resources, today()), (scenario) => scenario),
  };
}

/** Writes a file of another kind, wholly or not at all. */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<Reply<null>> {
  return replyOf(await atomicWrite(path, bytes), () => null);
}

/** What crosses to the page is either the wanted part, or code and params of what went wrong. */
function replyOf<T, U>(result: Result<T, AppError>, part: (value: T) => U): Reply<U> {
  return result.ok ? { ok: true, data: part(result.value) } : { ok: false, error: result.error };
}

/** The user's day, not Greenwich's. */
function today(): IsoDate {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
