import { ARITHMETIC } from './arithmetic.ts';
import { BONDS } from './bonds.ts';
import { BONDS_DISCOUNT } from './bonds-discount.ts';
import { CLOCK } from './clock.ts';
import { COMBINATORICS } from './combinatorics.ts';
import { COUPONS } from './coupons.ts';
import { DATES } from './dates.ts';
import type { FunctionDefinition } from './definition.ts';
import { DISTRIBUTIONS_CONTINUOUS } from './distributions-continuous.ts';
import { DISTRIBUTIONS_DISCRETE } from './distributions-discrete.ts';
import { DISTRIBUTIONS_NORMAL } from './distributions-normal.ts';
import { DISTRIBUTIONS_TESTS } from './distributions-tests.ts';
import { FINANCE_ANNUITY } from './finance-annuity.ts';
import { FINANCE_CASH_FLOW } from './finance-cash-flow.ts';
import { FINANCE_DEPRECIATION } from './finance-depreciation.ts';
import { FINANCE_INTEREST } from './finance-interest.ts';
import { INFORMATION } from './information.ts';
import { LOGIC } from './logic.ts';
import { LOOKUP } from './lookup.ts';
import { LOOKUP_TABLE } from './lookup-table.ts';
import { MATRIX_FUNCTIONS } from './matrix-functions.ts';
import { REGRESSION } from './regression.ts';
import { ROUNDING } from './rounding.ts';
import { STATISTICS_BASIC } from './statistics-basic.ts';
import { STATISTICS_CRITERIA } from './statistics-criteria.ts';
import { STATISTICS_ORDER } from './statistics-order.ts';
import { STATISTICS_PAIRS } from './statistics-pairs.ts';
import { STATISTICS_SPREAD } from './statistics-spread.ts';
import { TEXT } from './text.ts';
import { TEXT_CONVERT } from './text-convert.ts';
import { TEXT_SEARCH } from './text-search.ts';
import { TIME } from './time.ts';
import { TRIGONOMETRY } from './trigonometry.ts';
import { WORKDAYS } from './workdays.ts';

/** Functions that belong together, in the order in which lists show them. */
export interface FunctionFamily {
  /** Key of its name in `resources/locales/…/functions.json`. */
  readonly id: string;
  readonly functions: readonly FunctionDefinition[];
}

export const FUNCTION_FAMILIES: readonly FunctionFamily[] = [
  { id: 'logic', functions: LOGIC },
  { id: 'information', functions: INFORMATION },
  { id: 'timeline', functions: TIME },
  { id: 'dates', functions: [...DATES, ...WORKDAYS, ...CLOCK] },
  { id: 'mathematics', functions: [...ARITHMETIC, ...COMBINATORICS, ...TRIGONOMETRY, ...ROUNDING] },
  {
    id: 'statistics',
    functions: [
      ...STATISTICS_BASIC,
      ...STATISTICS_SPREAD,
      ...STATISTICS_ORDER,
      ...STATISTICS_PAIRS,
      ...STATISTICS_CRITERIA,
      ...REGRESSION,
    ],
  },
  {
    id: 'distributions',
    functions: [
      ...DISTRIBUTIONS_NORMAL,
      ...DISTRIBUTIONS_CONTINUOUS,
      ...DISTRIBUTIONS_TESTS,
      ...DISTRIBUTIONS_DISCRETE,
    ],
  },
  {
    id: 'finance',
    functions: [...FINANCE_ANNUITY, ...FINANCE_INTEREST, ...FINANCE_CASH_FLOW, ...FINANCE_DEPRECIATION],
  },
  { id: 'bonds', functions: [...BONDS, ...COUPONS, ...BONDS_DISCOUNT] },
  { id: 'text', functions: [...TEXT, ...TEXT_SEARCH, ...TEXT_CONVERT] },
  { id: 'lookup', functions: [...LOOKUP, ...LOOKUP_TABLE] },
  { id: 'matrices', functions: MATRIX_FUNCTIONS },
];

/** Every function of the formula language: name, signature, help, examples, implementation. */
export const FUNCTIONS: readonly FunctionDefinition[] = FUNCTION_FAMILIES.flatMap((one) => one.functions);

const BY_NAME: ReadonlyMap<string, FunctionDefinition> = new Map(FUNCTIONS.map((one) => [one.name, one]));

/** A function by its name in capitals. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return BY_NAME.get(name);
}

/** Names of all functions that can be used, in alphabetical order. */
export function functionNames(): string[] {
  return FUNCTIONS.map((one) => one.name).sort();
}
