import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nearestName } from '#shared/formula/suggest.ts';
import { type IsoDate, isIsoDate } from '#shared/model/date.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { findCase } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { type ReadDocument, readDocument, writeDocument } from '../files/document-files.ts';
import { stampOf } from '../files/stamp.ts';
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
  refuseFolder(path);
  const expected = from && resolve(from.path) === resolve(path) ? from.stamp : null;
  const written = await writeDocument(path, scenario, savedBy, expected);
  if (!written.ok) throw notWritten(written.error.code, written.error.params, path);
}

/** `name/` means a folder, whether there is one or not. */
function refuseFolder(target: string): void {
  if (/[/\\]$/.test(target)) throw notWritten('not-a-regular-file', {}, target);
}

/** The output is a file of its own: what is read is never replaced by something of another kind. */
export async function checkTarget(path: string, target: string): Promise<void> {
  refuseFolder(target);
  const stamp = (one: string) => stat(one, { bigint: true }).then(stampOf, () => null);
  const input = await stamp(path);
  const isSame = input === null ? resolve(path) === resolve(target) : input === (await stamp(target));
  if (isSame) throw wrongUsage('output-is-input', { name: target });
}

/** The case that `--case` names by id or name; null for the base. */
export function caseOption(scenario: Scenario, args: Arguments): string | null {
  const wanted = args.option('--case');
  return wanted === undefined ? null : caseNamed(scenario, wanted);
}

/** Null for the base; a name that no case has ends the command. */
export function caseNamed(scenario: Scenario, wanted: string): string | null {
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
  const patterns = list.split(',').map((part) => part.trim());
  for (const pattern of patterns.filter((one) => one !== '')) {
    const found = rows.filter((key) => matches(key, pattern));
    if (found.length === 0) throw notChosen(scenario, pattern);
    for (const key of found) chosen.add(key);
  }
  if (chosen.size === 0) throw wrongUsage('option-without-value', { option: '--items' });
  return rows.filter((key) => chosen.has(key));
}

function notChosen(scenario: Scenario, key: string): Error {
  const isHeading = itemOf(scenario, key)?.role === 'header';
  return isHeading ? inputRefused('header-has-no-values', { key }) : unknownItem(scenario, key);
}

/** `*` stands for any letters, `?` for one. */
function matches(key: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'u').test(key);
}
