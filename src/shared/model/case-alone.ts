import { laidItems } from './lay-case.ts';
import { asOfDate, caseChain } from './resolve-case.ts';
import type { Scenario } from './scenario.ts';
import type { Text } from './text.ts';

/**
 * A scenario whose base is what the case shows, on the day of the case, and which has no cases; null for
 * the base. Its title names the case.
 */
export function caseAlone(scenario: Scenario, caseId: string | null): Scenario {
  const chain = caseChain(scenario, caseId);
  const laid = laidItems(scenario, chain).map((item) => [item.key, item] as const);
  const asOf = asOfDate(scenario, caseId);
  return {
    ...scenario,
    title: titled(scenario.title, chain[0]?.name),
    timeline: { ...scenario.timeline, asOf },
    items: { ...scenario.items, ...Object.fromEntries(laid) },
    cases: [],
  };
}

function titled(title: Text, name: Text | undefined): Text {
  if (!name) return title;
  return { en: `${title.en}: ${name.en}`, ar: `${title.ar}: ${name.ar}` };
}
