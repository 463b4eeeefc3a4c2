import type { Draft } from 'immer';
import type { Scenario } from '#shared/model/scenario.ts';
import type { FrozenReader } from './command.ts';
import { draftCopy } from './draft-copy.ts';
import { draftCaseOverrides, draftItem, draftOverride } from './edit-cells.ts';

/** Gives the readers of a row that goes what they show now, in the base and in each case. */
export function freezeReaders(draft: Draft<Scenario>, readers: readonly FrozenReader[]): void {
  for (const reader of readers) {
    if (reader.caseId === null) freezeBase(draft, reader);
    else freezeInCase(draft, reader, reader.caseId);
  }
}

function freezeBase(draft: Draft<Scenario>, { key, content, reason }: FrozenReader): void {
  const item = draftItem(draft, key);
  if (content === null) return;
  item.content = draftCopy(content);
  if (content.kind === 'formula') return;
  item.overrides = {};
  item.assumption = reason;
  if (item.role === 'calculation') item.role = 'driver';
}

/** Without content the case shows what it builds on. */
function freezeInCase(draft: Draft<Scenario>, { key, content, reason }: FrozenReader, caseId: string): void {
  if (content === null) {
    delete draftCaseOverrides(draft, caseId)[key];
    return;
  }
  const override = draftOverride(draft, caseId, key);
  override.content = draftCopy(content);
  if (content.kind === 'formula') return;
  override.values = {};
  if (override.reason === '') override.reason = reason;
}
