import { describe, expect, it } from 'vitest';
import { evaluateExpression, evaluateText, toCellValue } from '#shared/formula/evaluate.ts';
import { isMatrix, type Operand } from '#shared/formula/matrix.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import type { Scope } from '#shared/formula/scope.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';

function shown(operand: Operand): unknown {
  if (!isMatrix(operand)) return isErrorValue(operand) ? operand.code : operand;
  return Array.from({ length: operand.rows }, (_, row) =>
    Array.from({ length: operand.columns }, (_, column) =>
      shown(operand.values[row * operand.columns + column] ?? null),
    ),
  );
}

const value = (text: string): unknown => shown(evaluateText(text));

describe('E-110 precedence', () => {
  it.each<[string, unknown]>([
    ['-2^2', 4],
    ['2^3^2', 64],
    ['2^-1', 0.5],
    ['-2^-2', 0.25],
    ['0-2^2', -4],
    ['(-2)^2', 4],
    ['-(2^2)', -4],
    ['1+2*3', 7],
    ['(1+2)*3', 9],
    ['8/4/2', 1],
    ['10-4-3', 3],
    ['2*3^2', 18],
    ['50%*200', 100],
    ['200*50%', 100],
    ['-50%', -0.5],
    ['50%^2', 0.25],
    ['5%%', 0.0005],
    ['1+1&2+2', '24'],
    ['1&2=12', false],
    ['1&2="12"', true],
    ['1=1=TRUE', true],
    ['1<2<3', false],
    ['3>2>1', true],
    ['2>1=TRUE', true],
    ['--"5"', 5],
    ['-TRUE', -1],
    ['+"abc"', 'abc'],
    ['+TRUE', true],
    ['.5+1.', 1.5],
    ['1e-3*1E3', 1],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });
});

describe('E-201 to E-206 coercion', () => {
  it.each<[string, unknown]>([
    ['"5"+1', 6],
    ['" 5 "+1', 6],
    ['"1,234.5"+0', 1234.5],
    ['"1,234,567"+0', 1234567],
    ['"12,34"+0', '#VALUE!'],
    ['"12%"+0', 0.12],
    ['"$1,000"+0', 1000],
    ['"-$5"+0', -5],
    ['"(5)"+0', -5],
    ['"1e3"+0', 1000],
    ['"1 1/2"+0', 1.5],
    ['"abc"+1', '#VALUE!'],
    ['""+1', '#VALUE!'],
    ['" "+1', '#VALUE!'],
    ['"1 2"+0', '#VALUE!'],
    ['"--5"+0', '#VALUE!'],
    ['"5-"+0', '#VALUE!'],
    ['"1.2.3"+0', '#VALUE!'],
    ['"TRUE"+0', '#VALUE!'],
    ['"1e400"+0', '#VALUE!'],
    ['"Infinity"+0', '#VALUE!'],
    ['"0x10"+0', '#VALUE!'],
    ['"1/1/2008"+0', 39448],
    ['"2008-01-01"+0', 39448],
    ['"2008/1/1"+0', 39448],
    ['"1-Jan-2008"+0', 39448],
    ['"1 January 2008"+0', 39448],
    ['"January 1, 2008"+0', 39448],
    ['"Jan 2008"+0', 39448],
    ['"1/1/08"+0', 39448],
    ['"1/1/30"+0', 10959],
    ['"8/2011"+0', 40756],
    ['"13/1/2008"+0', '#VALUE!'],
    ['"2/30/2008"+0', '#VALUE!'],
    ['"5-Jul"+0', '#VALUE!'],
    ['"12:00"+0', 0.5],
    ['"6:00 PM"+0', 0.75],
    ['"12:00 AM"+0', 0],
    ['"13:00 PM"+0', '#VALUE!'],
    ['"1/1/2008 18:00"+0', 39448.75],
    ['TRUE+TRUE', 2],
    ['1&""', '1'],
    ['TRUE&""', 'TRUE'],
    ['1/3&""', '0.333333333333333'],
    ['0.1+0.2&""', '0.3'],
    ['-0&""', '0'],
    ['123456789012345678&""', '123456789012346000'],
    ['1e19&""', '10000000000000000000'],
    ['1e20&""', '1E+20'],
    ['1e100&""', '1E+100'],
    ['0.00001&""', '0.00001'],
    ['5.67890123456E-8&""', '5.67890123456E-08'],
    ['1.2345678901234568E-5&""', '1.23456789012346E-05'],
    ['0.0001234567890123456&""', '0.000123456789012346'],
    ['2e-50&""', '2E-50'],
    ['999999.9999999999&""', '1000000'],
    ['-1234.5&"x"', '-1234.5x'],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });
});

