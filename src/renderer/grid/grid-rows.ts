import type { ItemKey, LineItem, Section } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';

/** Key of the summary of all checks. A colon cannot occur in the key of a line item. */
export const CHECKS_KEY = ':checks';
const SECTION_PREFIX = ':section:';

export const sectionKey = (sectionId: string): ItemKey => `${SECTION_PREFIX}${sectionId}`;

/** The section that a key of the grid stands for; null for line items. */
export function sectionOfKey(key: ItemKey): string | null {
  return key.startsWith(SECTION_PREFIX) ? key.slice(SECTION_PREFIX.length) : null;
}

/** One row of the grid. `number` is its place in the whole outline, hidden rows counted. */
export type GridRow =
  | {
      readonly kind: 'section';
      readonly key: ItemKey;
      readonly number: number;
      readonly section: Section;
      readonly open: boolean;
      /** Folded rows that are not shown. */
      readonly hidden: number;
      /** Folded rows that are shown because they were asked for. */
      readonly unfolded: number;
    }
  | { readonly kind: 'item'; readonly key: ItemKey; readonly number: number; readonly item: LineItem }
  | { readonly kind: 'checks'; readonly key: ItemKey; readonly number: number };

export interface RowWishes {
  readonly closedSections: ReadonlySet<string>;
  readonly unfoldedSections: ReadonlySet<string>;
  readonly showFolded: boolean;
  /** Rows that are shown although folded: checks that fail. */
  readonly neverFolded: ReadonlySet<ItemKey>;
}

interface NumberedSection {
  readonly section: Section;
  readonly number: number;
  readonly items: readonly { readonly item: LineItem; readonly number: number }[];
}

/** Rows of the scrolling part, section by section. */
export function bodyRows(scenario: Scenario, wishes: RowWishes): GridRow[] {
  return numberedSections(scenario).flatMap((one) => rowsOfSection(one, wishes));
}

/** Rows kept in view below: those the scenario names, then the checks when it has any. */
export function pinnedRows(scenario: Scenario): GridRow[] {
  const numbered = numberedSections(scenario).flatMap((one) => one.items);
  const rows: GridRow[] = scenario.presentation.pinned.flatMap((key) => {
    const found = numbered.find((one) => one.item.key === key);
    return found ? [{ kind: 'item' as const, key, ...found }] : [];
  });
  if (!numbered.some((one) => one.item.role === 'check')) return rows;
  const number = numbered.length + scenario.sections.length + 1;
  return [...rows, { kind: 'checks', key: CHECKS_KEY, number }];
}

function numberedSections(scenario: Scenario): NumberedSection[] {
  const bySection = new Map<string, LineItem[]>(scenario.sections.map(({ id }) => [id, []]));
  for (const key of scenario.itemOrder) {
    const item = itemOf(scenario, key);
    if (item) bySection.get(item.section)?.push(item);
  }
  let number = 0;
  return scenario.sections.map((section) => ({
    section,
    number: ++number,
    items: (bySection.get(section.id) ?? []).map((item) => ({ item, number: ++number })),
  }));
}

function rowsOfSection({ section, number, items }: NumberedSection, wishes: RowWishes): GridRow[] {
  const open = !wishes.closedSections.has(section.id);
  const unfolded = wishes.showFolded || wishes.unfoldedSections.has(section.id);
  const folds = (item: LineItem) => item.folded === true && !wishes.neverFolded.has(item.key);
  const folding = items.filter(({ item }) => folds(item)).length;
  const head: GridRow = {
    kind: 'section',
    key: sectionKey(section.id),
    number,
    section,
    open,
    hidden: unfolded ? 0 : folding,
    unfolded: unfolded ? folding : 0,
  };
  if (!open) return [head];
  const shown = items.filter(({ item }) => unfolded || !folds(item));
  return [head, ...shown.map((one): GridRow => ({ kind: 'item', key: one.item.key, ...one }))];
}

/** Takes over the former object of every row that did not change, so that the grid leaves it alone. */
export function keepRows(former: readonly GridRow[], next: readonly GridRow[]): readonly GridRow[] {
  const before = new Map(former.map((row) => [row.key, row]));
  const kept = next.map((row) => {
    const old = before.get(row.key);
    return old && sameRow(old, row) ? old : row;
  });
  const same = kept.length === former.length && kept.every((row, index) => row === former[index]);
  return same ? former : kept;
}

function sameRow(a: GridRow, b: GridRow): boolean {
  const left = Object.entries(a);
  const right: Readonly<Record<string, unknown>> = { ...b };
  return left.length === Object.keys(right).length && left.every(([name, value]) => right[name] === value);
}
