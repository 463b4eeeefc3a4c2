import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gamma, logGamma } from '#shared/formula/functions/numeric/gamma.ts';
import { incompleteBeta } from '#shared/formula/functions/numeric/incomplete-beta.ts';
import { lowerGamma, upperGamma } from '#shared/formula/functions/numeric/incomplete-gamma.ts';
import { normalBelow, normalQuantile } from '#shared/formula/functions/numeric/normal.ts';
import { betaQuantile, gammaQuantile, lowerTail } from '#shared/formula/functions/numeric/quantile.ts';
import { cases, DIV, NUM } from './cases.ts';

// Values to 20 digits from arbitrary-precision arithmetic (mpmath 1.3, 40 digits).
// Catch a wrong coefficient, a branch that is taken too early, and cancellation near zeros and in tails.
const PUBLISHED: readonly [string, () => number, number][] = [
  ['logGamma(0.001)', () => logGamma(0.001), 6.907178885383853],
  ['logGamma(0.5)', () => logGamma(0.5), 0.5723649429247001],
  ['logGamma(1.0001)', () => logGamma(1.0001), -5.771334222047127e-5],
  ['logGamma(1.9999)', () => logGamma(1.9999), -4.227520877215346e-5],
  ['logGamma(2.5)', () => logGamma(2.5), 0.2846828704729192],
  ['logGamma(3.7)', () => logGamma(3.7), 1.428072326665388],
  ['logGamma(12.3)', () => logGamma(12.3), 18.238983407092245],
  ['logGamma(100.5)', () => logGamma(100.5), 361.4355404677776],
  ['logGamma(1e6)', () => logGamma(1e6), 12815504.569147613],
  ['gamma(0.1)', () => gamma(0.1), 9.51350769866873],
  ['gamma(0.5)', () => gamma(0.5), 1.772453850905516],
  ['gamma(2.5)', () => gamma(2.5), 1.329340388179137],
  ['gamma(7.25)', () => gamma(7.25), 1155.3810139199898],
  ['gamma(20.5)', () => gamma(20.5), 5.406242982335075e17],
  ['gamma(150.5)', () => gamma(150.5), 4.661072627097378e261],
  ['gamma(-3.75)', () => gamma(-3.75), 0.2678661288614166],
  ['gamma(-0.5)', () => gamma(-0.5), -3.544907701811032],
  ['lowerGamma(0.5, 0.1)', () => lowerGamma(0.5, 0.1), 0.345279153981423],
  ['lowerGamma(3, 2)', () => lowerGamma(3, 2), 0.32332358381693654],
  ['lowerGamma(9, 10)', () => lowerGamma(9, 10), 0.6671803212492811],
  ['lowerGamma(50, 30)', () => lowerGamma(50, 30), 0.0005188914625480343],
  ['lowerGamma(1000, 990)', () => lowerGamma(1000, 990), 0.3795213785379639],
  ['lowerGamma(0.01, 0.001)', () => lowerGamma(0.01, 0.001), 0.938570652526129],
  ['upperGamma(0.5, 9)', () => upperGamma(0.5, 9), 2.209049699858544e-5],
  ['upperGamma(3, 20)', () => upperGamma(3, 20), 4.555149505589213e-7],
  ['upperGamma(9, 10)', () => upperGamma(9, 10), 0.3328196787507189],
  ['upperGamma(50, 90)', () => upperGamma(50, 90), 1.6494985017178249e-6],
  ['upperGamma(1000, 1100)', () => upperGamma(1000, 1100), 0.0010593232539299773],
  ['incompleteBeta(8, 10, 0.5, 0.5)', () => incompleteBeta(8, 10, 0.5, 0.5), 0.6854705810546875],
  ['incompleteBeta(0.5, 0.5, 0.25, 0.75)', () => incompleteBeta(0.5, 0.5, 0.25, 0.75), 0.3333333333333333],
  ['incompleteBeta(30, 0.5, 0.75, 0.25)', () => incompleteBeta(30, 0.5, 0.75, 0.25), 3.506991980647584e-5],
  [
    'incompleteBeta(2, 3, 0.0078125, 0.9921875)',
    () => incompleteBeta(2, 3, 0.0078125, 0.9921875),
    0.00036240741610527039,
  ],
  [
    'incompleteBeta(500, 500, 0.4375, 0.5625)',
    () => incompleteBeta(500, 500, 0.4375, 0.5625),
    3.632603027798437e-5,
  ],
  ['incompleteBeta(0.1, 40, 0.5, 0.5)', () => incompleteBeta(0.1, 40, 0.5, 0.5), 0.9999999999999937],
  ['normalBelow(-30)', () => normalBelow(-30), 4.906713927148187e-198],
  ['normalBelow(-8.5)', () => normalBelow(-8.5), 9.479534822203318e-18],
  ['normalBelow(-3.25)', () => normalBelow(-3.25), 0.000577025042390767],
  ['normalBelow(-1.5)', () => normalBelow(-1.5), 0.06680720126885807],
  ['normalBelow(-0.5)', () => normalBelow(-0.5), 0.3085375387259869],
  ['normalBelow(0.25)', () => normalBelow(0.25), 0.5987063256829237],
  ['normalBelow(2.5)', () => normalBelow(2.5), 0.9937903346742238],
  ['normalBelow(3.5)', () => normalBelow(3.5), 0.9997673709209645],
  ['normalQuantile(1e-100)', () => normalQuantile(1e-100), -21.273453560965326],
  ['normalQuantile(1e-10)', () => normalQuantile(1e-10), -6.361340902404057],
  ['normalQuantile(0.001)', () => normalQuantile(0.001), -3.0902323061678136],
  ['normalQuantile(0.25)', () => normalQuantile(0.25), -0.6744897501960817],
  ['normalQuantile(0.49999)', () => normalQuantile(0.49999), -2.5066282748960008e-5],
  ['normalQuantile(0.9)', () => normalQuantile(0.9), 1.2815515655446006],
  ['normalQuantile(0.975)', () => normalQuantile(0.975), 1.9599639845400538],
];

