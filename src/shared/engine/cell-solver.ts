import type { CellValue } from '#shared/model/value.ts';
import type { CellId } from './cell-id.ts';
import { type Group, type GroupModel, solveGroup } from './solve-group.ts';

interface Provisional {
  readonly value: CellValue;
  /** Depth of the cell on the path that this value still waits for. */
  readonly waitsFor: number;
}

const NOTHING = Number.POSITIVE_INFINITY;

/**
 * Calculates cells whose order is not known beforehand: each when another asks for it. Only what a
 * formula really reads counts, so a branch not taken closes no loop. Cells that do need each other
 * are found as they are (Tarjan's method on the fly), with an assumed value where the circle closes,
 * and then solved together. Works without recursion, however long the chains are.
 */
export function solveCells(cells: readonly CellId[], model: GroupModel): void {
  for (const cell of cells) {
    if (!model.isKnown(cell)) new Walk(model).from(cell);
  }
}

class Walk {
  readonly #model: GroupModel;
  /** Cells being calculated, each because the one before asks for it. */
  readonly #path: CellId[] = [];
  readonly #depth = new Map<CellId, number>();
  readonly #assumed = new Map<CellId, CellValue>();
  readonly #provisional = new Map<CellId, Provisional>();
  /** Provisional cells in the order in which they were finished, and how many there were at each depth. */
  readonly #finished: CellId[] = [];
  readonly #finishedBefore: number[] = [];

  constructor(model: GroupModel) {
    this.#model = model;
  }

  from(root: CellId): void {
    this.#enter(root);
    for (let cell = this.#path.at(-1); cell !== undefined; cell = this.#path.at(-1)) this.#advance(cell);
  }

  #enter(cell: CellId): void {
    this.#depth.set(cell, this.#path.length);
    this.#finishedBefore.push(this.#finished.length);
    this.#path.push(cell);
  }

  #advance(cell: CellId): void {
    let missing: CellId | undefined;
    let waitsFor = NOTHING;
    const value = this.#model.evaluate(cell, (asked) => {
      const provisional = this.#provisional.get(asked);
      const depth = this.#depth.get(asked);
      if (provisional) waitsFor = Math.min(waitsFor, provisional.waitsFor);
      else if (depth !== undefined) waitsFor = Math.min(waitsFor, depth);
      else missing ??= asked;
      if (provisional) return provisional.value;
      return depth === undefined ? null : this.#assume(asked);
    });
    if (missing !== undefined) this.#enter(missing);
    else this.#leave(cell, value, waitsFor);
  }

  #assume(cell: CellId): CellValue {
    if (!this.#assumed.has(cell)) this.#assumed.set(cell, this.#model.guess(cell));
    return this.#assumed.get(cell) ?? null;
  }

  #leave(cell: CellId, value: CellValue, waitsFor: number): void {
    this.#path.pop();
    const depth = this.#path.length;
    const before = this.#finishedBefore.pop() ?? 0;
    this.#depth.delete(cell);
    if (waitsFor === NOTHING) {
      this.#model.settle(cell, value);
    } else if (waitsFor < depth) {
      this.#provisional.set(cell, { value, waitsFor });
      this.#finished.push(cell);
    } else {
      this.#solve([...this.#finished.splice(before), cell]);
    }
  }

  #solve(cells: readonly CellId[]): void {
    for (const cell of cells) this.#provisional.delete(cell);
    const group: Group = { cells, cuts: cells.filter((cell) => this.#assumed.has(cell)) };
    solveGroup(group, this.#model);
  }
}
