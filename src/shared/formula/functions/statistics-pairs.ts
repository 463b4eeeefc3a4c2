import { type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toNumber } from '../coerce.ts';
import { type Pairs, pairsOf } from './arguments.ts';
import { sum } from './arithmetic.ts';
import { first } from './broadcast.ts';
import { define, mixed, numeric, ranges, renamed } from './define.ts';
import type { FunctionDefinition, Implementation } from './definition.ts';
import { DIV_ERROR, finite, NUM_ERROR } from './errors.ts';
import { mean } from './statistics-spread.ts';

/** Sums of squares and of products about the means. */
interface Moments {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

function momentsOf({ x, y }: Pairs): Moments {
  const [meanX, meanY] = [mean(x), mean(y)];
  const dx = x.map((value) => value - meanX);
  const dy = y.map((value) => value - meanY);
  return {
    n: x.length,
    meanX,
    meanY,
    xx: sum(dx.map((value) => value * value)),
    yy: sum(dy.map((value) => value * value)),
    xy: sum(dx.map((value, index) => value * (dy[index] ?? 0))),
  };
}

/** A figure of two ranges; `order` tells which argument is x. */
function ofPairs(order: 'xy' | 'yx', call: (moments: Moments) => number | ErrorValue): Implementation {
  return ranges(([left, right]) => {
    const pairs = order === 'xy' ? pairsOf(left, right) : pairsOf(right, left);
    if (isErrorValue(pairs)) return pairs;
    if (pairs.x.length === 0) return DIV_ERROR;
    const result = call(momentsOf(pairs));
    return typeof result === 'number' ? finite(result) : result;
  });
}

function correlation({ xx, yy, xy }: Moments): number | ErrorValue {
  return xx === 0 || yy === 0 ? DIV_ERROR : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

function squaredCorrelation({ xx, yy, xy }: Moments): number | ErrorValue {
  return xx === 0 || yy === 0 ? DIV_ERROR : Math.min(1, (xy * xy) / (xx * yy));
}

function slope({ xx, xy }: Moments): number | ErrorValue {
  return xx === 0 ? DIV_ERROR : xy / xx;
}

function intercept({ xx, xy, meanX, meanY }: Moments): number | ErrorValue {
  return xx === 0 ? DIV_ERROR : meanY - (xy / xx) * meanX;
}

function standardError({ n, xx, yy, xy }: Moments): number | ErrorValue {
  return n < 3 || xx === 0 ? DIV_ERROR : Math.sqrt(Math.max(0, yy - (xy * xy) / xx) / (n - 2));
}

const FORECAST_IMPLEMENTATION = mixed('vaa', ([x, ys, xs]) => {
  const at = toNumber(x === undefined ? null : first(x));
  if (isErrorValue(at)) return at;
  const pairs = pairsOf(xs, ys);
  if (isErrorValue(pairs)) return pairs;
  if (pairs.x.length === 0) return DIV_ERROR;
  const moments = momentsOf(pairs);
  return moments.xx === 0
    ? DIV_ERROR
    : finite(moments.meanY + (moments.xy / moments.xx) * (at - moments.meanX));
});

const CORREL = define(
  'CORREL(array1, array2)',
  'Correlation of two ranges.',
  'معامل الارتباط بين نطاقين.',
  [['CORREL({3;2;4;5;6}, {9;7;12;15;17})', 0.997054485501581, 1e-14]],
  ofPairs('xy', correlation),
);
const COVARIANCE_P = define(
  'COVARIANCE.P(array1, array2)',
  'Covariance of two ranges as a whole population.',
  'التباين المشترك بين نطاقين يمثلان المجتمع كاملاً.',
  [['COVARIANCE.P({3;2;4;5;6}, {9;7;12;15;17})', 5.2, 1e-14]],
  ofPairs('xy', ({ xy, n }) => xy / n),
);
const FORECAST_LINEAR = define(
  'FORECAST.LINEAR(x, known_ys, known_xs)',
  'Value at x on the straight line that fits known pairs best.',
  'القيمة عند x على الخط المستقيم الأفضل ملاءمة للأزواج المعلومة.',
  [['FORECAST.LINEAR(30, {6;7;9;15;21}, {20;28;31;38;40})', 10.607253086419755, 1e-13]],
  FORECAST_IMPLEMENTATION,
);

const YS = '{2;3;9;1;8;7;5}';
const XS = '{6;5;11;7;5;4;4}';

export const STATISTICS_PAIRS: readonly FunctionDefinition[] = [
  CORREL,
  define(
    'PEARSON(array1, array2)',
    'Pearson correlation of two ranges.',
    'معامل ارتباط بيرسون بين نطاقين.',
    [['PEARSON({9;7;5;3;1}, {10;6;1;5;3})', 0.699379, 1e-6]],
    ofPairs('xy', correlation),
  ),
  define(
    'RSQ(known_ys, known_xs)',
    'Square of the correlation of two ranges.',
    'مربع معامل الارتباط بين نطاقين.',
    [[`RSQ(${YS}, ${XS})`, 0.0579501915708812, 1e-13]],
    ofPairs('yx', squaredCorrelation),
  ),
  COVARIANCE_P,
  renamed('COVAR(array1, array2)', COVARIANCE_P, [['COVAR({3;2;4;5;6}, {9;7;12;15;17})', 5.2, 1e-14]]),
  define(
    'COVARIANCE.S(array1, array2)',
    'Covariance of two ranges as a sample.',
    'التباين المشترك بين نطاقين يمثلان عينة.',
    [['COVARIANCE.S({2;4;8}, {5;11;12})', 9.666666666666666, 1e-14]],
    ofPairs('xy', ({ xy, n }) => (n < 2 ? DIV_ERROR : xy / (n - 1))),
  ),
  define(
    'SLOPE(known_ys, known_xs)',
    'Slope of the straight line that fits best.',
    'ميل الخط المستقيم الأفضل ملاءمة.',
    [[`SLOPE(${YS}, ${XS})`, 0.3055555555555556, 1e-14]],
    ofPairs('yx', slope),
  ),
  define(
    'INTERCEPT(known_ys, known_xs)',
    'Where the straight line that fits best meets the y axis.',
    'نقطة تقاطع الخط المستقيم الأفضل ملاءمة مع المحور الصادي.',
    [['INTERCEPT({2;3;9;1;8}, {6;5;11;7;5})', 0.0483870967741935, 1e-12]],
    ofPairs('yx', intercept),
  ),
  define(
    'STEYX(known_ys, known_xs)',
    'Standard error of the values on the straight line that fits best.',
    'الخطأ المعياري للقيم المقدرة على الخط المستقيم الأفضل ملاءمة.',
    [[`STEYX(${YS}, ${XS})`, 3.305718950210041, 1e-13]],
    ofPairs('yx', standardError),
  ),
  FORECAST_LINEAR,
  renamed('FORECAST(x, known_ys, known_xs)', FORECAST_LINEAR, [
    ['FORECAST(30, {6,7,9,15,21}, {20,28,31,38,40})', 10.60725309, 1e-9],
  ]),
  define(
    'FISHER(x)',
    'Fisher transformation of a correlation.',
    'تحويل فيشر لمعامل الارتباط.',
    [['FISHER(0.75)', 0.972955074527657, 1e-14]],
    numeric((x) => (Math.abs(x) >= 1 ? NUM_ERROR : Math.atanh(x))),
  ),
  define(
    'FISHERINV(y)',
    'Inverse of the Fisher transformation.',
    'معكوس تحويل فيشر.',
    [['FISHERINV(0.972955)', 0.75, 1e-6]],
    numeric((y) => Math.tanh(y)),
  ),
];
