import type { CellValue } from '#shared/model/value.ts';
import { define, numeric } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { DIV_ERROR, failure, NUM_ERROR } from './errors.ts';
import {
  annuity,
  futureValue,
  growth,
  interestPart,
  payment,
  presentValue,
  principalPart,
} from './numeric/annuity.ts';
import { solveRate } from './numeric/rate-solver.ts';

function periods(rate: number, pay: number, present: number, future: number, type: number): CellValue {
  if (rate === 0) return pay === 0 ? NUM_ERROR : -(present + future) / pay;
  const due = type === 0 ? pay : pay * (1 + rate);
  const ratio = (due - future * rate) / (due + present * rate);
  return rate > -1 && ratio > 0 ? Math.log(ratio) / Math.log1p(rate) : NUM_ERROR;
}

function rateOf(
  n: number,
  pay: number,
  present: number,
  future: number,
  type: number,
  guess: number,
): CellValue {
  if (n <= 0 || guess <= -1) return NUM_ERROR;
  const shift = type === 0 ? 0 : 1;
  const valueAt = (rate: number) =>
    present * growth(rate, n) + pay * (1 + rate * shift) * annuity(rate, n) + future;
  const found = solveRate((rate) => {
    const step = 1e-6 * Math.max(1e-2, Math.abs(1 + rate));
    return { value: valueAt(rate), slope: (valueAt(rate + step) - valueAt(rate - step)) / (2 * step) };
  }, guess);
  return found ?? failure('#NUM!', 'no-rate-payments');
}

function isPeriod(per: number, n: number): boolean {
  return per >= 1 && per <= n;
}

function interest(
  rate: number,
  per: number,
  n: number,
  present: number,
  future: number,
  type: number,
): CellValue {
  return isPeriod(per, n) ? interestPart(rate, per, n, present, future, type && 1) : NUM_ERROR;
}

function principal(
  rate: number,
  per: number,
  n: number,
  present: number,
  future: number,
  type: number,
): CellValue {
  return isPeriod(per, n) ? principalPart(rate, per, n, present, future, type && 1) : NUM_ERROR;
}

/** Repayments of periods in a row: a geometric series, but for the first payment in advance. */
function principalOver(
  rate: number,
  n: number,
  present: number,
  first: number,
  last: number,
  type: number,
): number {
  if (type !== 0 && first === 1) {
    const advance = principalPart(rate, 1, n, present, 0, type);
    return last === 1 ? advance : advance + principalOver(rate, n, present, 2, last, type);
  }
  return principalPart(rate, first, n, present, 0, type) * annuity(rate, last - first + 1);
}

/** Interest or repayment over several periods, both ends included. */
function cumulated(part: 'interest' | 'principal') {
  return (rate: number, n: number, present: number, start: number, end: number, type: number): CellValue => {
    const [first, last] = [Math.trunc(start), Math.trunc(end)];
    const isValid = rate > 0 && n > 0 && present > 0 && first >= 1 && last >= first && last <= n;
    if (!isValid || (type !== 0 && type !== 1)) return NUM_ERROR;
    const repaid = principalOver(rate, n, present, first, last, type);
    if (part === 'principal') return repaid;
    // A payment in advance holds no interest the first time.
    const paid = payment(rate, n, present, 0, type) * (last - first + 1);
    return paid - repaid;
  };
}

