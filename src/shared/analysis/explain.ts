import { type CalculatedScenario, explainError } from '#shared/engine/explain-error.ts';
import { conflictsOf, type FactGroup, isAtColumn } from '#shared/model/fact-conflicts.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { type CellInput, type PlacedInput, readingOfCell } from './cell-inputs.ts';
import type { ExplainedInput, Explanation, FactSeen, LoopSeen } from './explanation.ts';
import { columnOf, nameOfPlace, type ValuePlace, ViewedModel } from './viewed-model.ts';

export interface ExplainOptions {
  /** How many levels of inputs; 0 for the cell alone. */
  readonly depth: number;
}

type ExplainedCell = Extract<ExplainedInput, { kind: 'cell' }>;
type Open<T> = { -readonly [Key in keyof T]: T[Key] };

/** A cell that waits for its inputs. */
interface Waiting {
  readonly node: Open<Explanation>;
  readonly depth: number;
}

/**
 * The tree of a value: what the cell reads here, what that reads, down to `depth`. By breadth, so
 * that a cell that is met several times is expanded where it stands highest, and only there; thus
 * loops end too.
 */
export function explainCell(
  calculated: CalculatedScenario,
  place: ValuePlace,
  { depth }: ExplainOptions,
): Explanation {
  return new Tree(calculated, depth).grow(place);
}

function conflictAt(model: ViewedModel, place: ValuePlace): FactGroup | null {
  const { scenario, asOf } = model;
  const item = itemOf(scenario, place.key);
  const column = columnOf(model, place);
  const found = conflictsOf(scenario, place.key, asOf);
  return found.find((one) => item !== undefined && isAtColumn(one, item, column)) ?? null;
}

class Tree {
  readonly #model: ViewedModel;
  readonly #depth: number;
  readonly #met = new Set<string>();
  readonly #waiting: Waiting[] = [];

  constructor(calculated: CalculatedScenario, depth: number) {
    this.#model = new ViewedModel(calculated);
    this.#depth = depth;
  }

  grow(place: ValuePlace): Explanation {
    const root = this.#nodeAt(place, 0);
    for (const { node, depth } of this.#waiting) this.#expand(node, depth);
    return root;
  }

  #nodeAt(place: ValuePlace, depth: number): Explanation {
    const model = this.#model;
    const item = itemOf(model.scenario, place.key);
    const node: Open<Explanation> = {
      place,
      value: model.value(place),
      unit: item?.unit ?? '',
      content: model.content(place),
      assumption: item?.assumption ?? null,
      facts: this.#factsOf(place),
      conflict: conflictAt(model, place),
      expansion: 'open',
      inputs: [],
      terms: [],
      notRead: [],
      loop: this.#loopOf(place),
      error: explainError(model.calculated, place),
    };
    const name = nameOfPlace(place);
    if (this.#met.has(name)) node.expansion = 'repeated';
    else this.#waiting.push({ node, depth });
    this.#met.add(name);
    return node;
  }

  #expand(node: Open<Explanation>, depth: number): void {
    const { inputs, terms, notRead } = readingOfCell(this.#model, node.place, node.content);
    node.terms = terms;
    node.notRead = notRead;
    if (depth < this.#depth) node.inputs = inputs.map((input) => this.#inputOf(input, depth + 1));
    else if (inputs.length > 0) node.expansion = 'deeper';
  }

  #inputOf(input: CellInput, depth: number): ExplainedInput {
    switch (input.kind) {
      case 'cell':
        return this.#cellOf(input.at, depth);
      case 'range':
        return { ...input, cells: input.cells.map((cell) => (cell ? this.#cellOf(cell, depth) : null)) };
      case 'deals': {
        const { read, flows, contribution } = input;
        const cells = input.cells.map((cell) => this.#cellOf(cell, depth));
        return {
          kind: 'deals',
          text: read.id,
          query: read.query,
          value: read.value,
          flows,
          cells,
          contribution,
        };
      }
      case 'outside':
      case 'unknown':
        return input;
      default:
        return assertNever(input);
    }
  }

  #cellOf({ place, contribution }: PlacedInput, depth: number): ExplainedCell {
    return { kind: 'cell', cell: this.#nodeAt(place, depth), contribution };
  }

  #factsOf({ key }: ValuePlace): FactSeen[] {
    const { scenario, asOf } = this.#model;
    return (itemOf(scenario, key)?.facts ?? []).flatMap((id, index) => {
      const fact = scenario.facts.find((one) => one.id === id);
      return fact ? [{ fact, isChosen: index === 0, isVisible: fact.knownFrom <= asOf }] : [];
    });
  }

  #loopOf(place: ValuePlace): LoopSeen | null {
    if ('year' in place) return null;
    const { key, period } = place;
    const loop = this.#model.calculated.loops.find(
      ({ keys, periods }) => keys.includes(key) && periods.includes(period),
    );
    if (!loop) return null;
    const { status, iterations, residual, chain } = loop;
    // A chain within one period holds in each period of the block; others keep their own.
    const isWithin = chain.every((cell) => cell.period === chain[0]?.period);
    return {
      status,
      iterations,
      residual,
      chain: isWithin ? chain.map((cell) => ({ ...cell, period })) : chain,
    };
  }
}
