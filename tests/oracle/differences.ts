const LACKS = 'LibreOffice 7.4 does not have the function';
const DOCUMENTED = "the value of Microsoft's documentation";
const ARRAY_BOOLEANS = 'Excel leaves booleans in arrays out';
const TRUNCATES = 'Excel cuts the rank off after the digits asked for, LibreOffice rounds it';
const PARENTHESES = 'Excel shows negative money in parentheses';

/** Where LibreOffice and Headroom answer differently, and why Headroom keeps its answer. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'LET(x, 5, y, x + 1, SUM(x, y))': LACKS,
  'LET(rate, 0.05, 100 * (1 + rate) ^ 2)': LACKS,
  'SKEW.P({3;4;5;2;3;4;5;6;4;7})': `${LACKS} under this prefix`,
  'FORECAST.LINEAR(30, {6;7;9;15;21}, {20;28;31;38;40})': `${LACKS} under this prefix`,
  'UNICHAR(66)': `${LACKS} under this prefix`,
  'UNICODE("B")': `${LACKS} under this prefix`,
  'XMATCH("Gra", {"Apple";"Grape";"Pear"}, 1)': LACKS,
  'XMATCH(4, {5,4,3,2,1})': LACKS,
  'XMATCH(4.5, {5,4,3,2,1}, 1)': LACKS,
  'XLOOKUP("Brazil", {"China";"Brazil";"India"}, {86;55;91})': LACKS,
  'XLOOKUP(46523, {10,37,84,97}, {0.1,0.22,0.24,0.32}, 0, -1)': LACKS,
  'XLOOKUP("x", {"a","b"}, {1,2}, "none")': LACKS,
  'XLOOKUP("b", {"a";"b"}, {1,2;3,4})': LACKS,
  'DATE(108, 1, 2)': 'Excel adds 1900 to years below 1900',
  'DATEVALUE("2011/02/23")': DOCUMENTED,
  'SUM("5", 15, TRUE)': 'Excel reads typed texts and booleans as numbers',
  'SUM({1,"a",TRUE,4})': ARRAY_BOOLEANS,
  'COUNT({39790;19;22.24;TRUE;"Sales"})': ARRAY_BOOLEANS,
  'ATAN2(0, 0)': 'Excel has no angle of the origin',
  'MROUND(5, -2)': 'Excel refuses two signs',
  'PERCENTRANK.INC({13;12;11;8;4;3;2;1;1;1}, 4)': TRUNCATES,
  'PERCENTRANK.INC({13;12;11;8;4;3;2;1;1;1}, 8)': TRUNCATES,
  'PERCENTRANK.EXC({1;2;3;6;6;6;7;8;9}, 5.43, 1)': TRUNCATES,
  'SUMIF({100000;200000;300000;400000}, ">160000")': 'conditions are asked of each value, in arrays too',
  'AVERAGEIF({7000;14000;21000;28000}, "<23000")': 'conditions are asked of each value, in arrays too',
  'EFFECT(0, 4)': 'Excel wants a rate above zero',
  'DURATION(DATE(2018,7,1), DATE(2048,1,1), 0.08, 0.09, 2, 1)': DOCUMENTED,
  'MDURATION(DATE(2008,1,1), DATE(2016,1,1), 0.08, 0.09, 2, 1)': DOCUMENTED,
  'DOLLAR(-1234.567, -2)': PARENTHESES,
  'DOLLAR(-0.123, 4)': PARENTHESES,
  'NUMBERVALUE("3.5%")': DOCUMENTED,
  'NUMBERVALUE("")': 'Excel reads an empty text as 0 here',
  'CHAR(0)': 'Excel has no character 0',
  'MATCH("b*", {"apple","banana"}, 0)': 'Excel knows * and ?; LibreOffice only where a document says so',
};