describe('E-301 to E-303 comparison', () => {
  it.each<[string, unknown]>([
    ['"a"="A"', true],
    ['"a"<"B"', true],
    ['"abc"<"abd"', true],
    ['"_"<"a"', true],
    ['1<"a"', true],
    ['"a"<FALSE', true],
    ['999<"0"', true],
    ['FALSE<TRUE', true],
    ['TRUE>1', true],
    ['1=TRUE', false],
    ['"1"=1', false],
    ['""=0', false],
    ['0.1+0.2=0.3', true],
    ['0.1+0.2>0.3', false],
    ['0.1+0.2<=0.3', true],
    ['1=1.00000000000001', false],
    ['1e-300=0', false],
    ['"ـ"=""', false],
    ['#N/A=1', '#N/A'],
    ['1=#REF!', '#REF!'],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });
});

describe('E-401 to E-501 arithmetic and errors', () => {
  it.each<[string, unknown]>([
    ['1/0', '#DIV/0!'],
    ['0/0', '#DIV/0!'],
    ['0^0', '#NUM!'],
    ['0^-1', '#DIV/0!'],
    ['(-1)^0.5', '#NUM!'],
    ['(-8)^(1/3)', -2],
    ['(-8)^(2/3)', '#NUM!'],
    ['(-8)^(1/4)', '#NUM!'],
    ['(-2)^3', -8],
    ['(-2)^-3', -0.125],
    ['1e308*10', '#NUM!'],
    ['-1e308-1e308', '#NUM!'],
    ['1e308^2', '#NUM!'],
    ['#REF!+#N/A', '#REF!'],
    ['#N/A+#REF!', '#N/A'],
    ['#N/A&"x"', '#N/A'],
    ['-#NUM!', '#NUM!'],
    ['#NULL!%', '#NULL!'],
    ['#DIV/0!', '#DIV/0!'],
    ['nowhere', '#NAME?'],
    ['NOSUCH(1)', '#NAME?'],
    ['1+', '#NAME?'],
    ['ABS(1/0)', '#DIV/0!'],
    ['ABS(1, 2)', '#VALUE!'],
    ['ABS()', '#VALUE!'],
    ['IF(TRUE, 1, 1/0)', 1],
    ['IF(FALSE, 1/0, 2)', 2],
    ['CHOOSE(2, 1/0, 5)', 5],
    ['IF(TRUE,,5)', 0],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it('says which function was probably meant', () => {
    const result = evaluateText('SUMM(1)');
    expect(result).toMatchObject({ reason: { code: 'function-unknown-near', params: { near: 'SUM' } } });
  });

  it.each(['TODAY()', 'NOW()', 'RAND()', 'OFFSET(1, 1, 1)', 'INDIRECT("a")'])(
    '%s is refused with the reason, not with a name that sounds alike',
    (text) => {
      const result = evaluateText(text);
      expect(result).toMatchObject({ kind: 'error', code: '#NAME?' });
      expect(isErrorValue(result) && result.reason?.code).toMatch(/^function-(clock|chance|address|offset)$/);
    },
  );

  it('adds plainly: no snapping of a small difference to zero', () => {
    expect(value('0.1+0.2-0.3')).toBe(0.1 + 0.2 - 0.3);
  });

  it('evaluates a sum of 4,096 terms without exhausting the stack', () => {
    expect(value(`1${'+1'.repeat(4095)}`)).toBe(4096);
  });
});

describe('E-502 arrays', () => {
  it.each<[string, unknown]>([
    [
      '{1,2;3,4}',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['{1,2,3}*2', [[2, 4, 6]]],
    ['2*{1;2}', [[2], [4]]],
    [
      '{1,2}+{10;20}',
      [
        [11, 12],
        [21, 22],
      ],
    ],
    ['{1,2,3}+{1,2}', [[2, 4, '#N/A']]],
    [
      '{1,2;3,4}+{1,2,3}',
      [
        [2, 4, '#N/A'],
        [4, 6, '#N/A'],
      ],
    ],
    ['-{1,-2}', [[-1, 2]]],
    ['{50,20}%', [[0.5, 0.2]]],
    ['{1,"a"}&"x"', [['1x', 'ax']]],
    ['{1,2}={1,3}', [[true, false]]],
    ['{1,0}/0', [['#DIV/0!', '#DIV/0!']]],
    ['ABS({-1,2})', [[1, 2]]],
    ['SUM({1,2;3,4}*{1,0})', 4],
    ['{5}', 5],
    ['{5}+1', 6],
    ['{-1,+2,TRUE,"x",#N/A}', [[-1, 2, true, 'x', '#N/A']]],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });
});

describe('E-610 LET', () => {
  it.each<[string, unknown]>([
    ['LET(x, 5, x * 2)', 10],
    ['LET(x, 5, y, x + 1, x * y)', 30],
    ['LET(x, 1, x, x + 1, x)', 2],
    ['LET(x, LET(x, 3, x + 1), x * 2)', 8],
    ['LET(Rate, 0.5, rate * 2)', 1],
    ['LET(a, {1,2,3}, SUM(a))', 6],
    ['LET(x, 1/0, IFERROR(x, 7))', 7],
    ['LET(x, 1)', '#VALUE!'],
    ['LET(1, 2, 3)', '#NAME?'],
    ['LET(x, 1, x[-1])', '#REF!'],
    ['LET(x, 1, y)', '#NAME?'],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });
});

describe('rows of a scenario', () => {
  const cells: Readonly<Record<string, CellValue>> = {
    a: 2,
    b: null,
    t: 'abc',
    e: { kind: 'error', code: '#N/A' },
  };
  const scope: Scope = {
    period: { index: 0, year: 2025, quarter: 1, isActual: true },
    reference: (name, time) =>
      time
        ? { kind: 'matrix', rows: 1, columns: 3, values: [1, null, 3], fromReference: true }
        : { kind: 'matrix', rows: 1, columns: 1, values: [cells[name] ?? null], fromReference: true },
    external: (name, args) => (name === 'DEALS' ? args.length : undefined),
  };
  const inRow = (text: string): unknown => {
    const parsed = parseFormula(text);
    return parsed.ok ? shown(toCellValue(evaluateExpression(parsed.value, scope))) : parsed.error.reason.code;
  };

  it.each<[string, unknown]>([
    ['a + 1', 3],
    ['b', null],
    ['(b)', null],
    ['b + 1', 1],
    ['b & "x"', 'x'],
    ['b = 0', true],
    ['b = ""', true],
    ['b = FALSE', true],
    ['b = b', true],
    ['-b = 0', true],
    ['t & a', 'abc2'],
    ['e + a', '#N/A'],
    ['SUM(a[-2:0])', 4],
    ['SUM(a[:] * 2)', 8],
    ['a[-2:0]', '#VALUE!'],
    ['DEALS("in", , "cash")', 3],
    ['OTHER(1)', '#NAME?'],
    ['PERIOD() + YEAR() + QUARTER()', 2027],
    ['IF(IS_ACTUAL(), b, 1)', null],
  ])('E-503, E-702: %s', (text, expected) => {
    expect(inRow(text)).toEqual(expected);
  });
});
