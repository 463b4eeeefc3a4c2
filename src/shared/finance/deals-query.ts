import { BINDING_LEVELS, type BindingLevel, DEAL_TYPES } from '#shared/model/deal.ts';
import { type Reason, reasonOf } from '#shared/model/reason.ts';
import { err, ok, type Result } from '#shared/util/result.ts';

/** What `DEALS` is asked; null means any. */
export interface DealsQuery {
  readonly direction: 'in' | 'out' | 'gw';
  /** Type of the deal, or the tenure for `gw`. */
  readonly type: string | null;
  readonly binding: BindingLevel | 'counted' | null;
  readonly counterparty: string | null;
}

const DIRECTIONS = ['in', 'out', 'gw'] as const;
const TENURES: readonly string[] = ['rented', 'owned'];
const BINDINGS = [...BINDING_LEVELS, 'counted'] as const;

/** Weight of a level in `"counted"`: the line item that holds it. */
export function countItem(level: BindingLevel): string {
  return `count_${level}`;
}

/**
 * Reads the four texts of `DEALS(direction, type?, binding?, counterparty?)`; an empty text means
 * any. Fails with the word that is not known.
 */
export function readDealsQuery(args: readonly string[]): Result<DealsQuery, Reason> {
  const [direction, type, binding, counterparty] = [0, 1, 2, 3].map((index) => args[index] ?? '');
  const way = wordOf(direction ?? '', DIRECTIONS);
  if (!way) return err(reasonOf('deals-direction', { word: direction ?? '', allowed: listOf(DIRECTIONS) }));
  const types = way === 'gw' ? TENURES : DEAL_TYPES;
  const kind = wordOf(type ?? '', types);
  if (type && !kind) return err(reasonOf('deals-type', { word: type, allowed: listOf(types) }));
  const level = wordOf(binding ?? '', BINDINGS);
  if (binding && !level) return err(reasonOf('deals-level', { word: binding, allowed: listOf(BINDINGS) }));
  return ok({ direction: way, type: kind, binding: level, counterparty: counterparty || null });
}

function wordOf<T extends string>(text: string, words: readonly T[]): T | null {
  return words.find((word) => word === text.trim().toLowerCase()) ?? null;
}

function listOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}
