import type { Draft } from 'immer';

/**
 * A copy of plain content that a draft may keep, so that what a caller holds is never shared with it.
 * Not by way of JSON, which would turn what is no number into a blank.
 */
export function draftCopy<T>(content: T): Draft<T> {
  return copy(content) as Draft<T>;
}

function copy(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(copy);
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, copy(value)]));
}
