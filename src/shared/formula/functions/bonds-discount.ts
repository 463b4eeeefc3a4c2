import type { CellValue } from '#shared/model/value.ts';
import { define, numeric } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { NUM_ERROR } from './errors.ts';
import { basisOf, yearFraction } from './numeric/day-count.ts';
import { addMonths, isSerial } from './numeric/serial-date.ts';

/** Years between two dates by a basis; null where Excel answers `#NUM!`. */
function years(start: number, end: number, basisNumber: number): number | null {
  const basis = basisOf(basisNumber);
  const [first, last] = [Math.trunc(start), Math.trunc(end)];
  if (basis === null || !isSerial(first) || !isSerial(last) || first >= last) return null;
  return yearFraction(first, last, basis);
}

/** A figure of a security that pays once: two positive amounts and the years between two dates. */
function single(call: (first: number, second: number, time: number) => number) {
  return numeric((settlement, maturity, first, second, basis): CellValue => {
    const time = years(settlement, maturity, basis);
    return time === null || first <= 0 || second <= 0 ? NUM_ERROR : call(first, second, time);
  }, 0);
}

interface Spans {
  readonly whole: number;
  readonly elapsed: number;
  readonly ahead: number;
}

/** Issue to maturity, issue to settlement, settlement to maturity, in years. */
function spansOf(settlement: number, maturity: number, issue: number, basis: number): Spans | null {
  const ahead = years(settlement, maturity, basis);
  const whole = years(issue, maturity, basis);
  const elapsed = Math.trunc(issue) === Math.trunc(settlement) ? 0 : years(issue, settlement, basis);
  return ahead === null || whole === null || elapsed === null ? null : { whole, elapsed, ahead };
}

function priceAtMaturity(
  settlement: number,
  maturity: number,
  issue: number,
  rate: number,
  yearly: number,
  basis: number,
): CellValue {
  const spans = spansOf(settlement, maturity, issue, basis);
  if (!spans || rate < 0 || yearly < 0) return NUM_ERROR;
  return (100 * (1 + spans.whole * rate)) / (1 + spans.ahead * yearly) - 100 * spans.elapsed * rate;
}

function yieldAtMaturity(
  settlement: number,
  maturity: number,
  issue: number,
  rate: number,
  paid: number,
  basis: number,
): CellValue {
  const spans = spansOf(settlement, maturity, issue, basis);
  if (!spans || rate < 0 || paid <= 0) return NUM_ERROR;
  const dirty = paid / 100 + spans.elapsed * rate;
  return (1 + spans.whole * rate - dirty) / dirty / spans.ahead;
}

function accruedAtMaturity(
  issue: number,
  maturity: number,
  rate: number,
  par: number,
  basis: number,
): CellValue {
  const time = years(issue, maturity, basis);
  return time === null || rate <= 0 || par <= 0 ? NUM_ERROR : par * rate * time;
}

/** Days of a Treasury bill, which lasts a year at most; null where Excel answers `#NUM!`. */
function billDays(settlement: number, maturity: number): number | null {
  const [start, end] = [Math.trunc(settlement), Math.trunc(maturity)];
  if (!isSerial(start) || !isSerial(end) || start >= end || end > addMonths(start, 12)) return null;
  return end - start;
}

function billPrice(settlement: number, maturity: number, discount: number): CellValue {
  const days = billDays(settlement, maturity);
  if (days === null || discount <= 0) return NUM_ERROR;
  const price = 100 * (1 - (discount * days) / 360);
  return price < 0 ? NUM_ERROR : price;
}

function billYield(settlement: number, maturity: number, price: number): CellValue {
  const days = billDays(settlement, maturity);
  return days === null || price <= 0 ? NUM_ERROR : ((100 - price) / price) * (360 / days);
}

