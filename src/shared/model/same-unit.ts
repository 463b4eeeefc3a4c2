import { parseUnit } from './unit.ts';

/** True when a number in one unit may stand in a row of the other as it is. */
export function sameUnit(a: string, b: string): boolean {
  if (a.trim() === b.trim()) return true;
  const [one, other] = [parseUnit(a), parseUnit(b)];
  if (!one || !other || one.scale !== other.scale) return false;
  if (one.basis !== undefined && other.basis !== undefined && one.basis !== other.basis) return false;
  const names = new Set([...Object.keys(one.dimensions), ...Object.keys(other.dimensions)]);
  return [...names].every((name) => one.dimensions[name] === other.dimensions[name]);
}
