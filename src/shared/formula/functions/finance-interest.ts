import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { toNumber } from '../coerce.ts';
import { valuesOf } from './arguments.ts';
import { first } from './broadcast.ts';
import { define, mixed, numeric } from './define.ts';
import type { Argument, FunctionDefinition } from './definition.ts';
import { DIV_ERROR, finite, NUM_ERROR, VALUE_ERROR } from './errors.ts';

function effective(nominal: number, perYear: number): CellValue {
  const count = Math.trunc(perYear);
  return nominal > 0 && count >= 1 ? Math.expm1(count * Math.log1p(nominal / count)) : NUM_ERROR;
}

function nominal(rate: number, perYear: number): CellValue {
  const count = Math.trunc(perYear);
  return rate > 0 && count >= 1 ? Math.expm1(Math.log1p(rate) / count) * count : NUM_ERROR;
}

function growthRate(periods: number, present: number, future: number): CellValue {
  if (periods <= 0 || present === 0) return NUM_ERROR;
  return (future / present) ** (1 / periods) - 1;
}

function duration(rate: number, present: number, future: number): CellValue {
  return rate > 0 && present > 0 && future > 0 ? Math.log(future / present) / Math.log1p(rate) : NUM_ERROR;
}

function schedule([start, rates]: readonly Argument[]): CellValue {
  const principal = toNumber(start === undefined ? null : first(start));
  if (isErrorValue(principal)) return principal;
  let total = principal;
  for (const rate of valuesOf(rates)) {
    if (isErrorValue(rate)) return rate;
    if (typeof rate !== 'number' && rate !== null) return VALUE_ERROR;
    total *= 1 + (rate ?? 0);
  }
  return finite(total);
}

/** Prices in fractions: 1.02 in sixteenths means 1 and 2/16. */
function fromFraction(price: number, fraction: number): CellValue {
  const parts = Math.trunc(fraction);
  if (fraction < 0) return NUM_ERROR;
  if (parts < 1) return DIV_ERROR;
  const whole = Math.trunc(price);
  return whole + ((price - whole) * 10 ** Math.ceil(Math.log10(parts))) / parts;
}

function toFraction(price: number, fraction: number): CellValue {
  const parts = Math.trunc(fraction);
  if (fraction < 0) return NUM_ERROR;
  if (parts < 1) return DIV_ERROR;
  const whole = Math.trunc(price);
  return whole + ((price - whole) * parts) / 10 ** Math.ceil(Math.log10(parts));
}

export const FINANCE_INTEREST: readonly FunctionDefinition[] = [
  define(
    'EFFECT(nominal_rate, npery)',
    'Effective yearly rate of a nominal rate compounded so often a year.',
    'المعدل السنوي الفعلي لمعدل اسمي يُركّب عدداً من المرات سنوياً.',
    [
      ['EFFECT(0.0525, 4)', 0.0535427, 1e-7],
      ['EFFECT(0, 4)', { error: '#NUM!' }],
    ],
    numeric(effective),
  ),
  define(
    'NOMINAL(effect_rate, npery)',
    'Nominal yearly rate of an effective rate compounded so often a year.',
    'المعدل السنوي الاسمي لمعدل فعلي يُركّب عدداً من المرات سنوياً.',
    [['NOMINAL(0.053543, 4)', 0.05250032, 1e-8]],
    numeric(nominal),
  ),
  define(
    'RRI(nper, pv, fv)',
    'Constant rate at which a value grows into another.',
    'معدل النمو الثابت الذي تبلغ به قيمة قيمةً أخرى.',
    [['RRI(96, 10000, 11000)', 0.0009933, 1e-7]],
    numeric(growthRate),
  ),
  define(
    'PDURATION(rate, pv, fv)',
    'Number of periods in which a value grows into another at a rate.',
    'عدد الفترات اللازمة لنمو قيمة إلى أخرى بمعدل محدد.',
    [
      ['PDURATION(0.025, 2000, 2200)', 3.859866162622656, 1e-12],
      ['PDURATION(0.025/12, 1000, 1200)', 87.6054764193714, 1e-11],
    ],
    numeric(duration),
  ),
  define(
    'FVSCHEDULE(principal, schedule)',
    'Value of an amount after a series of rates.',
    'قيمة مبلغ بعد تطبيق سلسلة من المعدلات المتتالية.',
    [['FVSCHEDULE(1, {0.09,0.11,0.1})', 1.3308900000000001, 1e-14]],
    mixed('va', schedule),
  ),
  define(
    'DOLLARDE(fractional_dollar, fraction)',
    'A price in fractions as a decimal.',
    'تحويل سعر مكتوب بالكسور إلى عدد عشري.',
    [
      ['DOLLARDE(1.02, 16)', 1.125, 1e-14],
      ['DOLLARDE(1.1, 32)', 1.3125, 1e-14],
    ],
    numeric(fromFraction),
  ),
  define(
    'DOLLARFR(decimal_dollar, fraction)',
    'A decimal price in fractions.',
    'تحويل سعر عشري إلى صيغة الكسور.',
    [
      ['DOLLARFR(1.125, 16)', 1.02, 1e-14],
      ['DOLLARFR(1.125, 32)', 1.04, 1e-14],
    ],
    numeric(toFraction),
  ),
];
