import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toNumber } from '../coerce.ts';
import { numbersOf, valuesOf } from './arguments.ts';
import { sum } from './arithmetic.ts';
import { first } from './broadcast.ts';
import { define, mixed } from './define.ts';
import type { Argument, FunctionDefinition } from './definition.ts';
import { DIV_ERROR, failure, finite, NUM_ERROR } from './errors.ts';
import { solveRate } from './numeric/rate-solver.ts';
import { isSerial } from './numeric/serial-date.ts';

const NO_RATE = failure('#NUM!', 'no-rate-flows');
const NO_SIGN_CHANGE = failure('#NUM!', 'no-sign-change');
const DEFAULT_GUESS = 0.1;

function numberAt(args: readonly Argument[], index: number, standard: number): number | ErrorValue {
  const arg = args[index];
  return index >= args.length ? standard : toNumber(arg === undefined ? null : first(arg));
}

/** Value one period before the first flow. */
function presentOf(flows: readonly number[], rate: number): number {
  let total = 0;
  let factor = 1;
  for (const flow of flows) {
    factor /= 1 + rate;
    total += flow * factor;
  }
  return total;
}

function npv(args: readonly Argument[]): CellValue {
  const rate = numberAt(args, 0, 0);
  if (isErrorValue(rate)) return rate;
  const flows = numbersOf(args.slice(1));
  if (isErrorValue(flows)) return flows;
  return rate === -1 ? DIV_ERROR : finite(presentOf(flows, rate));
}

function hasBothSigns(flows: readonly number[]): boolean {
  return flows.some((flow) => flow > 0) && flows.some((flow) => flow < 0);
}

function irr(args: readonly Argument[]): CellValue {
  const flows = numbersOf([args[0]]);
  if (isErrorValue(flows)) return flows;
  const guess = numberAt(args, 1, DEFAULT_GUESS);
  if (isErrorValue(guess)) return guess;
  if (!hasBothSigns(flows)) return NO_SIGN_CHANGE;
  if (guess <= -1) return NUM_ERROR;
  const times = flows.map((_, index) => index);
  return solveRate((rate) => datedCurve(flows, times, rate), guess) ?? NO_RATE;
}

/** Present value of flows at times in periods, and its slope over the rate. */
function datedCurve(flows: readonly number[], times: readonly number[], rate: number) {
  let value = 0;
  let slope = 0;
  flows.forEach((flow, index) => {
    const time = times[index] ?? 0;
    const present = flow * (1 + rate) ** -time;
    value += present;
    slope -= (time * present) / (1 + rate);
  });
  return { value, slope };
}

function mirr(args: readonly Argument[]): CellValue {
  const flows = numbersOf([args[0]]);
  if (isErrorValue(flows)) return flows;
  const [financing, reinvesting] = [numberAt(args, 1, 0), numberAt(args, 2, 0)];
  if (isErrorValue(financing)) return financing;
  if (isErrorValue(reinvesting)) return reinvesting;
  if (!hasBothSigns(flows) || financing === -1 || reinvesting === -1) return DIV_ERROR;
  const incoming = presentOf(
    flows.map((flow) => Math.max(flow, 0)),
    reinvesting,
  );
  const outgoing = presentOf(
    flows.map((flow) => Math.min(flow, 0)),
    financing,
  );
  const ratio = (-incoming * (1 + reinvesting) ** flows.length) / (outgoing * (1 + financing));
  return finite(ratio ** (1 / (flows.length - 1)) - 1);
}

/** Flows with their distance in years of 365 days from the first date. */
interface DatedFlows {
  readonly flows: readonly number[];
  readonly times: readonly number[];
}

function datedFlows(flowArg: Argument, dateArg: Argument): DatedFlows | ErrorValue {
  const flows = allNumbers(flowArg);
  if (isErrorValue(flows)) return flows;
  const dates = allNumbers(dateArg);
  if (isErrorValue(dates)) return dates;
  const start = Math.trunc(dates[0] ?? 0);
  if (flows.length !== dates.length) return failure('#NUM!', 'dates-and-amounts');
  if (dates.some((date) => !isSerial(date) || Math.trunc(date) < start)) {
    return failure('#NUM!', 'date-before-first');
  }
  return { flows, times: dates.map((date) => (Math.trunc(date) - start) / 365) };
}

