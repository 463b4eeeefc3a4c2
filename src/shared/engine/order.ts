import type { Scenario } from '#shared/model/scenario.ts';
import { type Block, blocksOf, readsOfFormula } from './blocks.ts';
import type { Calculation } from './calculation.ts';
import { READS_NOTHING, type RowReads } from './row-reads.ts';

/** What is calculated after what. */
export class Order {
  /** Each after all that it reads. */
  readonly blocks: readonly Block[];
  /** Place of the block of each row. */
  readonly blockOf: Int32Array;
  /** Rows with the rule `rate`, by block, each block after those it reads. */
  readonly rates: readonly (readonly number[])[];
  readonly #reads: readonly RowReads[];
  #readers: readonly (readonly number[])[] | undefined;

  /** Finds the order from the formulas as they are planned. */
  constructor(calculation: Calculation, scenario: Scenario) {
    const { plans } = calculation;
    const indexOf = (name: string): number | undefined => calculation.indexOf(name);
    this.#reads = plans.map(({ formula }, row) =>
      formula?.ok ? readsOfFormula(formula, calculation.bound(row), scenario, indexOf) : READS_NOTHING,
    );
    this.blocks = blocksOf(plans, this.#reads);
    this.blockOf = new Int32Array(plans.length);
    for (const [place, block] of this.blocks.entries())
      for (const row of block.rows) this.blockOf[row] = place;
    this.rates = ratesOf(this.blocks, (row) => plans[row]?.item.aggregation === 'rate');
  }

  reads(row: number): readonly number[] {
    return (this.#reads[row] ?? READS_NOTHING).targets;
  }

  /** Found when the first edit asks: a scenario that is only calculated needs none. */
  readersOf(row: number): readonly number[] {
    this.#readers ??= readersOf(this.#reads);
    return this.#readers[row] ?? [];
  }
}

function readersOf(reads: readonly RowReads[]): number[][] {
  const readers: number[][] = reads.map(() => []);
  for (const [row, { targets }] of reads.entries()) for (const target of targets) readers[target]?.push(row);
  return readers;
}

function ratesOf(blocks: readonly Block[], isRate: (row: number) => boolean): number[][] {
  const groups: number[][] = [];
  for (const { rows } of blocks) if (rows.some(isRate)) groups.push(rows.filter(isRate));
  return groups;
}
