import type { Deal } from '#shared/model/deal.ts';
import type { Flow } from './flows.ts';

const PART_OF = /^(.+?) \([^()]*\)$/;

/** Names of all parties of a register. */
export function partyNames(deals: readonly Pick<Deal, 'payer' | 'payee'>[]): Set<string> {
  return new Set(deals.flatMap(({ payer, payee }) => [payer, payee]));
}

/**
 * Who a name stands for where money is followed in circles: `Amazon (AWS)` is `Amazon`, since that is a
 * party of its own in the register; a name in parentheses whose first part is none stays as it is.
 */
export function wholeParties(deals: readonly Pick<Deal, 'payer' | 'payee'>[]): (name: string) => string {
  const names = partyNames(deals);
  return (name) => {
    const whole = PART_OF.exec(name)?.[1];
    return whole !== undefined && names.has(whole) ? whole : name;
  };
}

/** The same flows between whole parties; what a party pays to itself is no flow. */
export function betweenWholes(flows: readonly Flow[], whole: (name: string) => string): Flow[] {
  return flows
    .map((flow) => ({ ...flow, payer: whole(flow.payer), payee: whole(flow.payee) }))
    .filter(({ payer, payee }) => payer !== payee);
}
