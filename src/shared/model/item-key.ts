/** UTF-16 units of a key, an id or another name. */
export const LONGEST_NAME = 256;

/** A name of the formula language: E-101 of docs/engine-spec.md. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{Nd}_.]*$/u;
/** What formulas read as a value, in any case. */
const VALUE = /^(?:true|false)$/i;

/**
 * The one rule for keys of line items: a name of the formula language that is no value there and
 * does no harm as the key of an object. Names of functions are allowed: only `(` makes a call.
 */
export function isItemKey(text: string): boolean {
  return text.length <= LONGEST_NAME && NAME.test(text) && !VALUE.test(text) && !isHostileKey(text);
}

/** Keys that would reach the prototype of an object when it is copied carelessly. */
export function isHostileKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}
