import type { Scenario } from '#shared/model/scenario.ts';
import { type Block, blocksOf, reachesOfRow } from './blocks.ts';
import type { Calculation } from './calculation.ts';

/** What is calculated after what. */
export interface Order {
  /** Each after all that it reads. */
  readonly blocks: readonly Block[];
  /** Place of the block of each row. */
  readonly blockOf: Int32Array;
  readonly readersOf: readonly (readonly number[])[];
  /** Rows with the rule `rate`, by block, each block after those it reads. */
  readonly rates: readonly (readonly number[])[];
  reads(row: number): Iterable<number>;
}

/** Finds the order from the formulas as they are planned. */
export function orderOf(calculation: Calculation, scenario: Scenario): Order {
  const { plans } = calculation;
  const reaches = plans.map((plan) =>
    reachesOfRow(plan.formula, scenario, (name) => calculation.indexOf(name)),
  );
  const blocks = blocksOf(plans, reaches);
  const blockOf = new Int32Array(plans.length);
  for (const [place, block] of blocks.entries()) for (const row of block.rows) blockOf[row] = place;
  const readersOf: number[][] = plans.map(() => []);
  for (const [row, reads] of reaches.entries()) {
    for (const target of reads.keys()) readersOf[target]?.push(row);
  }
  const isRate = (row: number): boolean => plans[row]?.item.aggregation === 'rate';
  return {
    blocks,
    blockOf,
    readersOf,
    rates: blocks.map((block) => block.rows.filter(isRate)).filter((group) => group.length > 0),
    reads: (row) => reaches[row]?.keys() ?? [],
  };
}
