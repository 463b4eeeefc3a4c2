import { describe, expect, it } from 'vitest';
import { parseFormula } from '#shared/formula/parse.ts';
import { printFormula } from '#shared/formula/print.ts';
import { CANONICAL_FORMULAS } from './canonical-formulas.ts';

function reprinted(text: string): string {
  const parsed = parseFormula(text);
  return parsed.ok ? printFormula(parsed.value) : `refused: ${parsed.error.reason.code}`;
}

describe('E-120 printing gives canonical formulas back', () => {
  it('catches a formula of the model that would be rewritten by a mere edit of its row', () => {
    expect(CANONICAL_FORMULAS.length).toBeGreaterThan(180);
    for (const formula of CANONICAL_FORMULAS) {
      expect(reprinted(formula)).toBe(formula);
      expect(reprinted(`=${formula}`)).toBe(formula);
    }
  });

  it.each([
    ['=sum( a ,b )', 'SUM(a, b)'],
    ['1+2*3', '1 + 2 * 3'],
    ['(1+2)*3', '(1 + 2) * 3'],
    ['((a))', '((a))'],
    ['--a', '--a'],
    ['-a^2', '-a ^ 2'],
    ['5%%', '5%%'],
    ['-5 %', '-5%'],
    ['"say ""hi"""&x', '"say ""hi""" & x'],
    ['{1,-2;"a",true}', '{1,-2;"a",TRUE}'],
    ['IF(a,,b)', 'IF(a, , b)'],
    ['IF(a,)', 'IF(a, )'],
    ['PI( )', 'PI()'],
    ['true', 'TRUE'],
    ['True()', 'TRUE()'],
    ['#n/a', '#N/A'],
    ['x[ - 1 ]', 'x[-1]'],
    ['x[1]', 'x[+1]'],
    ['x[0]', 'x[0]'],
    ['x[-0]', 'x[0]'],
    ['x [2027q1]', 'x[2027Q1]'],
    ['x[2025q1 : 2030q4]', 'x[2025Q1:2030Q4]'],
    ['x[-3:2027Q1]', 'x[-3:2027Q1]'],
    ['x[ : ]', 'x[:]'],
    ['a<>b', 'a <> b'],
    ['a≠b', 'a <> b'],
    ['a−b×c÷d', 'a - b * c / d'],
    ['_xlfn.norm.dist(1,2,3,TRUE)', 'NORM.DIST(1, 2, 3, TRUE)'],
    ['1.50', '1.50'],
    ['٣٫٥+۲', '3.5 + 2'],
  ])('%s is printed as %s', (text, printed) => {
    expect(reprinted(text)).toBe(printed);
    expect(reprinted(printed)).toBe(printed);
  });

  it('adds the parentheses that a tree needs and does not carry', () => {
    const span = { start: 0, end: 0 };
    const sum = { kind: 'binary', operator: '+', left: num('1'), right: num('2'), span } as const;
    expect(printFormula({ kind: 'binary', operator: '*', left: sum, right: sum, span })).toBe(
      '(1 + 2) * (1 + 2)',
    );
    expect(printFormula({ kind: 'binary', operator: '-', left: sum, right: sum, span })).toBe(
      '1 + 2 - (1 + 2)',
    );
    expect(printFormula({ kind: 'unary', operator: '-', operand: sum, span })).toBe('-(1 + 2)');
    expect(printFormula({ kind: 'percent', operand: sum, span })).toBe('(1 + 2)%');
    function num(text: string) {
      return { kind: 'number', value: Number(text), text, span } as const;
    }
  });
});
