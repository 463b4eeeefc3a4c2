import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, DIV, NUM, VALUE } from './cases.ts';
import { outcome } from './outcome.ts';

function numberOf(formula: string): number {
  const result = outcome(formula);
  expect(typeof result, formula).toBe('number');
  return Number(result);
}

cases('a rate of zero divides by zero, or an empty argument is no zero', [
  ['PMT(0, 10, 1000)', -100],
  ['PMT(0, 10, 1000, -500, 1)', -50],
  ['FV(0, 10, -100, -1000)', 2000],
  ['PV(0, 10, -100)', 1000],
  ['NPER(0, -100, 1000)', 10],
  ['NPER(0, 0, 1000)', NUM],
  ['PMT(0.1, 0, 1000)', NUM],
  ['PMT(0.01, 10, 1000, , 1) = PMT(0.01, 10, 1000, 0, 1)', true],
]);

cases('a tiny rate loses its digits', [
  ['PMT(1E-12, 12, 1200)', -100.00000000065, 1e-14],
  ['FV(1E-10, 1000, -1)', 1000.0000499500017, 1e-14],
]);

cases('periods outside the loan give a payment', [
  ['IPMT(0.01, 0, 12, 1000)', NUM],
  ['IPMT(0.01, 13, 12, 1000)', NUM],
  ['PPMT(0.01, 13, 12, 1000)', NUM],
  ['IPMT(0.01, 1, 12, 1000, 0, 1)', 0],
  ['CUMIPMT(0.01, 12, 1000, 1, 13, 0)', NUM],
  ['CUMIPMT(0.01, 12, 1000, 5, 4, 0)', NUM],
  ['CUMIPMT(0.01, 12, 1000, 1, 12, 2)', NUM],
  ['CUMPRINC(0.01, 12, 1000, 1, 12, 0)', -1000, 1e-13],
]);

cases('flows without a change of sign, or text and blanks among them', [
  ['IRR({1,2,3})', NUM],
  ['IRR({-1,-2})', NUM],
  ['IRR({-100,"x",TRUE,110})', 0.1, 1e-14],
  ['NPV(0.1, {110,"x",TRUE,121})', 200, 1e-14],
  ['NPV(-1, 1, 2)', DIV],
  ['MIRR({1,2}, 0.1, 0.1)', DIV],
  ['NPV(0.1, 110, TRUE)', 100 + 1 / 1.21, 1e-14],
]);

cases('of several rates another one than Excel’s is found', [
  ['IRR({-4000,25000,-25000})', 0.25, 1e-14],
  ['IRR({-4000,25000,-25000}, 3)', 4, 1e-14],
  ['RATE(60, -16288.299718982244, 70582.62154177796, 2000, 1)', 0.3, 1e-9],
]);

cases('extreme rates are not reached from the usual guess', [
  ['IRR({-1,0,0,0,1000000})', 10 ** 1.5 - 1, 1e-13],
  ['IRR({-100,1})', -0.99, 1e-13],
  ['RATE(1, -110, 100)', 0.1, 1e-13],
  ['RATE(10, 0, -100, 200)', 2 ** 0.1 - 1, 1e-13],
  ['RATE(10, 100, 1000)', NUM],
  ['XIRR({-100,110}, {45000,45365})', 0.1, 1e-14],
  ['XIRR({-100,40}, {45000,45365})', -0.6, 1e-13],
]);

cases('dated flows with wrong dates are valued all the same', [
  ['XNPV(0.1, {1,2}, {45000})', NUM],
  ['XNPV(0.1, {1,2}, {45000,44999})', NUM],
  ['XIRR({-100,110}, {45365,45000})', NUM],
  ['XNPV(0.1, {1,"x"}, {45000,45001})', VALUE],
  ['XNPV(0.1, {0,110}, {45000,45365})', 100, 1e-14],
]);

cases('depreciation goes past the salvage value or the life', [
  ['SYD(100, 10, 5, 6)', NUM],
  ['DB(1000, 100, 5, 6)', NUM],
  ['DB(1000, 100, 5, 6, 6)', 43.11 / 1, 1],
  ['DB(1000, 0, 5, 1)', 1000],
  ['DB(0, 0, 5, 1)', 0],
  ['DDB(1000, 900, 5, 2)', 0],
  ['DDB(1000, 100, 5, 1, 10)', 900],
  ['VDB(2400, 300, 10, 0, 10)', 2100, 1e-13],
  ['VDB(2400, 300, 10, 0, 11)', NUM],
  ['VDB(2400, 300, 10, 2, 1)', NUM],
  ['VDB(2400, 0, 10, 0, 10, , TRUE)', 2400 * (1 - 0.8 ** 10), 1e-12],
  ['SLN(1, 0, 0)', DIV],
]);

