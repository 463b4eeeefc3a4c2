import { isCount, isTime, type Unit, unitText, withoutZeros } from '#shared/model/unit.ts';

/**
 * What is known of the unit of an expression.
 * `literal`: made of typed numbers only, fits every unit; as a factor it converts on purpose.
 * `unknown`: not checked (a row without a unit, a function whose result has another meaning).
 */
export type Inferred =
  | { readonly kind: 'literal' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly dimensions: Readonly<Record<string, number>>;
      readonly basis?: string;
      /** null once a product has mixed scales: then only dimensions are checked. */
      readonly scale: number | null;
      /** A literal factor took part: it may stand for a length of time or a quantity per unit. */
      readonly converted: boolean;
      /** As a row writes it; null for one that was made of others: `textOf` writes it when it is told. */
      readonly text: string | null;
    };

export type Known = Extract<Inferred, { kind: 'known' }>;

export const LITERAL: Inferred = { kind: 'literal' };
export const UNKNOWN: Inferred = { kind: 'unknown' };

export function knownUnit(unit: Unit): Known {
  const { dimensions, scale, text, basis } = unit;
  return { kind: 'known', dimensions, scale, text, converted: false, ...(basis ? { basis } : {}) };
}

/** A unit in words, empty where none is known. */
export function textOf(unit: Inferred): string {
  return unit.kind === 'known' ? (unit.text ?? unitText(unit.dimensions, unit.basis)) : '';
}

/** Unit of `left × right`, or of `left ÷ right` with `sign` −1. */
export function productUnit(left: Inferred, right: Inferred, sign: 1 | -1): Inferred {
  if (left.kind === 'unknown' || right.kind === 'unknown') return UNKNOWN;
  if (left.kind === 'literal' && right.kind === 'literal') return LITERAL;
  if (right.kind === 'literal') return converted(left as Known, 1);
  if (left.kind === 'literal') return converted(right, sign);
  const dimensions: Record<string, number> = { ...left.dimensions };
  for (const [name, exponent] of Object.entries(right.dimensions)) {
    dimensions[name] = (dimensions[name] ?? 0) + sign * exponent;
  }
  const basis = productBasis(left, right, dimensions);
  const wasConverted = left.converted || right.converted;
  const product = made(withoutZeros(dimensions), productScale(left, right), wasConverted, basis);
  if (isPlain(right)) return { ...product, text: left.text };
  return isPlain(left) && sign === 1 ? { ...product, text: right.text } : product;
}

/** Unit of a power: whole and broken exponents of a literal; others only of pure numbers. */
export function powerUnit(base: Inferred, exponent: number | null): Inferred {
  if (base.kind !== 'known') return base;
  const names = Object.entries(base.dimensions);
  if (names.length === 0) return made({}, null, base.converted);
  if (exponent === null) return UNKNOWN;
  const dimensions = Object.fromEntries(names.map(([name, power]) => [name, power * exponent]));
  return made(withoutZeros(dimensions), null, base.converted, base.basis);
}

function converted(unit: Known, sign: 1 | -1): Known {
  const dimensions =
    sign === 1
      ? unit.dimensions
      : Object.fromEntries(Object.entries(unit.dimensions).map(([name, power]) => [name, -power]));
  return { ...made(dimensions, null, true, unit.basis), text: sign === 1 ? unit.text : unitText(dimensions) };
}

function made(
  dimensions: Readonly<Record<string, number>>,
  scale: number | null,
  wasConverted: boolean,
  basis?: string,
): Known {
  const kept = basis !== undefined && dimensions['GW'] !== undefined ? { basis } : {};
  return { kind: 'known', dimensions, scale, converted: wasConverted, text: null, ...kept };
}

/** A share or a count of one keeps the scale of what it is multiplied with. */
function productScale(left: Known, right: Known): number | null {
  if (isPlain(right)) return left.scale;
  return isPlain(left) ? right.scale : null;
}

function isPlain(unit: Known): boolean {
  return Object.keys(unit.dimensions).length === 0 && unit.scale === 1;
}

function productBasis(
  left: Known,
  right: Known,
  dimensions: Readonly<Record<string, number>>,
): string | undefined {
  if (dimensions['GW'] === undefined || dimensions['GW'] === 0) return undefined;
  if (left.basis && right.basis && left.basis !== right.basis) return undefined;
  return left.basis ?? right.basis;
}

/** May the two be added, compared or stand as alternatives of one value? */
export function fits(left: Inferred, right: Inferred): boolean {
  if (left.kind !== 'known' || right.kind !== 'known') return true;
  if (left.dimensions === right.dimensions && left.scale === right.scale && left.basis === right.basis)
    return true;
  const timeless = left.converted || right.converted;
  if (!sameDimensions(comparable(left, timeless), comparable(right, timeless))) return false;
  if (left.basis && right.basis && left.basis !== right.basis) return false;
  return left.scale === null || right.scale === null || sameScale(left.scale, right.scale);
}

/** Does the result of a formula fit the unit that its row declares? */
export function fitsDeclared(result: Inferred, declared: Known): boolean {
  if (result.kind !== 'known' || fits(result, declared)) return true;
  if (result.basis && declared.basis && result.basis !== declared.basis) return false;
  if (Object.keys(result.dimensions).length === 0 && hasCount(declared)) return true;
  if (result.scale !== null && !sameScale(result.scale, declared.scale ?? result.scale)) return false;
  const wanted = comparable(declared, result.converted);
  return result.converted && sameDimensions(comparable(result, true), withoutDenominators(wanted));
}

/** Counted things beside money or power, or per head, are left out; time where a literal may stand for it. */
function comparable(unit: Known, timeless: boolean): Record<string, number> {
  const names = Object.entries(unit.dimensions);
  const measured = names.some(([name]) => !isCount(name) && !isTime(name));
  const leftOut = (name: string, power: number): boolean =>
    (isCount(name) && (measured || power < 0)) || (timeless && isTime(name));
  return Object.fromEntries(names.filter(([name, power]) => !leftOut(name, power)));
}

/** A pure number may be how many users, homes, quarters or years there are. */
function hasCount(unit: Known): boolean {
  const names = Object.entries(unit.dimensions);
  return names.length > 0 && names.every(([name, power]) => power > 0 && (isCount(name) || isTime(name)));
}

function withoutDenominators(dimensions: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(dimensions).filter(([, power]) => power > 0));
}

function sameDimensions(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => Math.abs((a[name] ?? 0) - (b[name] ?? 0)) < 1e-9);
}

function sameScale(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(a, b);
}
