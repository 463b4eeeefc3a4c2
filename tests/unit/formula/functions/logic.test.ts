import { describe, expect, it } from 'vitest';
import type { Argument } from '#shared/formula/functions/definition.ts';
import { findFunction } from '#shared/formula/functions/table.ts';
import { cases, DIV, NA, VALUE } from './cases.ts';

cases('a branch that is not taken is calculated, or its error leaks', [
  ['IF(TRUE, 1, 1/0)', 1],
  ['IF(FALSE, 1/0, 2)', 2],
  ['IFS(TRUE, 1, 1/0, 2)', 1],
  ['CHOOSE(1, 5, 1/0)', 5],
  ['SWITCH(1, 1, 2, 1/0, 3)', 2],
  ['IFERROR(3, 1/0)', 3],
  ['IFNA(3, 1/0)', 3],
]);

cases('a left-out branch is not what Excel shows for it', [
  ['IF(FALSE, 1)', false],
  ['IF(FALSE, 1, )', 0],
  ['IF(TRUE, , 2)', 0],
  ['IFERROR(1/0, )', 0],
]);

cases('an error in a condition is swallowed', [
  ['IF(1/0, 1, 2)', DIV],
  ['IFS(1/0, 1, TRUE, 2)', DIV],
  ['SWITCH(1/0, 1, 2, 3)', DIV],
  ['CHOOSE(1/0, 1, 2)', DIV],
  ['AND(TRUE, 1/0)', DIV],
  ['OR(TRUE, 1/0)', DIV],
  ['NOT(NA())', NA],
]);

cases('text in a condition is guessed instead of refused', [
  ['IF("TRUE", 1, 2)', 1],
  ['IF("false", 1, 2)', 2],
  ['IF("yes", 1, 2)', VALUE],
  ['AND("abc")', VALUE],
  ['NOT("abc")', VALUE],
]);

cases('text inside ranges counts, or a range without any truth value passes', [
  ['AND({TRUE,"x"})', true],
  ['OR({0,"x"}, FALSE)', false],
  ['AND({"x"})', VALUE],
  ['XOR({TRUE,TRUE,TRUE})', true],
]);

cases('CHOOSE rounds or wraps its index', [
  ['CHOOSE(2.9, "a", "b", "c")', 'b'],
  ['CHOOSE(0, "a")', VALUE],
  ['CHOOSE(2, "a")', VALUE],
  ['CHOOSE(-1, "a")', VALUE],
]);

cases('SWITCH compares across kinds or with regard to case', [
  ['SWITCH("A", "a", 1, 2)', 1],
  ['SWITCH(1, "1", "text", 1, "number")', 'number'],
  ['SWITCH(9, 1, 2)', NA],
]);

cases('arrays are not walked element by element', [
  ['IF({1,0}, {"a","b"}, "c")', [['a', 'c']]],
  ['IFERROR({1,#N/A,#DIV/0!}, 0)', [[1, 0, 0]]],
  ['IFNA({1,#N/A,#DIV/0!}, 0)', [[1, 0, { error: '#DIV/0!' } as never]]],
  ['SWITCH({1,2,3}, 1, "a", 2, "b", "c")', [['a', 'b', 'c']]],
  ['IFS({1,0}, "x", TRUE, "y")', [['x', 'y']]],
  ['CHOOSE({1,2}, 10, 20)', [[10, 20]]],
]);

cases('information functions convert what they look at', [
  ['ISNUMBER("1")', false],
  ['ISTEXT("")', true],
  ['ISBLANK("")', false],
  ['ISERROR(1/0)', true],
  ['ISERR(NA())', false],
  ['ISEVEN(TRUE)', VALUE],
  ['ISODD("3")', true],
  ['ISODD(-3.9)', true],
  ['ISNUMBER({1,"a"})', [[true, false]]],
  ['N("5")', 0],
  ['N(1/0)', DIV],
  ['TYPE(1/0)', 16],
  ['TYPE(TRUE)', 4],
]);

describe('a blank that is chosen', () => {
  function call(name: string, args: readonly Argument[]) {
    const implementation = findFunction(name)?.implementation;
    if (implementation?.kind !== 'lazy') throw new Error(`${name} is not lazy`);
    return implementation.call(
      args.map((arg) => () => arg),
      null,
    );
  }

  // Catches a blank that turns into 0 on its way through a choice.
  it.each([
    ['IF', [true, null, 1]],
    ['IFS', [true, null]],
    ['CHOOSE', [1, null]],
    ['SWITCH', [1, 1, null]],
    ['IFERROR', [null, 1]],
    ['IFNA', [null, 1]],
  ] as const)('stays blank through %s', (name, args) => {
    expect(call(name, args)).toBeNull();
  });
});
