import { cases, NA, NUM, REF, VALUE } from './cases.ts';

cases('rows and columns of INDEX are exchanged or leave the range', [
  ['INDEX({1,2;3,4}, 2, 1)', 3],
  ['INDEX({1,2,3}, 3)', 3],
  ['INDEX({1;2;3}, 3)', 3],
  ['INDEX({1,2;3,4}, 1)', [[1, 2]]],
  ['INDEX({1,2;3,4}, 0, 1)', [[1], [3]]],
  ['INDEX({1,2;3,4}, , 2)', [[2], [4]]],
  ['INDEX({1,2;3,4}, 3, 1)', REF],
  ['INDEX({1,2;3,4}, -1, 1)', VALUE],
  [
    'INDEX({1,2;3,4}, {1;2}, {1,2})',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['SUM(INDEX({1,2;3,4}, 2, 0))', 7],
]);

cases('MATCH takes another neighbour than Excel', [
  ['MATCH(2, {1,2,2,3}, 1)', 3],
  ['MATCH(2.5, {1,2,3})', 2],
  ['MATCH(0, {1,2,3})', NA],
  ['MATCH(9, {1,2,3})', 3],
  ['MATCH(2.5, {3,2,1}, -1)', 1],
  ['MATCH(4, {3,2,1}, -1)', NA],
  ['MATCH("B", {"a","b"}, 0)', 2],
  ['MATCH("b?", {"b","bc"}, 0)', 2],
  ['MATCH("a~*", {"ab","a*"}, 0)', 2],
  ['MATCH("2", {1,2}, 0)', NA],
  ['MATCH(TRUE, {1,TRUE}, 0)', 2],
  ['MATCH("c", {1,"b","d"}, 1)', 2],
  ['MATCH(1, {1,2;3,4}, 0)', NA],
  ['MATCH({2,9}, {1,2,3}, 0)', [[2, NA as never]]],
  ['MATCH(1/0, {1}, 0)', { error: '#DIV/0!' }],
]);

cases('XMATCH and XLOOKUP modes', [
  ['XMATCH(2.5, {1,3,2})', NA],
  ['XMATCH(2.5, {1,3,2}, -1)', 3],
  ['XMATCH(2.5, {1,3,2}, 1)', 2],
  ['XMATCH(2, {2,1,2}, 0, -1)', 3],
  ['XMATCH(3, {1,3,5}, 0, 2)', 2],
  ['XMATCH(3, {5,3,1}, 0, -2)', 2],
  ['XMATCH(4, {1,3,5}, -1, 2)', 2],
  ['XMATCH(4, {5,3,1}, 1, -2)', 1],
  ['XMATCH("b*", {"a","bcd"}, 2)', 2],
  ['XMATCH("b*", {"a","b*"})', 2],
  ['XMATCH(1, {1}, 3)', VALUE],
  ['XLOOKUP(9, {1,2}, {3,4})', NA],
  ['XLOOKUP(9, {1,2}, {3,4}, "none")', 'none'],
  ['XLOOKUP(1, {1,2}, {3,4}, 1/0)', 3],
  ['XLOOKUP(2, {1;2}, {3,4;5,6})', [[5, 6]]],
  ['XLOOKUP(2, {1,2}, {3,4;5,6})', [[4], [6]]],
  ['XLOOKUP(2, {1,2}, {3,4,5})', VALUE],
  ['XLOOKUP({2,1}, {1,2}, {3,4})', [[4, 3]]],
]);

cases('table lookups are approximate where they must be exact, or the reverse', [
  ['VLOOKUP(2, {1,"a";3,"b"}, 2)', 'a'],
  ['VLOOKUP(2, {1,"a";3,"b"}, 2, FALSE)', NA],
  ['VLOOKUP("B*", {"ab",1;"bc",2}, 2, FALSE)', 2],
  ['VLOOKUP(1, {1,"a"}, 3, FALSE)', REF],
  ['VLOOKUP(1, {1,"a"}, 0, FALSE)', VALUE],
  ['VLOOKUP({1;3}, {1,"a";3,"b"}, 2, FALSE)', [['a'], ['b']]],
  ['HLOOKUP("b", {"a","b";1,2}, 2, FALSE)', 2],
  ['LOOKUP(2.5, {1,2,3}, {"a","b","c"})', 'b'],
  ['LOOKUP(2, {1,2,3;"x","y","z"})', 'y'],
  ['LOOKUP(0, {1,2})', NA],
]);

cases('sizes and shapes', [
  ['ROWS({1,2;3,4;5,6})', 3],
  ['COLUMNS({1,2;3,4;5,6})', 2],
  ['ROWS(5)', 1],
  ['TRANSPOSE({1,2,3})', [[1], [2], [3]]],
  ['MMULT({1,2}, {3;4})', 11],
  ['MMULT({1,2}, {3,4})', VALUE],
  ['MMULT({1,"a"}, {3;4})', VALUE],
  ['MINVERSE({1,2,3;4,5,6})', VALUE],
  [
    'MINVERSE({2,0;0,4})',
    [
      [0.5, 0],
      [0, 0.25],
    ],
  ],
  ['MDETERM({0,1;1,0})', -1],
  ['MDETERM({1,2;2,4})', 0],
  ['MINVERSE({1,2;2,4})', NUM],
]);

cases('fitted lines: order of coefficients, missing arguments, shapes', [
  ['LINEST({2,4,6,8})', [[2, 0]], 1e-13],
  ['LINEST({3;5;7}, {1;2;3})', [[2, 1]], 1e-13],
  ['LINEST({2;4.1;6}, {1;2;3}, FALSE)', [[2.0142857142857142, 0]], 1e-13],
  ['LINEST({9;14;9.5;16}, {1,2;2,3;2,1.5;3,3})', [[3, 2, 1]], 1e-12],
  ['LINEST({1;2}, {1;2;3})', REF],
  ['LINEST({1;"a"}, {1;2})', VALUE],
  ['TREND({2,4,6}, , {4,5})', [[8, 10]], 1e-13],
  ['TREND({2;4;6})', [[2], [4], [6]], 1e-13],
  ['FORECAST.LINEAR({4,5}, {2,4,6}, {1,2,3})', [[8, 10]], 1e-14],
]);

// NIST StRD, Norris: certified to 15 digits. Catches a least-squares method that loses digits.
const NORRIS_Y =
  '{0.1;338.8;118.1;888;9.2;228.1;668.5;998.5;449.1;778.9;559.2;0.3;0.1;778.1;668.8;339.3;448.9;10.8;557.7;228.3;998;888.8;119.6;0.3;0.6;557.6;339.3;888;998.5;778.9;10.2;117.6;228.9;668.4;449.2;0.2}';
const NORRIS_X =
  '{0.2;337.4;118.2;884.6;10.1;226.5;666.3;996.3;448.6;777;558.2;0.4;0.6;775.5;666.9;338;447.5;11.6;556;228.1;995.8;887.6;120.2;0.3;0.3;556.8;339.1;887.2;999;779;11.1;118.3;229.2;669.1;448.9;0.5}';
cases('a known regression of NIST', [
  [`SLOPE(${NORRIS_Y}, ${NORRIS_X})`, 1.00211681802045, 1e-12],
  [`INTERCEPT(${NORRIS_Y}, ${NORRIS_X})`, -0.262323073774029, 1e-11],
  [`INDEX(LINEST(${NORRIS_Y}, ${NORRIS_X}, TRUE, TRUE), 2, 1)`, 0.000429796848199937, 1e-12],
  [`INDEX(LINEST(${NORRIS_Y}, ${NORRIS_X}, TRUE, TRUE), 3, 2)`, 0.884796396144373, 1e-11],
  [`RSQ(${NORRIS_Y}, ${NORRIS_X})`, 0.999993745883712, 1e-12],
]);

// The office buildings of Excel's own documentation of LINEST.
const BUILDINGS =
  '{2310,2,2,20;2333,2,2,12;2356,3,1.5,33;2379,3,2,43;2402,2,3,53;2425,4,2,23;2448,2,1.5,99;2471,2,2,34;2494,3,3,23;2517,4,4,55;2540,2,3,22}';
const VALUES = '{142000;144000;151000;150000;139000;169000;126000;142900;163000;169000;149000}';
cases('the documented regression with four variables', [
  [`INDEX(LINEST(${VALUES}, ${BUILDINGS}), 1, 1)`, -234.2371645, 1e-9],
  [`INDEX(LINEST(${VALUES}, ${BUILDINGS}), 1, 5)`, 52317.83051, 1e-9],
  [`INDEX(LINEST(${VALUES}, ${BUILDINGS}, TRUE, TRUE), 2, 1)`, 13.26801148, 1e-9],
  [`INDEX(LINEST(${VALUES}, ${BUILDINGS}, TRUE, TRUE), 2, 5)`, 12237.3616, 1e-8],
  [`INDEX(LINEST(${VALUES}, ${BUILDINGS}, TRUE, TRUE), 3, 1)`, 0.996747993, 1e-9],
  [
    `INDEX(LINEST(${VALUES}, ${BUILDINGS}, TRUE, TRUE), 4, 0)`,
    [[459.7536742, 6, NA as never, NA as never, NA as never]],
    1e-9,
  ],
  [`INDEX(LINEST(${VALUES}, ${BUILDINGS}, TRUE, TRUE), 5, 2)`, 5652135.316, 1e-9],
]);

const COSTS = '{133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290}';
cases('the documented trend', [
  [
    `ROUND(TREND(${COSTS}, {1;2;3;4;5;6;7;8;9;10;11;12}, {13;14;15;16;17}), 0)`,
    [[146172], [147190], [148208], [149226], [150244]],
  ],
]);
