import { resolve } from 'node:path';
import { nearestName } from '#shared/formula/suggest.ts';
import { type IsoDate, isIsoDate } from '#shared/model/date.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { findCase } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { type ReadDocument, readDocument, writeDocument } from '../files/document-files.ts';
import { inputRefused, notWritten, wrongUsage } from './cli-error.ts';
import type { Arguments } from './command.ts';

/** Reads a scenario file, or ends the command. */
export async function openDocument(path: string): Promise<ReadDocument> {
  const read = await readDocument(path);
  if (!read.ok) throw inputRefused(read.error.code, read.error.params, { subject: path });
  return read.value;
}

/**
 * Saves a scenario through the safe save, or ends the command. An existing file is replaced; when
 * it is the one that was read, only if nobody changed it meanwhile.
 */
export async function saveDocument(
  path: string,
  scenario: Scenario,
  savedBy: string,
  from?: { readonly path: string; readonly stamp: string },
): Promise<void> {
  const expected = from && resolve(from.path) === resolve(path) ? from.stamp : null;
  const written = await writeDocument(path, scenario, savedBy, expected);
  if (!written.ok) throw notWritten(written.error.code, written.error.params, path);
}

/** The case that `--case` names by id or name; null for the base. */
export function caseOption(scenario: Scenario, args: Arguments): string | null {
  const wanted = args.option('--case');
  if (wanted === undefined) return null;
  const found = findCase(scenario, wanted);
  if (found) return found.id;
  if (wanted.toLowerCase() === 'base') return null;
  const names = scenario.cases.flatMap((one) => [one.id, one.name.en, one.name.ar]);
  throw inputRefused('case-not-found', { case: wanted }, { near: nearestName(wanted, names) });
}

export function asOfOption(args: Arguments): IsoDate | null {
  const date = args.option('--as-of');
  if (date === undefined) return null;
  if (!isIsoDate(date)) throw wrongUsage('date-not-valid', { value: date });
  return date;
}

export function unknownItem(scenario: Scenario, key: string): Error {
  return inputRefused('item-not-found', { key }, { near: nearestName(key, scenario.itemOrder) });
}

/** Keys in row order that a list of keys and patterns (`revenue*`) names; all rows with values without one. */
export function chosenItems(scenario: Scenario, list: string | undefined): readonly ItemKey[] {
  const rows = scenario.itemOrder.filter((key) => scenario.items[key]?.role !== 'header');
  if (list === undefined) return rows;
  const chosen = new Set<ItemKey>();
  for (const part of list.split(',')) {
    const pattern = part.trim();
    if (pattern === '') continue;
    const found = rows.filter((key) => matches(key, pattern));
    if (found.length === 0) throw unknownItem(scenario, pattern);
    for (const key of found) chosen.add(key);
  }
  return rows.filter((key) => chosen.has(key));
}

/** `*` stands for any letters, `?` for one. */
function matches(key: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'u').test(key);
}
