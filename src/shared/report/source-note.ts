import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { roleKeys } from './headline.ts';

/** What stands behind the figures of a chart or page, for the line under it. */
export interface SourceNote {
  /** Facts that the drawn rows name, in the order of the rows. */
  readonly facts: readonly string[];
  /** Some drawn rows come from the deal register. */
  readonly register: boolean;
  /** Typed rows of the scenario, and how many of them rest on no source. */
  readonly inputs: number;
  readonly assumptions: number;
}

/** Reads the sources of the rows that headline and charts draw. */
export function sourceNote(scenario: Scenario): SourceNote {
  const drawn = roleKeys(scenario).flatMap((key) => itemOf(scenario, key) ?? []);
  const inputs = scenario.itemOrder.flatMap((key) => {
    const item = itemOf(scenario, key);
    return item?.role === 'driver' ? [item] : [];
  });
  return {
    facts: [...new Set(drawn.flatMap((item) => item.facts))],
    register: drawn.some(
      (item) => item.content.kind === 'formula' && /\bDEALS\s*\(/i.test(item.content.formula),
    ),
    inputs: inputs.length,
    assumptions: inputs.filter((item) => item.assumption !== undefined).length,
  };
}
