import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import { sameValue } from '#shared/engine/row-store.ts';
import type { CellValue } from '#shared/model/value.ts';
import type { CellContent } from './cell-content.ts';
import { placesRead } from './cell-inputs.ts';
import { changedDeals, type DealChange } from './changed-deals.ts';
import { swapOf } from './swap.ts';
import { nameOfPlace, type ValuePlace, ViewedModel } from './viewed-model.ts';

/** Why a cell differs though nothing that it reads by name does, or before that is asked. */
export type ChangeCause =
  /** What is typed in the cell, or the formula itself. */
  | {
      readonly kind: 'content';
      readonly before: CellContent | null;
      readonly after: CellContent | null;
    }
  /** Deals that its `DEALS` finds. */
  | { readonly kind: 'deals'; readonly deals: readonly DealChange[] }
  /** The day itself: what counts as reported. */
  | { readonly kind: 'viewpoint' };

/** Where a difference begins. */
export interface ChangeLeaf {
  readonly place: ValuePlace;
  readonly before: CellValue;
  readonly after: CellValue;
  readonly cause: ChangeCause;
  /** Columns in which one typed value is read; empty for anything else. */
  readonly periods: readonly number[];
  /**
   * Its share of the difference of the cell asked about, each step taken one at a time: exact where
   * the steps are sums, an estimate elsewhere; null where it is no number.
   */
  readonly effect: number | null;
  /** A shortest way from the cell asked about to the leaf, both included; all cells on it differ. */
  readonly path: readonly ValuePlace[];
}

export interface WhatChanged {
  readonly before: CellValue;
  readonly after: CellValue;
  /** By size of effect; empty where nothing differs. */
  readonly leaves: readonly ChangeLeaf[];
}

interface Differing {
  readonly place: ValuePlace;
  readonly from: Differing | null;
  readonly causes: readonly ChangeCause[];
  /** What it reads and what differs too. */
  children: readonly Differing[];
  effect: number | null;
}

/**
 * Why a cell differs between two cases, two dates or two scenarios: follows only what differs, down
 * to what was typed, written or agreed otherwise.
 */
export function whatChanged(
  before: CalculatedScenario,
  after: CalculatedScenario,
  place: ValuePlace,
): WhatChanged {
  return new Comparison(new ViewedModel(before), new ViewedModel(after)).run(place);
}

class Comparison {
  readonly #before: ViewedModel;
  readonly #after: ViewedModel;
  readonly #known = new Map<string, Differing>();

  constructor(before: ViewedModel, after: ViewedModel) {
    this.#before = before;
    this.#after = after;
  }

  run(place: ValuePlace): WhatChanged {
    const [before, after] = [this.#before.value(place), this.#after.value(place)];
    if (sameValue(before, after)) return { before, after, leaves: [] };
    const root = this.#open(place, null);
    this.#shareOut(root);
    const leaves = [...this.#known.values()].flatMap((cell) => this.#leavesOf(cell));
    return { before, after, leaves: joined(leaves).sort(bySize) };
  }

  /** By breadth, so that paths are shortest ones. */
  #open(place: ValuePlace, from: Differing | null): Differing {
    const root = this.#newCell(place, from);
    for (const cell of this.#known.values()) {
      if (cell.causes.some(({ kind }) => kind === 'content')) continue;
      cell.children = this.#differingInputs(cell.place).map(
        (input) => this.#known.get(nameOfPlace(input)) ?? this.#newCell(input, cell),
      );
    }
    return root;
  }

  #newCell(place: ValuePlace, from: Differing | null): Differing {
    const cell: Differing = { place, from, causes: this.#causesOf(place), children: [], effect: null };
    this.#known.set(nameOfPlace(place), cell);
    return cell;
  }

