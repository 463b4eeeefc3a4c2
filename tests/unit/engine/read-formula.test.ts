import { describe, expect, it } from 'vitest';
import { FormulaReader } from '#shared/engine/read-formula.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { reachesOf } from '#shared/formula/references.ts';

/** Texts with A, B and C for rows. */
const TEXTS = [
  'A + B * C[-1]',
  'A + A[-4] - A[2026Q1]',
  'SUM(A[:], B[-3:0]) / 1e5 + .5E-3',
  '1e5A',
  'IF(A > 0, "@0 B", "A")',
  'A & "say ""B""" & C',
  'TRUE + A[TRUE]',
  'TRUE[-1] + A',
  'IF(true, FALSE, A)',
  'DEALS("in", "", "signed") + A',
  'DEALS(A)',
  'IF( IS_ACTUAL ( ), A , B )',
  'LET(A, 1, A + B)',
  'LET(x, A, X + x)',
  '_xlfn.LET(A, B, A)',
  '_xlfn.STDEV.S(A, B)',
  'SUM({1,2;3,4}, A%)',
  'A <> B',
  '-A^2',
  '#N/A + A',
  '@A',
  'A B',
  'A +',
  'A × B',
  '“A” & B',
  'A.x_1 + B',
  'A[',
  'A["',
  '"A',
  '',
];

const NAMES = [
  { A: 'alpha', B: 'b', C: 'c.d' },
  { A: 'b', B: 'alpha', C: 'a_very_long_name' },
  { A: 'same', B: 'same', C: 'other' },
  { A: 'مبيعات', B: 'تكلفة', C: 'ربح' },
  { A: 'e5', B: 'Q1', C: 'LETTER' },
];

const named = (text: string, names: Readonly<Record<string, string>>): string =>
  text.replaceAll(/[ABC]/g, (slot) => names[slot] ?? slot);

describe('E-906 formulas of one shape', () => {
  // Catches: a tree, a reach or a question to the register taken over from a text that only looks alike.
  it.each(TEXTS)('%s reads with any names as it reads alone', (text) => {
    const reader = new FormulaReader();
    for (const names of [...NAMES, ...NAMES]) {
      const written = named(text, names);
      const parsed = parseFormula(written);
      const read = reader.read(written);
      expect(read.ok).toBe(parsed.ok);
      if (!parsed.ok || !read.ok) continue;
      const alone = new FormulaReader().read(written);
      expect(read.expression).toEqual(parsed.value);
      expect(read.reaches).toEqual(reachesOf(parsed.value));
      expect(alone.ok && [alone.deals, alone.shape.asksActual]).toEqual([read.deals, read.shape.asksActual]);
    }
  });

  // Catches: shapes that hold a name, so that every row is compiled on its own.
  it('is found for texts that differ in nothing but names', () => {
    const reader = new FormulaReader();
    const shapes = NAMES.filter((names) => names.A !== names.B && /^[a-z]/.test(names.A)).map((names) => {
      const read = reader.read(named('A[-1] * 0.9 + IF(B > 1, C, B)', names));
      return read.ok ? read.shape : null;
    });
    expect(shapes.length).toBeGreaterThan(2);
    expect(new Set(shapes).size).toBe(1);
  });
});
