import type { Draft } from 'immer';
import type { Override } from '#shared/model/case.ts';
import type { Content, ItemKey, LineItem } from '#shared/model/line-item.ts';
import { caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodIndex, periodNameAt, periodsOfYear, type Timeline } from '#shared/model/timeline.ts';
import type { InputValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { CellEdit } from './command.ts';
import { RefusedError } from './refusal.ts';

/** Where a value goes in a row, once the kind of the row is known. */
type Place =
  | { readonly kind: 'whole' }
  | { readonly kind: 'year'; readonly year: string; readonly periods: readonly string[] }
  | { readonly kind: 'period'; readonly period: string; readonly index: number };

/** Writes typed values into the base or, as overrides, into a case. */
export function editCells(
  draft: Draft<Scenario>,
  scenario: Scenario,
  cells: readonly CellEdit[],
  caseId: string | null,
): void {
  for (const cell of cells) {
    const item = draftItem(draft, cell.key);
    if (item.role === 'header') throw new RefusedError('header-has-no-values', { key: cell.key });
    if (caseId === null) editBase(item, place(item.content, scenario.timeline, cell), cell.value);
    else editCase(draft, scenario, caseId, cell);
  }
}

export function draftItem(draft: Draft<Scenario>, key: ItemKey): Draft<LineItem> {
  const item = Object.hasOwn(draft.items, key) ? draft.items[key] : undefined;
  if (!item) throw new RefusedError('unknown-item', { key });
  return item;
}

/** The override of a row in a case, made when there is none. */
export function draftOverride(draft: Draft<Scenario>, caseId: string, key: ItemKey): Draft<Override> {
  const overrides = draftCaseOverrides(draft, caseId);
  const found = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
  if (found) return found;
  overrides[key] = { values: {}, reason: '' };
  return overrides[key];
}

export function draftCaseOverrides(draft: Draft<Scenario>, caseId: string): Record<ItemKey, Draft<Override>> {
  const found = draft.cases.find((one) => one.id === caseId);
  if (!found) throw new RefusedError('unknown-case', { case: caseId });
  return found.overrides;
}

function place(content: Draft<Content> | Content, timeline: Timeline, { key, at }: CellEdit): Place {
  switch (content.kind) {
    case 'constant':
    case 'dated':
      if (at !== null) throw new RefusedError('constant-has-no-periods', { key });
      return { kind: 'whole' };
    case 'byYear':
      return yearPlace(timeline, key, at);
    case 'byPeriod':
    case 'formula':
      return periodPlace(timeline, key, at);
    default:
      return assertNever(content);
  }
}

function yearPlace(timeline: Timeline, key: ItemKey, at: string | null): Place {
  if (at === null || !/^\d{4}$/.test(at)) throw new RefusedError('name-a-year', { key });
  const periods = periodsOfYear(timeline, Number(at)).map((index) => periodNameAt(timeline, index));
  if (periods.length === 0) throw new RefusedError('outside-timeline', { key, period: at });
  return { kind: 'year', year: at, periods };
}

function periodPlace(timeline: Timeline, key: ItemKey, at: string | null): Place {
  const index = at === null ? null : periodIndex(timeline, at);
  if (at === null || index === null) throw new RefusedError('name-a-period', { key });
  if (index < 0 || index >= timeline.periods) throw new RefusedError('outside-timeline', { key, period: at });
  return { kind: 'period', period: at, index };
}

function editBase(item: Draft<LineItem>, where: Place, value: InputValue): void {
  if (item.content.kind === 'formula') {
    if (where.kind !== 'period') return;
    if (value === null) delete item.overrides[where.period];
    else item.overrides[where.period] = value;
    return;
  }
  const content = withValue(item.content, where, value);
  if (JSON.stringify(content) !== JSON.stringify(item.content)) item.content = content;
}

/** The content with one value replaced. A dated constant becomes a plain one: the list gives way to what was typed. */
function withValue(content: Draft<Content> | Content, where: Place, value: InputValue): Draft<Content> {
  switch (where.kind) {
    case 'whole':
      return { kind: 'constant', value };
    case 'year': {
      const values = content.kind === 'byYear' ? content.values : {};
      return { kind: 'byYear', values: { ...values, [where.year]: value } };
    }
    case 'period': {
      const before = content.kind === 'byPeriod' ? content.values : [];
      const values = Array.from(
        { length: Math.max(before.length, where.index + 1) },
        (_, at) => before[at] ?? null,
      );
      values[where.index] = value;
      return { kind: 'byPeriod', values };
    }
    default:
      return assertNever(where);
  }
}

/**
 * A series that the case has replaced is edited in place; otherwise single periods are laid over
 * the base, so that the rest of the row goes on following it. Blank takes an override away first.
 */
function editCase(draft: Draft<Scenario>, scenario: Scenario, caseId: string, cell: CellEdit): void {
  const chain = caseChain(scenario, caseId);
  const resolved = resolveItem(scenario, chain, cell.key);
  if (!resolved) throw new RefusedError('unknown-item', { key: cell.key });
  const own = draftOverride(draft, caseId, cell.key);
  const where = place(own.content ?? resolved.content, scenario.timeline, cell);
  if (where.kind === 'whole') editWholeOverride(own, cell.value);
  else if (own.content && own.content.kind !== 'formula')
    own.content = withValue(own.content, where, cell.value);
  else editSingleOverrides(own, where.kind === 'year' ? where.periods : [where.period], cell.value);
  dropWhenEmpty(draft, caseId, cell.key, own);
}

function editWholeOverride(own: Draft<Override>, value: InputValue): void {
  if (value === null && own.content) delete own.content;
  else own.content = { kind: 'constant', value };
}

function editSingleOverrides(own: Draft<Override>, periods: readonly string[], value: InputValue): void {
  for (const period of periods) {
    if (value === null && Object.hasOwn(own.values, period)) delete own.values[period];
    else own.values[period] = value;
  }
}

function dropWhenEmpty(draft: Draft<Scenario>, caseId: string, key: ItemKey, own: Draft<Override>): void {
  if (own.content || Object.keys(own.values).length > 0) return;
  delete draftCaseOverrides(draft, caseId)[key];
}
