import { BINDING_LEVELS, type BindingLevel } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { ReadItem } from './amount.ts';
import { countItem } from './deals-query.ts';
import type { Flow } from './flows.ts';

/**
 * Which money is counted: `counted` weighs each level as the scenario does, a level takes all that is
 * at least as firm, at full amount.
 */
export type LevelChoice = BindingLevel | 'counted';

/** The flows that are counted, in their order, with the amounts they are counted with. */
export function flowsAtLevel(flows: readonly Flow[], choice: LevelChoice, read: ReadItem): Flow[] {
  if (choice === 'counted')
    return flows.map((flow) => ({ ...flow, amount: flow.amount * weightOf(read, flow) }));
  const softest = BINDING_LEVELS.indexOf(choice);
  return flows.filter(({ level }) => BINDING_LEVELS.indexOf(level) <= softest);
}

/** A register whose scenario does not weigh a level counts it in full. */
function weightOf(read: ReadItem, { level, period }: Flow): number {
  const value = read(countItem(level), period);
  return typeof value === 'number' ? value : 1;
}

/** The unit most deals are in: what is in another one is not added up. */
export function currencyOf({ deals }: Pick<Scenario, 'deals'>): string {
  const counts = new Map<string, number>();
  for (const { unit } of deals) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
