import { describe, expect, it } from 'vitest';
import { checkUnits, type UnitMismatch } from '#shared/engine/units/check-units.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { parseUnit } from '#shared/model/unit.ts';

const UNITS: Record<string, string> = {
  revenue: 'USD bn',
  cost: 'USD bn',
  cost_m: 'USD m',
  price: 'USD bn per GW-year',
  gw: 'GW (online)',
  gw_signed: 'GW (contracted)',
  gw_any: 'GW',
  users: 'users m',
  homes: 'homes m',
  arpu: 'USD per month',
  arpu_user: 'USD/user/month',
  share: '%',
  shift: 'points',
  weight: 'ratio',
  rate: '% a year',
  warrant_price: 'USD',
  euro: 'EUR bn',
  life: 'years',
  free: '',
  flag: '0/1',
};

function check(formula: string, declared: string): UnitMismatch | null {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(parsed.error.reason.code);
  const unit = parseUnit(declared);
  if (!unit) throw new Error(declared);
  return checkUnits(parsed.value, unit, (name) => parseUnit(UNITS[name] ?? ''));
}

describe('units as written', () => {
  it.each([
    ['USD bn', { USD: 1 }, 1e9, undefined],
    ['GW (online)', { GW: 1 }, 1, 'online'],
    ['users m', { user: 1 }, 1e6, undefined],
    ['USD bn per GW-year', { USD: 1, GW: -1, time: -1 }, 1e9, undefined],
    ['% a year', { time: -1 }, 0.01, undefined],
    ['0/1', {}, 1, undefined],
    ['MW', { GW: 1 }, 1e-3, undefined],
  ])('reads %s', (text, dimensions, scale, basis) => {
    const unit = parseUnit(text);
    expect(unit?.dimensions).toEqual(dimensions);
    expect(unit?.scale).toBeCloseTo(scale, 12);
    expect(unit?.basis).toBe(basis);
  });
});

describe('formulas that fit', () => {
  it.each([
    ['revenue - cost', 'USD bn'],
    ['revenue - 5', 'USD bn'],
    ['SUM(revenue[-3:0]) / 4', 'USD bn'],
    ['gw * price / 4', 'USD bn'],
    ['users * share / 100 * arpu * 3 / 1000', 'USD bn'],
    ['users * arpu_user * 3 / 1000', 'USD bn'],
    ['revenue / cost * 100', '%'],
    ['(revenue / revenue[-4] - 1) * 100', '%'],
    ['rate / 100 / 4 * (revenue[-1] + revenue) / 2', 'USD bn'],
    ['share + shift', '%'],
    ['cost + cost_m / 1000', 'USD bn'],
    ['IF(revenue > 0, revenue, 0)', 'USD bn'],
    ['160 / 6 * MAX(0, warrant_price - 0.01) / 1000', 'USD bn per GW'],
    ['IF(revenue < 0, 1, 0)', 'quarters'],
    ['revenue * weight', 'USD bn'],
    ['free + revenue + gw * free', 'USD bn'],
    ['YEAR() * 4 + QUARTER() >= life * 4', 'true/false'],
    ['(revenue / cost) ^ 0.25', 'ratio'],
    ['revenue / 5 * 1000 / (users * arpu * 12) * 100', '%'],
    ['SUM(flag[:])', 'quarters'],
    ['DEALS("gw", "rented") * weight', 'GW (online)'],
    ['LET(gw, revenue, gw + cost)', 'USD bn'],
  ])('%s is %s', (formula, declared) => {
    expect(check(formula, declared)).toBeNull();
  });
});

describe('mixes, each with both units named', () => {
  it.each([
    ['revenue + gw', 'USD bn', 'USD bn', 'GW (online)'],
    ['revenue + cost_m', 'USD bn', 'USD bn', 'USD m'],
    ['gw + gw_signed', 'GW (online)', 'GW (online)', 'GW (contracted)'],
    ['revenue > users', 'true/false', 'USD bn', 'users m'],
    ['users + homes', 'users m', 'users m', 'homes m'],
    ['MAX(revenue, euro)', 'USD bn', 'USD bn', 'EUR bn'],
    ['IF(free > 0, revenue, gw)', 'USD bn', 'USD bn', 'GW (online)'],
    ['share + weight', '%', '%', 'ratio'],
    ['revenue * 0.5 + gw', 'USD bn', 'USD bn', 'GW (online)'],
    ['SUM(revenue[-3:0]) + SUM(gw[-3:0])', 'USD bn', 'USD bn', 'GW (online)'],
    ['DEALS("in", "equity") + gw', 'USD bn', 'USD bn', 'GW (online)'],
    ['warrant_price + arpu', 'USD', 'USD', 'USD per month'],
    ['revenue * weight + cost_m', 'USD bn', 'USD bn', 'USD m'],
    ['LET(x, revenue, x + gw)', 'USD bn', 'USD bn', 'GW (online)'],
  ])('%s', (formula, declared, left, right) => {
    expect(check(formula, declared)).toMatchObject({ kind: 'mixed', left, right });
  });

  it.each([
    ['gw', 'USD bn', 'GW (online)', 'USD bn'],
    ['cost_m', 'USD bn', 'USD m', 'USD bn'],
    ['gw * price', 'USD bn', 'USD per time', 'USD bn'],
    ['gw_signed', 'GW (online)', 'GW (contracted)', 'GW (online)'],
    ['revenue * gw', 'USD bn', 'USD GW (online)', 'USD bn'],
  ])('%s is not %s', (formula, declared, left, right) => {
    expect(check(formula, declared)).toMatchObject({ kind: 'declared', left, right });
  });
});
