import type { Draft } from 'immer';
import type { Override } from '#shared/model/case.ts';
import type { Content, ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodIndex, periodNames } from '#shared/model/timeline.ts';
import type { InputValue } from '#shared/model/value.ts';
import type { Command } from './command.ts';
import { draftCaseOverrides, draftItem } from './edit-cells.ts';
import { RefusedError } from './refusal.ts';

type Reset = Extract<Command, { type: 'resetCells' }>;

/** Single periods follow the base again, or the case that this one builds on; the rest of the row stays. */
export function resetCells(draft: Draft<Scenario>, { cells, caseId }: Reset): void {
  const overrides = draftCaseOverrides(draft, caseId);
  for (const [key, periods] of byRow(cells)) {
    draftItem(draft, key);
    const own = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
    if (!own) continue;
    if (own.content) splitContent(draft, key, own);
    for (const period of periods) delete own.values[period];
    if (!own.content && Object.keys(own.values).length === 0) delete overrides[key];
  }
}

function byRow(cells: Reset['cells']): Map<ItemKey, string[]> {
  const rows = new Map<ItemKey, string[]>();
  for (const { key, period } of cells) rows.set(key, [...(rows.get(key) ?? []), period]);
  return rows;
}

/** A series that replaces the whole row becomes one value for each period, so that some of them can go. */
function splitContent(draft: Draft<Scenario>, key: ItemKey, own: Draft<Override>): void {
  const content = own.content;
  if (content === undefined) return;
  if (content.kind === 'formula' || content.kind === 'dated')
    throw new RefusedError('case-replaces-row', { key });
  const values = Object.fromEntries(
    periodNames(draft.timeline).map((period) => [period, valueIn(draft, content, period)]),
  );
  own.values = { ...values, ...own.values };
  delete own.content;
}

function valueIn(draft: Draft<Scenario>, content: Content, period: string): InputValue {
  if (content.kind === 'constant') return content.value;
  if (content.kind === 'byYear') return content.values[period.slice(0, 4)] ?? null;
  const index = periodIndex(draft.timeline, period);
  return content.kind === 'byPeriod' && index !== null ? (content.values[index] ?? null) : null;
}
