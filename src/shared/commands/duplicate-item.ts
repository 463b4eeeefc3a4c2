import type { Draft } from 'immer';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Command } from './command.ts';
import { draftCopy } from './draft-copy.ts';
import { draftCaseOverrides } from './edit-cells.ts';
import { insertItem } from './edit-items.ts';

/** Puts a copy behind its row, with what each case replaces in it: the copy shows the same in every case. */
export function duplicateItem(
  draft: Draft<Scenario>,
  { key, item, overrides }: Extract<Command, { type: 'duplicateItem' }>,
): void {
  insertItem(draft, { type: 'insertItem', item, after: key });
  for (const [caseId, override] of Object.entries(overrides))
    draftCaseOverrides(draft, caseId)[item.key] = draftCopy(override);
}