export const BONDS_DISCOUNT: readonly FunctionDefinition[] = [
  define(
    'DISC(settlement, maturity, pr, redemption, [basis])',
    'Discount rate of a security.',
    'معدل الخصم لورقة مالية.',
    [['DISC(DATE(2018,7,1), DATE(2038,1,1), 97.975, 100, 1)', 0.001038, 1e-6]],
    single((price, redemption, time) => (redemption - price) / redemption / time),
  ),
  define(
    'INTRATE(settlement, maturity, investment, redemption, [basis])',
    'Interest rate of a fully invested security.',
    'معدل الفائدة لورقة مالية مستثمرة بالكامل.',
    [['INTRATE(DATE(2008,2,15), DATE(2008,5,15), 1000000, 1014420, 2)', 0.05768, 1e-12]],
    single((investment, redemption, time) => (redemption - investment) / investment / time),
  ),
  define(
    'RECEIVED(settlement, maturity, investment, discount, [basis])',
    'Amount received at maturity of a fully invested security.',
    'المبلغ المستلم عند استحقاق ورقة مالية مستثمرة بالكامل.',
    [['RECEIVED(DATE(2008,2,15), DATE(2008,5,15), 1000000, 0.0575, 2)', 1014584.6544071, 1e-12]],
    single((investment, discount, time) => investment / (1 - discount * time)),
  ),
  define(
    'PRICEDISC(settlement, maturity, discount, redemption, [basis])',
    'Price per 100 of a discounted security.',
    'السعر لكل 100 من ورقة مالية مخصومة.',
    [['PRICEDISC(DATE(2008,2,16), DATE(2008,3,1), 0.0525, 100, 2)', 99.79583333333333, 1e-13]],
    single((discount, redemption, time) => redemption * (1 - discount * time)),
  ),
  define(
    'YIELDDISC(settlement, maturity, pr, redemption, [basis])',
    'Yearly yield of a discounted security.',
    'العائد السنوي لورقة مالية مخصومة.',
    [['YIELDDISC(DATE(2008,2,16), DATE(2008,3,1), 99.795, 100, 2)', 0.0528225719868, 1e-11]],
    single((price, redemption, time) => (redemption - price) / price / time),
  ),
  define(
    'PRICEMAT(settlement, maturity, issue, rate, yld, [basis])',
    'Price per 100 of a security that pays interest at maturity.',
    'السعر لكل 100 من ورقة مالية تدفع فائدتها عند الاستحقاق.',
    [['PRICEMAT(DATE(2008,2,15), DATE(2008,4,13), DATE(2007,11,11), 0.061, 0.061, 0)', 99.98449888, 1e-9]],
    numeric(priceAtMaturity, 0),
  ),
  define(
    'YIELDMAT(settlement, maturity, issue, rate, pr, [basis])',
    'Yearly yield of a security that pays interest at maturity.',
    'العائد السنوي لورقة مالية تدفع فائدتها عند الاستحقاق.',
    [
      [
        'YIELDMAT(DATE(2008,3,15), DATE(2008,11,3), DATE(2007,11,8), 0.0625, 100.0123, 0)',
        0.060954333691538,
        1e-12,
      ],
    ],
    numeric(yieldAtMaturity, 0),
  ),
  define(
    'ACCRINTM(issue, settlement, rate, par, [basis])',
    'Interest accrued by a security that pays at maturity.',
    'الفائدة المستحقة لورقة مالية تدفع عند الاستحقاق.',
    [['ACCRINTM(39539, 39614, 0.1, 1000, 3)', 20.54794520547945, 1e-13]],
    numeric(accruedAtMaturity, 0),
  ),
  define(
    'TBILLPRICE(settlement, maturity, discount)',
    'Price per 100 of a Treasury bill.',
    'السعر لكل 100 من أذون الخزانة.',
    [['TBILLPRICE(DATE(2008,3,31), DATE(2008,6,1), 0.09)', 98.45, 1e-13]],
    numeric(billPrice),
  ),
  define(
    'TBILLYIELD(settlement, maturity, pr)',
    'Yield of a Treasury bill.',
    'عائد أذون الخزانة.',
    [['TBILLYIELD(DATE(2008,3,31), DATE(2008,6,1), 98.45)', 0.0914169629253426, 1e-12]],
    numeric(billYield),
  ),
];
