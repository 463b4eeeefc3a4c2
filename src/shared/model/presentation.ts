import type { BindingLevel } from './deal.ts';
import type { ItemKey } from './line-item.ts';
import type { Text } from './text.ts';

/** Colour family of an obligation in charts. */
export const OBLIGATION_GROUPS = ['cloud', 'chips', 'operations', 'share'] as const;
export type ObligationGroup = (typeof OBLIGATION_GROUPS)[number];

/** Obligations that are drawn as one segment. */
export interface ObligationSeries {
  readonly label: Text;
  readonly group: ObligationGroup;
  readonly items: readonly ItemKey[];
}

/**
 * Which line items answer the questions that headline and charts ask. The program knows
 * no item of any company by name: a scenario says here what plays which part.
 */
export interface Presentation {
  /** Rows kept in view under the grid. */
  readonly pinned: readonly ItemKey[];
  readonly funding?: FundingRoles;
}

export interface FundingRoles {
  readonly revenue: ItemKey;
  /** Money counted at each binding level, per period; negative when more is paid back than comes in. */
  readonly levels: Readonly<Record<BindingLevel, ItemKey>>;
  readonly obligations: readonly ObligationSeries[];
  /** What no source covers, per period. */
  readonly gap: ItemKey;
  readonly gapTotal: ItemKey;
  /** Share, in per cent, of the money still to come that is not signed. */
  readonly softShare: ItemKey;
  readonly runway: ItemKey;
  readonly cash: ItemKey;
  readonly cashOpen: ItemKey;
  readonly cashUnfilled: ItemKey;
  readonly cashMinimum: ItemKey;
  readonly ladder: LadderRoles;
}

export interface LadderRoles {
  readonly needWithNone: ItemKey;
  /** Need left when money up to and including this level counts. */
  readonly needUpTo: Readonly<Record<BindingLevel, ItemKey>>;
  /** Part of the need that this level covers. */
  readonly layers: Readonly<Record<BindingLevel, ItemKey>>;
  /** Cash, per period, when money up to and including this level counts and nothing fills the gap. */
  readonly cashUpTo: Readonly<Record<BindingLevel, ItemKey>>;
}
