import { define, numeric } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { DIV_ERROR } from './errors.ts';

const DEGREES_PER_RADIAN = 180 / Math.PI;

export const TRIGONOMETRY: readonly FunctionDefinition[] = [
  define(
    'SIN(number)',
    'Sine of an angle in radians.',
    'جيب الزاوية بالراديان.',
    [
      ['SIN(PI()/2)', 1],
      ['SIN(30*PI()/180)', 0.5, 1e-15],
    ],
    numeric((angle) => Math.sin(angle)),
  ),
  define(
    'COS(number)',
    'Cosine of an angle in radians.',
    'جيب تمام الزاوية بالراديان.',
    [['COS(1.047)', 0.5001711, 1e-7]],
    numeric((angle) => Math.cos(angle)),
  ),
  define(
    'TAN(number)',
    'Tangent of an angle in radians.',
    'ظل الزاوية بالراديان.',
    [['TAN(0.785)', 0.99920399, 1e-8]],
    numeric((angle) => Math.tan(angle)),
  ),
  define(
    'ASIN(number)',
    'Angle in radians whose sine is given.',
    'الزاوية بالراديان التي جيبها معلوم.',
    [
      ['ASIN(-0.5)', -0.523598776, 1e-9],
      ['ASIN(2)', { error: '#NUM!' }],
    ],
    numeric((value) => Math.asin(value)),
  ),
  define(
    'ACOS(number)',
    'Angle in radians whose cosine is given.',
    'الزاوية بالراديان التي جيب تمامها معلوم.',
    [['ACOS(-0.5)', 2.094395102, 1e-9]],
    numeric((value) => Math.acos(value)),
  ),
  define(
    'ATAN(number)',
    'Angle in radians whose tangent is given.',
    'الزاوية بالراديان التي ظلها معلوم.',
    [['ATAN(1)', 0.785398163, 1e-9]],
    numeric((value) => Math.atan(value)),
  ),
  define(
    'ATAN2(x, y)',
    'Angle in radians of the point (x, y).',
    'زاوية النقطة (x, y) بالراديان.',
    [
      ['ATAN2(1, 1)', 0.785398163, 1e-9],
      ['ATAN2(-1, -1)', -2.35619449, 1e-9],
      ['ATAN2(0, 0)', { error: '#DIV/0!' }],
    ],
    numeric((x, y) => (x === 0 && y === 0 ? DIV_ERROR : Math.atan2(y, x))),
  ),
  define(
    'SINH(number)',
    'Hyperbolic sine.',
    'الجيب الزائدي.',
    [['SINH(1)', 1.175201194, 1e-9]],
    numeric((value) => Math.sinh(value)),
  ),
  define(
    'COSH(number)',
    'Hyperbolic cosine.',
    'جيب التمام الزائدي.',
    [['COSH(4)', 27.308233, 1e-6]],
    numeric((value) => Math.cosh(value)),
  ),
  define(
    'TANH(number)',
    'Hyperbolic tangent.',
    'الظل الزائدي.',
    [['TANH(0.5)', 0.462117, 1e-6]],
    numeric((value) => Math.tanh(value)),
  ),
  define(
    'DEGREES(angle)',
    'Radians as degrees.',
    'تحويل الراديان إلى درجات.',
    [['DEGREES(PI())', 180]],
    numeric((angle) => angle * DEGREES_PER_RADIAN),
  ),
  define(
    'RADIANS(angle)',
    'Degrees as radians.',
    'تحويل الدرجات إلى راديان.',
    [['RADIANS(270)', 4.712389, 1e-6]],
    numeric((angle) => angle / DEGREES_PER_RADIAN),
  ),
];
