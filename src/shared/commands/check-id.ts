import { isHostileKey, LONGEST_NAME } from '#shared/model/item-key.ts';
import { RefusedError } from './refusal.ts';

/** Holds an id or the name of a party to what a file accepts, so that nothing is edited that cannot be saved. */
export function checkId(id: string): void {
  if (id.trim() === '') throw new RefusedError('id-missing');
  if (id.length > LONGEST_NAME || isHostileKey(id)) throw new RefusedError('id-not-allowed');
}
