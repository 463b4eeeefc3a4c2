import { describe, expect, it } from 'vitest';
import { evaluateText } from '#shared/formula/evaluate.ts';
import { FUNCTIONS, findFunction, functionNames } from '#shared/formula/functions/table.ts';
import { outcome } from './outcome.ts';

const PROMISED = `
  ABS AND AVEDEV AVERAGE AVERAGEA BETA.DIST BETA.INV BINOM.DIST CEILING CEILING.MATH CHOOSE COLUMNS
  COMBIN CONCAT CONCATENATE CONFIDENCE.NORM CORREL COUNT COUNTA COVARIANCE.P COVARIANCE.S CUMIPMT
  CUMPRINC DATE DATEVALUE DAY DAYS DAYS360 DB DDB DEVSQ EDATE EFFECT EOMONTH EVEN EXACT EXP
  EXPON.DIST FACT FALSE FIND FIXED FLOOR FLOOR.MATH FORECAST FORECAST.LINEAR FV GAMMA GAMMA.DIST
  GAMMA.INV GAMMALN GEOMEAN HARMEAN IF IFERROR IFNA IFS INDEX INT INTERCEPT IPMT IRR ISBLANK ISERR
  ISERROR ISEVEN ISLOGICAL ISNA ISNUMBER ISODD ISTEXT KURT LARGE LEFT LEN LET LINEST LN LOG
  LOGNORM.DIST LOGNORM.INV LOWER MATCH MAX MEDIAN MID MIN MIRR MOD MODE MODE.SNGL MONTH MROUND N NA
  NETWORKDAYS NOMINAL NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NOT NPER NPV ODD OR PDURATION
  PERCENTILE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.INC PI PMT POISSON.DIST POWER PPMT PRODUCT
  PROPER PV QUARTILE QUARTILE.EXC QUARTILE.INC QUOTIENT RANK RANK.EQ RATE REPLACE REPT RIGHT ROUND
  ROUNDDOWN ROUNDUP ROWS RRI RSQ SEARCH SIGN SKEW SLN SLOPE SMALL SQRT STDEV STDEV.P STDEV.S STDEVP
  STEYX SUBSTITUTE SUM SUMPRODUCT SUMSQ SWITCH SYD T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T TEXT
  TEXTJOIN TREND TRIM TRUE TRUNC UPPER VALUE VAR VAR.P VAR.S VDB WEEKDAY WEIBULL.DIST WORKDAY XIRR
  XLOOKUP XNPV XOR YEAR YEARFRAC`;

const CHEAP = `
  ACCRINTM ASIN ATAN2 BINOM.INV CHAR CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CLEAN CODE
  CONFIDENCE.T COS COUPDAYBS COUPDAYS COUPDAYSNC COUPNCD COUPNUM COUPPCD DATEDIF DEGREES DISC DOLLAR
  DOLLARDE DOLLARFR DURATION ERROR.TYPE F.DIST F.DIST.RT F.INV F.INV.RT FISHER FISHERINV FVSCHEDULE
  GAUSS GCD HLOOKUP HOUR HYPGEOM.DIST INTRATE ISNONTEXT ISOWEEKNUM ISPMT LCM LOG10 LOOKUP MAXA
  MDETERM MDURATION MINA MINUTE MINVERSE MMULT NEGBINOM.DIST NETWORKDAYS.INTL NORMINV NORMSDIST
  NUMBERVALUE PEARSON PERCENTRANK.EXC PERMUT PHI PRICE PRICEDISC PRICEMAT RADIANS RANK.AVG RECEIVED
  SECOND SIN STANDARDIZE STDEVA STDEVPA SUMX2MY2 SUMX2PY2 SUMXMY2 T TAN TBILLPRICE TBILLYIELD TIME
  TRANSPOSE TRIMMEAN TYPE VARA VARPA VLOOKUP WEEKNUM WORKDAY.INTL XMATCH YIELD YIELDDISC YIELDMAT`;

function namesIn(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}

describe('the function table', () => {
  // Catches a function of the product's list that was forgotten or misspelt.
  it.each(namesIn(PROMISED))('has %s', (name) => {
    expect(findFunction(name)?.name).toBe(name);
  });

  it.each(namesIn(CHEAP))('has %s of the second list', (name) => {
    expect(findFunction(name)?.name).toBe(name);
  });

  // Catches two families that define the same name: the later one would hide the earlier.
  it('names each function once', () => {
    expect(new Set(functionNames()).size).toBe(FUNCTIONS.length);
  });

  // Catches a definition without help in one of the languages, or without anything that runs as a test.
  it.each(FUNCTIONS.map((one) => [one.name, one] as const))(
    '%s is explained and has an example',
    (name, one) => {
      expect(one.signature.startsWith(`${name}(`)).toBe(true);
      expect(one.signature.endsWith(')')).toBe(true);
      expect(one.help.en).toMatch(/^[A-Z−0-9].*\.$/);
      expect(one.help.ar).toMatch(/[\u0600-\u06ff].*\.$/);
      expect(one.examples.length).toBeGreaterThan(0);
      expect(one.maxArgs).toBeGreaterThanOrEqual(one.minArgs);
    },
  );

  // Catches an arity that a signature with optional or repeated parameters would get wrong.
  it.each([
    ['PI', 0, 0],
    ['ABS', 1, 1],
    ['IF', 2, 3],
    ['PMT', 3, 5],
    ['SUM', 1, 255],
    ['YEAR', 0, 1],
    ['XLOOKUP', 3, 6],
    ['VDB', 5, 7],
  ])('%s takes %i to %i arguments', (name, least, most) => {
    const definition = findFunction(name);
    expect([definition?.minArgs, definition?.maxArgs]).toEqual([least, most]);
  });

  // Catches a volatile or untraceable function that would be calculated instead of refused with its reason.
  it.each(['OFFSET(1, 1, 1)', 'INDIRECT("a")', 'TODAY()', 'NOW()', 'RAND()', 'RANDBETWEEN(1, 2)'])(
    'refuses %s with a reason',
    (formula) => {
      expect(outcome(formula)).toEqual({ error: '#NAME?' });
      expect(evaluateText(formula)).toMatchObject({
        reason: { code: expect.stringMatching(/^function-(clock|chance|address|offset)$/) },
      });
      expect(findFunction(formula.slice(0, formula.indexOf('(')))).toBeUndefined();
    },
  );
});
