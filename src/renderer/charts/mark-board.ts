import type { SourceCell } from '#shared/report/row-reading.ts';
import type { Box } from './place-labels.ts';

/** One thing on a chart that a person can point at. */
export interface MarkFacts {
  readonly id: string;
  readonly period: string;
  readonly series: string;
  readonly value: string;
  readonly cells: readonly SourceCell[];
}

export interface Placed {
  readonly facts: MarkFacts;
  readonly box: Box;
  readonly element: SVGGElement;
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

const SIDEWAYS_COST = 3;

/** The marks of one chart: which one is shown, and which one the Tab key reaches. */
export class MarkBoard {
  #marks = new Map<string, Placed>();
  #listeners = new Set<() => void>();
  #shown: string | null = null;
  #stop: string | null = null;
  #version = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes whenever anything that is asked of the board may answer differently. */
  readonly version = (): number => this.#version;

  add(mark: Placed): () => void {
    const { id } = mark.facts;
    this.#marks.set(id, mark);
    this.#stop ??= id;
    this.#changed();
    return () => {
      if (this.#marks.get(id) !== mark) return;
      this.#marks.delete(id);
      if (this.#shown === id) this.#shown = null;
      if (this.#stop === id) this.#stop = this.#marks.keys().next().value ?? null;
      this.#changed();
    };
  }

  all(): Placed[] {
    return [...this.#marks.values()];
  }

  shown(): Placed | null {
    return this.#marks.get(this.#shown ?? '') ?? null;
  }

  isStop(id: string): boolean {
    return this.#stop === id;
  }

  /** Pointing at or focusing a mark shows it. */
  show(id: string, focused: boolean): void {
    this.#shown = id;
    if (focused) this.#stop = id;
    this.#changed();
  }

  /** Without an id whatever is shown goes. */
  hide(id?: string): void {
    if (this.#shown === null || (id !== undefined && this.#shown !== id)) return;
    this.#shown = null;
    this.#changed();
  }

  /** The mark that an arrow key leads to, as the eye sees it; undefined at the edge. */
  next(id: string, direction: Direction): Placed | undefined {
    const from = this.#marks.get(id);
    if (!from) return undefined;
    if (direction === 'first' || direction === 'last') return this.#outermost(direction);
    let best: Placed | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const mark of this.#marks.values()) {
      const cost = mark === from ? Number.POSITIVE_INFINITY : stepCost(from.box, mark.box, direction);
      if (cost < least) {
        best = mark;
        least = cost;
      }
    }
    return best;
  }

  #outermost(end: 'first' | 'last'): Placed | undefined {
    const sorted = this.all().sort((a, b) => middleX(a.box) - middleX(b.box) || a.box.y - b.box.y);
    return end === 'first' ? sorted[0] : sorted.at(-1);
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** How far a step is; infinite against its direction. Leaving the line costs more than going on. */
function stepCost(from: Box, to: Box, direction: 'left' | 'right' | 'up' | 'down'): number {
  const dx = middleX(to) - middleX(from);
  const dy = middleY(to) - middleY(from);
  const flat = direction === 'left' || direction === 'right';
  const ahead = direction === 'right' || direction === 'down' ? 1 : -1;
  const along = (flat ? dx : dy) * ahead;
  if (along < 0.5) return Number.POSITIVE_INFINITY;
  const aside = flat ? dy : dx;
  return along + SIDEWAYS_COST * Math.abs(flat ? aside / 10 : aside);
}

function middleX(box: Box): number {
  return box.x + box.width / 2;
}

function middleY(box: Box): number {
  return box.y + box.height / 2;
}
