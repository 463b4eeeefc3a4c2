import type { CellValue } from '#shared/model/value.ts';
import { define, numeric, numericOrDefault } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { DIV_ERROR, NUM_ERROR } from './errors.ts';
import { roundDecimal } from './numeric/decimal-round.ts';

function sumOfYears(cost: number, salvage: number, life: number, period: number): CellValue {
  if (life <= 0 || period < 1 || period > life || salvage < 0) return NUM_ERROR;
  return ((cost - salvage) * (life - period + 1) * 2) / (life * (life + 1));
}

/** Fixed declining balance; the rate is rounded to three places, as Excel documents it. */
function fixedDeclining(
  cost: number,
  salvage: number,
  life: number,
  period: number,
  months: number,
): CellValue {
  const [years, year, month] = [Math.trunc(life), Math.trunc(period), Math.trunc(months)];
  const last = month === 12 ? years : years + 1;
  if (cost < 0 || salvage < 0 || years < 1 || year < 1 || year > last || month < 1 || month > 12)
    return NUM_ERROR;
  if (cost === 0) return 0;
  const rate = roundDecimal(1 - (salvage / cost) ** (1 / years), 3, 'half-away');
  const share = (rate * month) / 12;
  if (year === 1) return cost * share;
  const part = year === years + 1 ? (12 - month) / 12 : 1;
  return cost * (1 - share) * (1 - rate) ** (year - 2) * rate * part;
}

function doubleDeclining(
  cost: number,
  salvage: number,
  life: number,
  period: number,
  factor: number,
): CellValue {
  if (cost < 0 || salvage < 0 || life <= 0 || period < 1 || period > life || factor <= 0) return NUM_ERROR;
  const left = Math.max(0, 1 - factor / life);
  const before = cost * left ** (period - 1);
  const after = Math.max(salvage, cost * left ** period);
  return Math.max(0, before - after);
}

/** Charges of whole periods; straight line takes over once it charges more, unless that is switched off. */
function* variableCharges(cost: number, salvage: number, life: number, factor: number, isFixed: boolean) {
  let book = cost;
  for (let period = 0; period < life; period++) {
    const left = Math.max(0, book - salvage);
    const declining = Math.min(left, (book * factor) / life);
    const straight = Math.min(left, left / (life - period));
    const charge = isFixed ? declining : Math.max(declining, straight);
    book -= charge;
    yield charge;
  }
}

function variableDeclining(
  cost: number,
  salvage: number,
  life: number,
  start: number,
  end: number,
  factor: number,
  noSwitch: number,
): CellValue {
  const isValid = cost >= 0 && salvage >= 0 && life > 0 && start >= 0 && end >= start && end <= life;
  if (!isValid || factor < 0 || life > 1e6) return NUM_ERROR;
  let total = 0;
  let period = 0;
  for (const charge of variableCharges(cost, salvage, life, factor, noSwitch !== 0)) {
    if (period >= end) break;
    total += charge * Math.max(0, Math.min(end, period + 1) - Math.max(start, period));
    period += 1;
  }
  return total;
}

export const FINANCE_DEPRECIATION: readonly FunctionDefinition[] = [
  define(
    'SLN(cost, salvage, life)',
    'Straight-line depreciation of one period.',
    'إهلاك القسط الثابت لفترة واحدة.',
    [['SLN(30000, 7500, 10)', 2250]],
    numeric((cost, salvage, life) => (life === 0 ? DIV_ERROR : (cost - salvage) / life)),
  ),
  define(
    'SYD(cost, salvage, life, per)',
    'Depreciation of a period by the sum of years’ digits.',
    'إهلاك فترة بطريقة مجموع أرقام السنوات.',
    [
      ['SYD(30000, 7500, 10, 1)', 4090.909090909091, 1e-12],
      ['SYD(30000, 7500, 10, 10)', 409.09090909090907, 1e-12],
    ],
    numeric(sumOfYears),
  ),
  define(
    'DB(cost, salvage, life, period, [month])',
    'Depreciation of a period by the fixed declining balance.',
    'إهلاك فترة بطريقة الرصيد المتناقص الثابت.',
    [
      ['DB(1000000, 100000, 6, 1, 7)', 186083.33333333334, 1e-12],
      ['DB(1000000, 100000, 6, 2, 7)', 259639.41666666666, 1e-12],
      ['DB(1000000, 100000, 6, 6, 7)', 55841.75694, 1e-8],
      ['DB(1000000, 100000, 6, 7, 7)', 15845.098473848071, 1e-11],
    ],
    numeric(fixedDeclining, 12),
  ),
  define(
    'DDB(cost, salvage, life, period, [factor])',
    'Depreciation of a period by the double declining balance or another factor.',
    'إهلاك فترة بطريقة الرصيد المتناقص المضاعف أو بمعامل آخر.',
    [
      ['DDB(2400, 300, 10*365, 1)', 1.315068493150685, 1e-11],
      ['DDB(2400, 300, 10*12, 1, 2)', 40, 1e-12],
      ['DDB(2400, 300, 10, 1, 2)', 480, 1e-12],
      ['DDB(2400, 300, 10, 2, 1.5)', 306, 1e-12],
      ['DDB(2400, 300, 10, 10)', 22.12254720000002, 1e-12],
    ],
    numeric(doubleDeclining, 2),
  ),
  define(
    'VDB(cost, salvage, life, start_period, end_period, [factor], [no_switch])',
    'Depreciation between two points of time by a declining balance that turns into a straight line.',
    'الإهلاك بين نقطتين زمنيتين برصيد متناقص يتحول إلى القسط الثابت.',
    [
      ['VDB(2400, 300, 10*365, 0, 1)', 1.315068493150685, 1e-12],
      ['VDB(2400, 300, 10*12, 0, 1)', 40, 1e-12],
      ['VDB(2400, 300, 10, 0, 1)', 480, 1e-12],
      ['VDB(2400, 300, 10*12, 6, 18)', 396.30605326474904, 1e-11],
      ['VDB(2400, 300, 10*12, 6, 18, 1.5)', 311.8089366582342, 1e-11],
      ['VDB(2400, 300, 10, 0, 0.875, 1.5)', 315, 1e-12],
    ],
    numericOrDefault(variableDeclining, 2, 0),
  ),
];
