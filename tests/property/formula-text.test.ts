import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BINARY_OPERATORS,
  type Expression,
  type TimePoint,
  type TimeReference,
} from '#shared/formula/ast.ts';
import { evaluateText } from '#shared/formula/evaluate.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { printFormula } from '#shared/formula/print.ts';
import { renameInFormula } from '#shared/formula/rename.ts';

const span = { start: 0, end: 0 };

const numberText = fc.oneof(
  fc.nat(1e6).map(String),
  fc.tuple(fc.nat(999), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
  fc.nat(99).map((part) => `.${part}`),
  fc.tuple(fc.nat(9), fc.integer({ min: -300, max: 300 })).map(([digit, power]) => `${digit}e${power}`),
);
const name = fc.constantFrom('a', 'revenue', 'rev.2027', '_x', 'A1', 'الإيرادات', 'مُعدَّل', 'SUM', 'Q1', 'e9');
const functionName = fc.constantFrom('SUM', 'IF', 'NORM.DIST', 'NOSUCH', 'TRUE');
const point: fc.Arbitrary<TimePoint> = fc.oneof(
  fc.integer({ min: -99, max: 99 }).map((offset) => ({ kind: 'offset', offset: offset + 0 }) as const),
  fc
    .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 4 }))
    .map(([year, quarter]) => ({ kind: 'period', period: `${year}Q${quarter}` }) as const),
);
const time: fc.Arbitrary<TimeReference> = fc.oneof(
  point.map((at) => ({ kind: 'point', at }) as const),
  fc.tuple(point, point).map(([from, to]) => ({ kind: 'range', from, to }) as const),
  fc.constant({ kind: 'all' } as const),
);
const number = numberText.map((text): Expression => ({ kind: 'number', value: Number(text), text, span }));
const constant: fc.Arbitrary<Expression> = fc.oneof(
  number,
  number.map((operand): Expression => ({ kind: 'unary', operator: '-', operand, span })),
  fc.string().map((value): Expression => ({ kind: 'text', value, span })),
  fc.boolean().map((value): Expression => ({ kind: 'boolean', value, span })),
  fc
    .constantFrom('#N/A', '#DIV/0!', '#LOOP!')
    .map((code): Expression => ({ kind: 'errorLiteral', code, span })),
);
const array = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(constant, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((rows): Expression => ({ kind: 'array', rows, span }));
const reference = fc
  .tuple(name, fc.option(time, { nil: undefined }))
  .map(
    ([text, at]): Expression =>
      at === undefined
        ? { kind: 'reference', name: text, span, nameSpan: span }
        : { kind: 'reference', name: text, time: at, span, nameSpan: span },
  );

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'formula' },
    fc.oneof(constant, reference, array),
    fc
      .tuple(fc.constantFrom(...BINARY_OPERATORS), tie('expression'), tie('expression'))
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, span })),
    fc
      .tuple(fc.constantFrom('-' as const, '+' as const), tie('expression'))
      .map(([operator, operand]): Expression => ({ kind: 'unary', operator, operand, span })),
    tie('expression').map((operand): Expression => ({ kind: 'percent', operand, span })),
    tie('expression').map((inner): Expression => ({ kind: 'group', inner, span })),
    fc
      .tuple(
        functionName,
        fc.array(fc.option(tie('expression'), { nil: null }), { minLength: 2, maxLength: 4 }),
      )
      .map(([text, args]): Expression => ({ kind: 'call', name: text, args, span, nameSpan: span })),
  ),
}));

/** The tree without places and without parentheses, which printing may add. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Record<string, unknown>;
  if (node['kind'] === 'group') return bare(node['inner']);
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, one]) => (/[sS]pan$/.test(key) ? [] : [[key, bare(one)]])),
  );
}

describe('E-120 parse(print(f)) = f', () => {
  it('catches a printer that drops a needed parenthesis, or a parser that reads it otherwise', () => {
    fc.assert(
      fc.property(expression, (tree) => {
        const text = printFormula(tree);
        fc.pre(text.length <= 8000);
        const parsed = parseFormula(text);
        if (!parsed.ok) throw new Error(`${text}: ${parsed.error.reason.code}`);
        expect(bare(parsed.value)).toEqual(bare(tree));
        expect(printFormula(parsed.value)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

const piece = fc.constantFrom(
  ...'( ) { } [ ] , ; : % + - * / ^ & = < > " # ! . _ 0 1 9 e E a x A1 SUM( IF( TRUE 2027Q1 #N/A − × “ ٣ ٫ ، ـ'.split(
    ' ',
  ),
  ' ',
  '\u00a0',
  '\n',
);
const garbage = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  expression.map(printFormula).map((text) => text.slice(0, text.length / 2)),
);

describe('E-130 any text is a formula or a refusal inside it', () => {
  it('catches a throw, an endless loop, and an error that points outside the text', () => {
    fc.assert(
      fc.property(garbage, (text) => {
        const parsed = parseFormula(text);
        if (parsed.ok) {
          expect(parseFormula(printFormula(parsed.value)).ok).toBe(true);
          expect(renameInFormula(text, 'a', 'bb').ok).toBe(true);
        } else {
          expect(parsed.error.span.start).toBeGreaterThanOrEqual(0);
          expect(parsed.error.span.end).toBeLessThanOrEqual(text.length);
          expect(parsed.error.span.start).toBeLessThanOrEqual(parsed.error.span.end);
        }
        const value = evaluateText(text);
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        expect(value).not.toBe(undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