export const FINANCE_ANNUITY: readonly FunctionDefinition[] = [
  define(
    'PMT(rate, nper, pv, [fv], [type])',
    'Payment per period of a loan or an annuity at a constant rate.',
    'الدفعة الدورية لقرض أو سلسلة دفعات بمعدل ثابت.',
    [
      ['PMT(0.08/12, 10, 10000)', -1037.0320893591606, 1e-12],
      ['PMT(0.08/12, 10, 10000, 0, 1)', -1030.164327177974, 1e-12],
      ['PMT(0.06/12, 18*12, 0, 50000)', -129.0811608679973, 1e-12],
    ],
    numeric((rate, n, pv, fv, type) => (n === 0 ? NUM_ERROR : payment(rate, n, pv, fv, type)), 0, 0),
  ),
  define(
    'FV(rate, nper, pmt, [pv], [type])',
    'Value of regular payments and a start balance at the end.',
    'القيمة المستقبلية لدفعات دورية ورصيد ابتدائي.',
    [
      ['FV(0.06/12, 10, -200, -500, 1)', 2581.4033740601, 1e-12],
      ['FV(0.12/12, 12, -1000)', 12682.503013197, 1e-12],
      ['FV(0.11/12, 35, -2000, , 1)', 82846.24637190053, 1e-12],
    ],
    numeric((rate, n, pay, pv, type) => futureValue(rate, n, pay, pv, type), 0, 0),
  ),
  define(
    'PV(rate, nper, pmt, [fv], [type])',
    'Value today of regular payments and a balance at the end.',
    'القيمة الحالية لدفعات دورية ورصيد نهائي.',
    [['PV(0.08/12, 12*20, 500, , 0)', -59777.14585118777, 1e-12]],
    numeric((rate, n, pay, fv, type) => presentValue(rate, n, pay, fv, type), 0, 0),
  ),
  define(
    'NPER(rate, pmt, pv, [fv], [type])',
    'Number of periods until payments reach a balance.',
    'عدد الفترات اللازمة لبلوغ رصيد بدفعات دورية.',
    [
      ['NPER(0.12/12, -100, -1000, 10000, 1)', 59.67386567429457, 1e-12],
      ['NPER(0.12/12, -100, -1000, 10000)', 60.08212285376166, 1e-12],
      ['NPER(0.12/12, -100, -1000)', -9.57859403981306, 1e-12],
    ],
    numeric(periods, 0, 0),
  ),
  define(
    'RATE(nper, pmt, pv, [fv], [type], [guess])',
    'Rate per period that balances payments and balances; the one near the guess, 10% when left out.',
    'معدل الفترة الذي يوازن الدفعات والأرصدة، وهو الأقرب إلى التخمين (10% إن لم يُذكر).',
    [
      ['RATE(4*12, -200, 8000)', 0.0077014724882, 1e-10],
      ['RATE(10, 100, 1000)', { error: '#NUM!' }],
    ],
    numeric(rateOf, 0, 0, 0.1),
  ),
  define(
    'IPMT(rate, per, nper, pv, [fv], [type])',
    'Interest in the payment of one period.',
    'جزء الفائدة من دفعة فترة محددة.',
    [
      ['IPMT(0.1/12, 1, 3*12, 8000)', -66.66666666666667, 1e-12],
      ['IPMT(0.1, 3, 3, 8000)', -292.4471299093658, 1e-12],
    ],
    numeric(interest, 0, 0),
  ),
  define(
    'PPMT(rate, per, nper, pv, [fv], [type])',
    'Repayment of principal in the payment of one period.',
    'جزء سداد أصل الدين من دفعة فترة محددة.',
    [
      ['PPMT(0.1/12, 1, 2*12, 2000)', -75.62318600836667, 1e-12],
      ['PPMT(0.08, 10, 10, 200000)', -27598.05346242139, 1e-12],
    ],
    numeric(principal, 0, 0),
  ),
  define(
    'CUMIPMT(rate, nper, pv, start_period, end_period, type)',
    'Interest paid on a loan from one period to another.',
    'مجموع الفائدة المدفوعة على قرض بين فترتين.',
    [
      ['CUMIPMT(0.09/12, 30*12, 125000, 13, 24, 0)', -11135.23213075, 1e-11],
      ['CUMIPMT(0.09/12, 30*12, 125000, 1, 1, 0)', -937.5, 1e-12],
    ],
    numeric(cumulated('interest')),
  ),
  define(
    'CUMPRINC(rate, nper, pv, start_period, end_period, type)',
    'Principal repaid on a loan from one period to another.',
    'مجموع ما سُدد من أصل القرض بين فترتين.',
    [
      ['CUMPRINC(0.09/12, 30*12, 125000, 13, 24, 0)', -934.1071234, 1e-9],
      ['CUMPRINC(0.09/12, 30*12, 125000, 1, 1, 0)', -68.27827118, 1e-9],
    ],
    numeric(cumulated('principal')),
  ),
  define(
    'ISPMT(rate, per, nper, pv)',
    'Interest of a loan repaid in equal amounts of principal, period 0 being the first.',
    'فائدة قرض يُسدد أصله بأقساط متساوية، والفترة الأولى رقمها 0.',
    [
      ['ISPMT(0.1, 0, 4, 4000)', -400],
      ['ISPMT(0.1, 1, 4, 4000)', -300],
    ],
    numeric((rate, per, n, pv) => (n === 0 ? DIV_ERROR : pv * rate * (per / n - 1))),
  ),
];