describe('special functions to 1e-12 of published values', () => {
  it.each(PUBLISHED)('%s', (_, compute, expected) => {
    expect(Math.abs(compute() / expected - 1)).toBeLessThan(1e-12);
  });
});

// Catches a quantile that stops early or leaves its bracket.
describe('quantiles undo their distributions', () => {
  const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  const shape = fc.double({ min: 0.05, max: 500, noNaN: true });

  it('normal', () => {
    fc.assert(
      fc.property(share, (p) => {
        expect(Math.abs(normalBelow(normalQuantile(p)) - p)).toBeLessThan(1e-14);
      }),
    );
  });
  it('gamma', () => {
    fc.assert(
      fc.property(shape, share, (a, p) => {
        const x = gammaQuantile(a, lowerTail(p));
        expect(Math.abs(lowerGamma(a, x) / p - 1)).toBeLessThan(1e-9);
      }),
    );
  });
  it('beta', () => {
    fc.assert(
      fc.property(shape, shape, share, (a, b, p) => {
        const { x, y } = betaQuantile(a, b, lowerTail(p));
        expect(Math.abs(incompleteBeta(a, b, x, y) / p - 1)).toBeLessThan(1e-9);
      }),
    );
  });
});

cases('parameters outside a distribution give a number', [
  ['NORM.DIST(1, 0, 0, TRUE)', NUM],
  ['NORM.INV(0, 0, 1)', NUM],
  ['NORM.INV(1, 0, 1)', NUM],
  ['LOGNORM.DIST(0, 1, 1, TRUE)', NUM],
  ['CONFIDENCE.NORM(0, 1, 10)', NUM],
  ['CONFIDENCE.NORM(0.05, 1, 0.5)', NUM],
  ['CONFIDENCE.T(0.05, 1, 1)', DIV],
  ['T.DIST(1, 0, TRUE)', NUM],
  ['T.DIST.2T(-1, 5)', NUM],
  ['T.INV(0, 5)', NUM],
  ['T.INV(1, 5)', NUM],
  ['T.INV.2T(1.1, 5)', NUM],
  ['CHISQ.DIST(-1, 5, TRUE)', NUM],
  ['F.DIST(-1, 5, 5, TRUE)', NUM],
  ['GAMMA.DIST(-1, 1, 1, TRUE)', NUM],
  ['BETA.DIST(4, 8, 10, TRUE, 1, 3)', NUM],
  ['BETA.DIST(0.5, 0, 1, TRUE)', NUM],
  ['BINOM.DIST(11, 10, 0.5, TRUE)', NUM],
  ['BINOM.DIST(1, 10, 1.5, TRUE)', NUM],
  ['POISSON.DIST(-1, 5, TRUE)', NUM],
  ['HYPGEOM.DIST(5, 4, 8, 20, FALSE)', NUM],
  ['NEGBINOM.DIST(-1, 5, 0.25, TRUE)', NUM],
  ['EXPON.DIST(-1, 1, TRUE)', NUM],
  ['EXPON.DIST(1, 0, TRUE)', NUM],
  ['WEIBULL.DIST(-1, 1, 1, TRUE)', NUM],
  ['GAMMALN(0)', NUM],
  ['FISHER(1)', NUM],
]);

cases('ends and centres are not exact', [
  ['T.INV(0.5, 7)', 0],
  ['NORM.S.INV(0.5)', 0],
  ['T.INV.2T(1, 7)', 0],
  ['T.DIST(0, 5, TRUE)', 0.5],
  ['NORM.S.DIST(0, TRUE)', 0.5],
  ['POISSON.DIST(0, 0, FALSE)', 1],
  ['BINOM.DIST(10, 10, 0.5, TRUE)', 1],
  ['BINOM.DIST(0, 10, 0, FALSE)', 1],
  ['GAMMA.INV(0, 2, 3)', 0],
  ['CHISQ.INV(0, 3)', 0],
  ['BETA.INV(1, 2, 3)', 1],
  ['F.INV.RT(1, 2, 3)', 0],
]);

cases('counts and degrees of freedom are rounded instead of cut off', [
  ['T.DIST.2T(2, 5.9) = T.DIST.2T(2, 5)', true],
  ['BINOM.DIST(6.9, 10.9, 0.5, FALSE) = BINOM.DIST(6, 10, 0.5, FALSE)', true],
  ['CHISQ.DIST.RT(3, 2.9) = CHISQ.DIST.RT(3, 2)', true],
]);
