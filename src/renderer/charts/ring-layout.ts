import { knownAmount } from '#shared/finance/known-deal.ts';
import { dealLevel } from '#shared/finance/level.ts';
import { wholeParties } from '#shared/finance/parties.ts';
import type { IsoDate } from '#shared/model/date.ts';
import { BINDING_LEVELS, type BindingLevel, type Deal } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/** All live deals in which one party pays another. */
export interface RingLink {
  readonly payer: string;
  readonly payee: string;
  readonly amount: number;
  /** The softest level among the deals. */
  readonly level: BindingLevel;
  readonly kind: 'fund' | 'purchase';
  readonly deals: readonly Deal[];
}

export interface Ring {
  /** The largest partners, in their fixed places clockwise from the top. */
  readonly parties: readonly string[];
  readonly links: readonly RingLink[];
  /** Links with a party that has no place, the largest first. */
  readonly others: readonly RingLink[];
  /** Parties that fund the company and are paid by it. */
  readonly both: ReadonlySet<string>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const UNIT = 'USD bn';
const FUNDING: ReadonlySet<string> = new Set(['equity', 'loan', 'warrant', 'debt guarantee']);
/** At most nine parties, the company included. */
const PARTNERS = 8;

/** What the ring is read from. */
type Book = Pick<Scenario, 'deals' | 'company' | 'facts' | 'timeline'>;

/** Live priced deals with an amount in USD bn, between the company and its largest partners. */
export function ringOf(book: Book, asOf: IsoDate): Ring {
  const { deals, company } = book;
  const links = linksOf(book, asOf);
  const sizes = new Map<string, number>();
  for (const { payer, payee, amount } of links) {
    if ((payer === company) === (payee === company)) continue;
    const partner = payer === company ? payee : payer;
    sizes.set(partner, (sizes.get(partner) ?? 0) + amount);
  }
  const largest = [...sizes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, PARTNERS)
    .map(([name]) => name);
  const parties = seated(largest, deals);
  const shown = new Set([...parties, company]);
  const isDrawn = ({ payer, payee }: RingLink) => shown.has(payer) && shown.has(payee);
  const pays = (from: string, to: string) => links.some(({ payer, payee }) => payer === from && payee === to);
  return {
    parties,
    links: links.filter((link) => isDrawn(link)),
    others: links.filter((link) => !isDrawn(link)).sort((a, b) => b.amount - a.amount),
    both: new Set(parties.filter((party) => pays(party, company) && pays(company, party))),
  };
}

/** By name, but who pays one another side by side; from all deals, so that no day moves a party that stays. */
function seated(parties: readonly string[], deals: readonly Deal[]): string[] {
  const waiting = [...parties].sort((a, b) => a.localeCompare(b, 'en'));
  const whole = wholeParties(deals);
  const knows = (a: string, b: string) =>
    deals.some(({ payer, payee }) => {
      const pair = [whole(payer), whole(payee)];
      return pair.includes(a) && pair.includes(b);
    });
  const places: string[] = [];
  while (waiting.length > 0) {
    const last = places.at(-1);
    const next = last === undefined ? -1 : waiting.findIndex((party) => knows(party, last));
    places.push(...waiting.splice(Math.max(0, next), 1));
  }
  return places;
}

function linksOf(book: Book, asOf: IsoDate): RingLink[] {
  const { deals } = book;
  const links = new Map<string, RingLink>();
  const whole = wholeParties(deals);
  for (const deal of deals) {
    const level = dealLevel(deal, asOf);
    if (level === null || level === 'lapsed' || deal.scope !== 'priced') continue;
    const amount = knownAmount(deal, asOf, book);
    if (amount === null || amount <= 0 || deal.unit !== UNIT) continue;
    const [payer, payee] = [whole(deal.payer), whole(deal.payee)];
    const kind = FUNDING.has(deal.type) ? 'fund' : 'purchase';
    const name = `${payer} → ${payee} ${kind}`;
    const former = links.get(name);
    links.set(name, {
      payer,
      payee,
      kind,
      amount: (former?.amount ?? 0) + amount,
      level: softest(former?.level ?? level, level),
      deals: [...(former?.deals ?? []), deal],
    });
  }
  return [...links.values()];
}

function softest(a: BindingLevel, b: BindingLevel): BindingLevel {
  return BINDING_LEVELS.indexOf(a) > BINDING_LEVELS.indexOf(b) ? a : b;
}

/** Centre for the company, the circle for the others; mirrored from right to left in Arabic. */
export function placeOf(ring: Ring, party: string, size: Point, mirror: boolean): Point {
  const centre = { x: size.x / 2, y: size.y / 2 };
  const index = ring.parties.indexOf(party);
  if (index < 0) return centre;
  const angle = -Math.PI / 2 + (index * 2 * Math.PI) / ring.parties.length;
  const x = Math.cos(angle) * 140 * (mirror ? -1 : 1);
  return { x: centre.x + x, y: centre.y + Math.sin(angle) * 140 };
}

export interface Arrow {
  readonly path: string;
  readonly head: string;
  readonly pill: Point;
  readonly width: number;
}

const RADIUS = 36;

/** A bowed line from rim to rim, its head, and the place of its amount. */
export function arrowOf(from: Point, to: Point, amount: number): Arrow {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const width = Math.max(1.5, Math.sqrt(amount) * 0.5);
  const tip = 5 + width * 0.9;
  const along = (distance: number, aside: number): Point => ({
    x: from.x + ux * distance - uy * aside,
    y: from.y + uy * distance + ux * aside,
  });
  const [start, end] = [along(RADIUS, 9), along(length - RADIUS - tip, 9)];
  const bend = along(length / 2, 15);
  const half = 3 + width * 0.75;
  const [left, right, point] = [
    along(length - RADIUS - tip, 9 - half),
    along(length - RADIUS - tip, 9 + half),
    along(length - RADIUS, 9),
  ];
  return {
    path: `M${start.x} ${start.y}Q${bend.x} ${bend.y} ${end.x} ${end.y}`,
    head: `M${point.x} ${point.y}L${left.x} ${left.y}L${right.x} ${right.y}Z`,
    pill: along(length / 2, 12),
    width,
  };
}