cases('interest conversions accept what Excel refuses', [
  ['EFFECT(0.1, 0.9)', NUM],
  ['EFFECT(0.1, 1.9)', 0.1, 1e-15],
  ['NOMINAL(0, 4)', NUM],
  ['RRI(0, 1, 2)', NUM],
  ['PDURATION(0, 1, 2)', NUM],
  ['FVSCHEDULE(100, {0.1,"x"})', VALUE],
  ['DOLLARDE(1.5, 0.5)', DIV],
  ['DOLLARFR(-1.125, 8)', -1.1, 1e-15],
]);

cases('bonds at their edges', [
  ['PRICE(45000, 45000, 0.05, 0.05, 100, 2)', NUM],
  ['PRICE(45000, 46000, 0.05, 0.05, 100, 3)', NUM],
  ['PRICE(45000, 46000, 0.05, 0.05, 100, 2, 5)', NUM],
  ['PRICE(DATE(2025,1,1), DATE(2035,1,1), 0.05, 0.05, 100, 2, 0)', 100, 1e-13],
  ['PRICE(DATE(2025,1,1), DATE(2026,1,1), 0.06, 0.04, 100, 1, 0)', 106 / 1.04, 1e-13],
  ['YIELD(DATE(2025,1,1), DATE(2026,1,1), 0.06, 106/1.04, 100, 1, 0)', 0.04, 1e-13],
  ['COUPPCD(DATE(2024,3,31), DATE(2030,8,31), 2)', 45351],
  ['COUPNCD(DATE(2024,2,29), DATE(2030,8,31), 2)', 45535],
  ['DURATION(DATE(2025,1,1), DATE(2030,1,1), 0, 0.05, 2)', 5, 1e-14],
  ['DISC(45000, 45000, 97, 100)', NUM],
  ['TBILLPRICE(45000, 45400, 0.05)', NUM],
]);

describe('rates and prices undo each other', () => {
  const rate = fc.double({ min: 0.0005, max: 0.4, noNaN: true });

  // Catches a solver that stops early, or a payment and a rate that mean different timing.
  it('RATE of PMT', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 2, max: 360 }), fc.constantFrom(0, 1), (r, n, type) => {
        const pay = numberOf(`PMT(${r}, ${n}, 1000, 0, ${type})`);
        expect(Math.abs(numberOf(`RATE(${n}, ${pay}, 1000, 0, ${type})`) - r)).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('YIELD of PRICE on every basis', () => {
    const bond = fc.tuple(
      fc.integer({ min: 40000, max: 46000 }),
      fc.integer({ min: 1, max: 9000 }),
      fc.constantFrom(1, 2, 4),
      fc.constantFrom(0, 1, 2, 3, 4),
    );
    fc.assert(
      fc.property(bond, rate, rate, ([settlement, days, frequency, basis], coupon, yearly) => {
        const terms = `${settlement}, ${settlement + days}, ${coupon}`;
        const price = numberOf(`PRICE(${terms}, ${yearly}, 100, ${frequency}, ${basis})`);
        fc.pre(price > 0);
        const back = numberOf(`YIELD(${terms}, ${price}, 100, ${frequency}, ${basis})`);
        expect(Math.abs(back - yearly)).toBeLessThan(1e-7);
      }),
      { numRuns: 60 },
    );
  });

  // Catches an interest part of one period that belongs to another.
  it('repayments sum to the loan', () => {
    fc.assert(
      fc.property(rate, fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 1), (r, n, type) => {
        let repaid = 0;
        for (let per = 1; per <= n; per++) repaid += numberOf(`PPMT(${r}, ${per}, ${n}, 1000, 0, ${type})`);
        expect(Math.abs(repaid + 1000)).toBeLessThan(1e-8);
      }),
      { numRuns: 30 },
    );
  });

  it('depreciation over the whole life is cost less salvage', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 40 }), (salvage, life) => {
        const total = numberOf(`VDB(1000, ${salvage}, ${life}, 0, ${life})`);
        expect(Math.abs(total - (1000 - salvage))).toBeLessThan(1e-9);
      }),
      { numRuns: 40 },
    );
  });
});
