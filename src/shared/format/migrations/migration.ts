import type { JsonObject } from '../print-json.ts';

/**
 * One step from an older form of the file to the next. It gets and gives plain JSON, changes
 * nothing in place, and may throw on what never was a file of its version.
 */
export interface Migration {
  /** Version that comes out; it takes files of `to - 1`. Also the number in the file name. */
  readonly to: number;
  /** File name without its ending: `0002-split-notes`. */
  readonly name: string;
  readonly migrate: (file: JsonObject) => JsonObject;
}
