import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

export interface StateFile<T> {
  current(): T;
  /** Keeps the new state and writes it; writes follow each other in order. */
  update(change: (state: T) => T): void;
  /** Resolves when everything is written; failures to write were reported, not thrown. */
  settled(): Promise<void>;
}

export interface StateFileOptions<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly fallback: T;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** A small JSON file of the program's own, such as settings. What cannot be read counts as absent. */
export async function openStateFile<T>(options: StateFileOptions<T>): Promise<StateFile<T>> {
  let state = (await readState(options)) ?? options.fallback;
  let queue = Promise.resolve();
  return {
    current: () => state,
    update: (change) => {
      state = change(state);
      const bytes = Buffer.from(`${JSON.stringify(state, null, 2)}\n`);
      queue = queue.then(() => options.write(options.path, bytes)).catch(options.report);
    },
    settled: () => queue,
  };
}

async function readState<T>(options: StateFileOptions<T>): Promise<T | null> {
  try {
    const parsed = options.schema.safeParse(JSON.parse(await readFile(options.path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