  #differingInputs(place: ValuePlace): ValuePlace[] {
    const read = [...placesRead(this.#before, place), ...placesRead(this.#after, place)];
    const places = new Map(read.map((one) => [nameOfPlace(one), one]));
    return [...places.values()].filter((one) => !sameValue(this.#before.value(one), this.#after.value(one)));
  }

  #causesOf(place: ValuePlace): ChangeCause[] {
    const [before, after] = [this.#before.content(place), this.#after.content(place)];
    if (!before || !after || saidBy(before) !== saidBy(after) || isTyped(after)) {
      return [{ kind: 'content', before, after }];
    }
    const deals = changedDeals(this.#before, this.#after, place);
    if (deals.length > 0) return [{ kind: 'deals', deals }];
    return this.#differingInputs(place).length === 0 ? [{ kind: 'viewpoint' }] : [];
  }

  /** From the cell asked about downwards, each after all that read it, circles left out. */
  #shareOut(root: Differing): void {
    root.effect = differenceOf(this.#before.value(root.place), this.#after.value(root.place));
    const order = inOrder(root);
    const place = new Map(order.map((cell, index) => [cell, index]));
    for (const cell of order) {
      for (const child of cell.children) {
        if ((place.get(child) ?? 0) <= (place.get(cell) ?? 0)) continue;
        const share = this.#shareOf(cell, child);
        if (share !== null) child.effect = (child.effect ?? 0) + share;
      }
    }
  }

  #shareOf(cell: Differing, child: Differing): number | null {
    const whole = differenceOf(this.#before.value(cell.place), this.#after.value(cell.place));
    const swap = swapOf(this.#before, this.#after, cell.place, child.place);
    if (cell.effect === null || whole === null || whole === 0 || swap === null) return null;
    return (cell.effect * swap) / whole;
  }

  #leavesOf({ place, from, causes, effect }: Differing): ChangeLeaf[] {
    const path = [place];
    for (let at = from; at; at = at.from) path.unshift(at.place);
    const [before, after] = [this.#before.value(place), this.#after.value(place)];
    return causes.map((cause) => {
      const own = cause.kind === 'deals' ? this.#dealsShare(place, effect) : effect;
      return { place, before, after, cause, periods: [], effect: own, path };
    });
  }

  /** What is left of a cell's effect for its deals, once the cells it reads have theirs. */
  #dealsShare(place: ValuePlace, effect: number | null): number | null {
    const whole = differenceOf(this.#before.value(place), this.#after.value(place));
    const swap = swapOf(this.#before, this.#after, place, null);
    return effect === null || !whole || swap === null ? effect : (effect * swap) / whole;
  }
}

/** What fills a cell, whoever says so. */
function saidBy(content: CellContent): string {
  const formula = 'formula' in content ? content.formula : null;
  return JSON.stringify([content.kind, formula]);
}

function isTyped({ kind }: CellContent): boolean {
  return kind !== 'formula' && kind !== 'rate' && kind !== 'year';
}

function differenceOf(before: CellValue, after: CellValue): number | null {
  const [from, to] = [before ?? 0, after ?? 0];
  return typeof from === 'number' && typeof to === 'number' ? to - from : null;
}

/** Each cell before what it reads, as far as there are no circles. */
function inOrder(root: Differing): Differing[] {
  const done: Differing[] = [];
  const met = new Set([root]);
  const path = [{ cell: root, next: 0 }];
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const child = step.cell.children[step.next++];
    if (child === undefined) {
      done.push(step.cell);
      path.pop();
    } else if (!met.has(child)) {
      met.add(child);
      path.push({ cell: child, next: 0 });
    }
  }
  return done.reverse();
}

/** Leaves without an effect come last, in the order in which they were met. */
function bySize(a: ChangeLeaf, b: ChangeLeaf): number {
  return Math.abs(b.effect ?? 0) - Math.abs(a.effect ?? 0);
}

/** A value that is typed once for all periods is one leaf, with the effects of all of them. */
function joined(leaves: readonly ChangeLeaf[]): ChangeLeaf[] {
  const known = new Map<string, ChangeLeaf>();
  for (const leaf of leaves) {
    const { place, cause, effect } = leaf;
    const isOnce =
      !('year' in place) && cause.kind === 'content' && isLasting(cause.before) && isLasting(cause.after);
    const name = isOnce ? place.key : JSON.stringify([nameOfPlace(place), cause.kind]);
    const first = known.get(name);
    const periods = isOnce ? [...(first?.periods ?? []), place.period].sort((a, b) => a - b) : [];
    const sum = first?.effect === undefined || first.effect === null ? effect : first.effect + (effect ?? 0);
    known.set(name, { ...(first ?? leaf), periods, effect: sum });
  }
  return [...known.values()];
}

function isLasting(content: CellContent | null): boolean {
  return content?.kind === 'constant' || content?.kind === 'dated';
}
