import type { CellValue } from '#shared/model/value.ts';
import { scheduleOf } from './coupons.ts';
import { define, numeric } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { NUM_ERROR } from './errors.ts';
import { durationAt, priceAt, yieldAt } from './numeric/bond-price.ts';

function price(
  settlement: number,
  maturity: number,
  rate: number,
  yearly: number,
  redemption: number,
  frequency: number,
  basis: number,
): CellValue {
  const schedule = scheduleOf(settlement, maturity, frequency, basis);
  if (!schedule || rate < 0 || yearly < 0 || redemption <= 0) return NUM_ERROR;
  return priceAt({ ...schedule, rate, redemption }, yearly);
}

function yieldOf(
  settlement: number,
  maturity: number,
  rate: number,
  paid: number,
  redemption: number,
  frequency: number,
  basis: number,
): CellValue {
  const schedule = scheduleOf(settlement, maturity, frequency, basis);
  if (!schedule || rate < 0 || paid <= 0 || redemption <= 0) return NUM_ERROR;
  return yieldAt({ ...schedule, rate, redemption }, paid) ?? NUM_ERROR;
}

function duration(isModified: boolean) {
  return (
    settlement: number,
    maturity: number,
    rate: number,
    yearly: number,
    frequency: number,
    basis: number,
  ): CellValue => {
    const schedule = scheduleOf(settlement, maturity, frequency, basis);
    if (!schedule || rate < 0 || yearly < 0) return NUM_ERROR;
    const years = durationAt({ ...schedule, rate, redemption: 100 }, yearly);
    return isModified ? years / (1 + yearly / schedule.frequency) : years;
  };
}

export const BONDS: readonly FunctionDefinition[] = [
  define(
    'PRICE(settlement, maturity, rate, yld, redemption, frequency, [basis])',
    'Clean price per 100 of a bond that pays coupons, at a yield.',
    'السعر الصافي لكل 100 من سند ذي قسائم عند عائد محدد.',
    [['PRICE(DATE(2008,2,15), DATE(2017,11,15), 0.0575, 0.065, 100, 2, 0)', 94.63436162132, 1e-12]],
    numeric(price, 0),
  ),
  define(
    'YIELD(settlement, maturity, rate, pr, redemption, frequency, [basis])',
    'Yearly yield of a bond that pays coupons, at a clean price.',
    'العائد السنوي لسند ذي قسائم عند سعر صافٍ محدد.',
    [['YIELD(DATE(2008,2,15), DATE(2016,11,15), 0.0575, 95.04287, 100, 2, 0)', 0.065, 1e-7]],
    numeric(yieldOf, 0),
  ),
  define(
    'DURATION(settlement, maturity, coupon, yld, frequency, [basis])',
    'Macaulay duration of a bond in years.',
    'مدة ماكولي للسند بالسنوات.',
    [['DURATION(DATE(2018,7,1), DATE(2048,1,1), 0.08, 0.09, 2, 1)', 10.9191452816, 1e-10]],
    numeric(duration(false), 0),
  ),
  define(
    'MDURATION(settlement, maturity, coupon, yld, frequency, [basis])',
    'Modified Macaulay duration of a bond.',
    'مدة ماكولي المعدلة للسند.',
    [['MDURATION(DATE(2008,1,1), DATE(2016,1,1), 0.08, 0.09, 2, 1)', 5.73567, 1e-5]],
    numeric(duration(true), 0),
  ),
];