/** Every place as a number: blanks count as 0, text must be a number or a date. */
function allNumbers(arg: Argument): number[] | ErrorValue {
  const numbers: number[] = [];
  for (const value of valuesOf(arg)) {
    const number = toNumber(value);
    if (isErrorValue(number)) return number;
    numbers.push(number);
  }
  return numbers;
}

function xnpv(args: readonly Argument[]): CellValue {
  const rate = numberAt(args, 0, 0);
  if (isErrorValue(rate)) return rate;
  const dated = datedFlows(args[1], args[2]);
  if (isErrorValue(dated)) return dated;
  if (rate <= -1) return NUM_ERROR;
  return finite(sum(dated.flows.map((flow, index) => flow / (1 + rate) ** (dated.times[index] ?? 0))));
}

function xirr(args: readonly Argument[]): CellValue {
  const dated = datedFlows(args[0], args[1]);
  if (isErrorValue(dated)) return dated;
  const guess = numberAt(args, 2, DEFAULT_GUESS);
  if (isErrorValue(guess)) return guess;
  if (!hasBothSigns(dated.flows)) return NO_SIGN_CHANGE;
  if (guess <= -1) return NUM_ERROR;
  return solveRate((rate) => datedCurve(dated.flows, dated.times, rate), guess) ?? NO_RATE;
}

const AMOUNTS = '{-10000,2750,4250,3250,2750}';
const DATES = '{39448,39508,39751,39859,39904}';

export const FINANCE_CASH_FLOW: readonly FunctionDefinition[] = [
  define(
    'NPV(rate, value1, [value2], …)',
    'Present value of flows at the ends of equal periods; the first is a period away.',
    'صافي القيمة الحالية لتدفقات في نهايات فترات متساوية، وأولها بعد فترة واحدة.',
    [
      ['NPV(0.1, -10000, 3000, 4200, 6800)', 1188.4434123352207, 1e-12],
      ['NPV(0.08, {8000,9200,10000,12000,14500}) - 40000', 1922.06155493, 1e-11],
    ],
    mixed('va', npv),
  ),
  define(
    'IRR(values, [guess])',
    'Rate at which the flows of equal periods are worth nothing today; the one near the guess, 10% when left out.',
    'معدل العائد الداخلي الذي تصبح عنده القيمة الحالية للتدفقات صفراً، وهو الأقرب إلى التخمين (10% إن لم يُذكر).',
    [
      ['IRR({-70000,12000,15000,18000,21000})', -0.021244848272999, 1e-12],
      ['IRR({-70000,12000,15000,18000,21000,26000})', 0.086630948036531, 1e-12],
      ['IRR({-70000,12000,15000}, -0.1)', -0.44350694133474, 1e-12],
      ['IRR({100,200})', { error: '#NUM!' }],
    ],
    mixed('av', irr),
  ),
  define(
    'MIRR(values, finance_rate, reinvest_rate)',
    'Rate of return when money is borrowed and reinvested at different rates.',
    'معدل العائد الداخلي المعدل عند اختلاف معدلي التمويل وإعادة الاستثمار.',
    [
      ['MIRR({-120000,39000,30000,21000,37000,46000}, 0.1, 0.12)', 0.126094130365905, 1e-12],
      ['MIRR({-120000,39000,30000,21000}, 0.1, 0.12)', -0.048044655, 1e-8],
    ],
    mixed('avv', mirr),
  ),
  define(
    'XNPV(rate, values, dates)',
    'Present value of dated flows on the first date, in years of 365 days.',
    'صافي القيمة الحالية لتدفقات مؤرخة في تاريخ أولها، بسنوات من 365 يوماً.',
    [[`XNPV(0.09, ${AMOUNTS}, ${DATES})`, 2086.647602031535, 1e-12]],
    mixed('vaa', xnpv),
  ),
  define(
    'XIRR(values, dates, [guess])',
    'Rate at which dated flows are worth nothing on the first date.',
    'معدل العائد الداخلي لتدفقات مؤرخة.',
    [[`XIRR(${AMOUNTS}, ${DATES}, 0.1)`, 0.3733625335188315, 1e-9]],
    mixed('aav', xirr),
  ),
];
