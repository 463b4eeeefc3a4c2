import { cases, DIV, NA, NUM, VALUE } from './cases.ts';

cases('counting mixes up numbers, text, blanks and errors', [
  ['COUNT("5", "x", TRUE)', 2],
  ['COUNT({"5",TRUE,#N/A,1})', 1],
  ['COUNTA("", 1/0, {1,""})', 4],
  ['COUNT(1/0)', 0],
  ['COUNTBLANK({1,"","a"})', 1],
]);

cases('too few numbers give a number or the wrong error', [
  ['AVERAGE({"a"})', DIV],
  ['STDEV.S(5)', DIV],
  ['STDEV.P(5)', 0],
  ['VAR.P({"a"})', DIV],
  ['MEDIAN({"a"})', NUM],
  ['MODE(1, 2, 3)', NA],
  ['SKEW(1, 2)', DIV],
  ['SKEW(2, 2, 2)', DIV],
  ['KURT(1, 2, 3)', DIV],
  ['GEOMEAN(1, 0)', NUM],
  ['HARMEAN(1, -1)', NUM],
  ['CORREL({1,2}, {3,3})', DIV],
  ['CORREL({1,2}, {3,4,5})', NA],
  ['SLOPE({1,2}, {3,3})', DIV],
  ['STEYX({1,2}, {1,2})', DIV],
  ['COVARIANCE.S({1}, {1})', DIV],
  ['AVERAGEA("x")', VALUE],
]);

cases('text and truth values count where they must not', [
  ['AVERAGE({1,TRUE,"7"})', 1],
  ['AVERAGEA({1,TRUE,"7"})', 2 / 3, 1e-15],
  ['AVERAGE(1, TRUE, "7")', 3],
  ['VARA({1,TRUE,"x"})', 1 / 3, 1e-15],
  ['MAXA({-1,"x"})', 0],
  ['CORREL({1,2,"x",4}, {2,4,9,8})', 1, 1e-15],
]);

cases('a large common part costs the digits of a variance', [
  ['VAR.S({1000000004,1000000007,1000000013,1000000016})', 30],
  ['STDEV.P({1000000000.5,1000000001.5})', 0.5],
]);

cases('order statistics are off by one or accept what they must refuse', [
  ['LARGE({1,2,3}, 1)', 3],
  ['LARGE({1,2,3}, 0)', NUM],
  ['SMALL({1,2,3}, 4)', NUM],
  ['SUM(LARGE({5,1,4,2}, {1,2}))', 9],
  ['PERCENTILE.INC({1,2,3,4}, 0)', 1],
  ['PERCENTILE.INC({1,2,3,4}, 1)', 4],
  ['PERCENTILE.INC({1,2,3,4}, -0.1)', NUM],
  ['PERCENTILE.EXC({1,2,3}, 0.25)', 1],
  ['PERCENTILE.EXC({1,2,3}, 0.24)', NUM],
  ['QUARTILE.INC({1,2,3,4}, 4)', 4],
  ['QUARTILE.INC({1,2,3,4}, 5)', NUM],
  ['QUARTILE.EXC({1,2,3,4}, 0)', NUM],
  ['PERCENTRANK.INC({1,2,3,4}, 2.5)', 0.5],
  ['PERCENTRANK.INC({1,2,3,4}, 5)', NA],
  ['PERCENTRANK.INC({1,2,2,3}, 2)', 0.333],
  ['RANK.EQ(4, {1,2,3})', NA],
  ['RANK.AVG(2, {1,2,2,3})', 2.5],
  ['TRIMMEAN({1,2,3,4,100}, 0.4)', 3],
  ['TRIMMEAN({1,2}, 1)', NUM],
]);

cases('criteria are read otherwise than Excel reads them', [
  ['COUNTIF({1,2,3,4}, ">2")', 2],
  ['COUNTIF({"5",5,"x"}, 5)', 2],
  ['COUNTIF({"a","B","ab"}, "A*")', 2],
  ['COUNTIF({"a*","ab"}, "a~*")', 1],
  ['COUNTIF({1,2,"x"}, "<>1")', 2],
  ['COUNTIF({"apple","Banana","cherry"}, ">b")', 2],
  ['SUMIF({"a","b","a"}, "A", {1,2,4})', 5],
  ['SUMIFS({1,2,4}, {1,1,2}, 1, {"x","y","x"}, "x")', 1],
  ['SUMIFS({1,2}, {1,2,3}, 1)', VALUE],
  ['AVERAGEIF({1,2}, ">5")', DIV],
  ['MAXIFS({1,2}, {1,2}, ">5")', 0],
]);
