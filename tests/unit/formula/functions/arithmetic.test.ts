import { cases, DIV, NA, NUM, VALUE } from './cases.ts';

cases('typed arguments and range members are treated alike', [
  ['SUM("3", TRUE)', 4],
  ['SUM({"3",TRUE})', 0],
  ['SUM({1,2;3,"x"}, "4")', 10],
  ['SUM("x")', VALUE],
  ['PRODUCT({"a"})', 0],
  ['PRODUCT(2, TRUE, "3")', 6],
  ['SUMSQ({1,TRUE,2})', 5],
  ['MAX({"a",TRUE})', 0],
  ['MAX(-1, TRUE)', 1],
  ['MIN({5,"1"})', 5],
]);

cases('an argument that is left out between commas is passed over', [
  ['SUM(1, , 2)', 3],
  ['COUNT(1, , 2)', 3],
  ['AVERAGE(1, , 2)', 1],
  ['MAX(-1, , -2)', 0],
]);

cases('an error inside a range is lost', [
  ['SUM({1,#N/A,2})', NA],
  ['SUM(1, 1/0)', DIV],
  ['MAX({1,#DIV/0!})', DIV],
  ['SUMPRODUCT({1,#N/A}, {1,1})', NA],
]);

cases('SUMPRODUCT counts text or truth values, or stretches unlike sizes', [
  ['SUMPRODUCT({1,"a",TRUE}, {2,3,4})', 2],
  ['SUMPRODUCT({1,2,3})', 6],
  ['SUMPRODUCT({1,2}, {1;2})', VALUE],
  ['SUMPRODUCT(({1,2,3} > 1) * {10,20,30})', 50],
  ['SUMXMY2({1,2}, {1,2,3})', NA],
]);

cases('MOD takes the sign of the dividend, or leaves a whisker where 15 digits show a whole quotient', [
  ['MOD(-7, 3)', 2],
  ['MOD(7, -3)', -2],
  ['MOD(5.5, 2)', 1.5],
  ['MOD(0.3, 0.1)', 0],
  ['MOD(1, 0.1)', 0],
  ['MOD(5, 0)', DIV],
]);

cases('powers and logarithms outside their domain give a number', [
  ['POWER(0, 0)', NUM],
  ['POWER(0, -1)', DIV],
  ['POWER(-2, 0.5)', NUM],
  ['SQRT(-1)', NUM],
  ['LN(0)', NUM],
  ['LOG(10, 1)', DIV],
  ['LOG(10, -2)', NUM],
  ['LOG(8, )', NUM],
  ['LOG(1000)', 3],
  ['EXP(710)', NUM],
]);

cases('counting functions round instead of cutting off, or overflow on the way', [
  ['FACT(3.9)', 6],
  ['FACT(171)', NUM],
  ['COMBIN(52, 5)', 2598960],
  ['COMBIN(5.9, 2.9)', 10],
  ['COMBIN(1029, 514)', 1.4298206864989042e308, 1e-12],
  ['PERMUT(5, 0)', 1],
  ['GCD(12, 18, 27)', 3],
  ['LCM(4, 6, 10)', 60],
  ['GCD(-1)', NUM],
  ['QUOTIENT(-10, 3)', -3],
  ['QUOTIENT(1, 0)', DIV],
]);

cases('ATAN2 has the arguments of other languages', [
  ['ATAN2(1, 0)', 0],
  ['ATAN2(0, 1)', Math.PI / 2],
  ['ATAN2(-1, 0)', Math.PI],
]);
