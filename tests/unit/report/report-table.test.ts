import { describe, expect, it } from 'vitest';
import { reportTable } from '#shared/report/report-table.ts';
import { sourceNote } from '#shared/report/source-note.ts';
import { formula } from '#tests/support/builders.ts';
import { BASE, company, DIVISION, rowsWith } from './company.ts';

const table = (figures: Parameters<typeof rowsWith>[0]) => {
  const made = reportTable(company(), rowsWith(figures), BASE);
  if (!made) throw new Error('no table');
  return (kind: string) => made.rows.find((row) => row.name.kind === kind);
};

describe('report table', () => {
  it('sums sources and obligations by year and over the years', () => {
    const row = table({
      sales: { years: [10, 20] },
      money_signed: { years: [5, 1] },
      rent_a: { years: [3, 4] },
      staff: { years: [1, 2] },
      bank_open: { years: [9, 6] },
      bank: { years: [6, 8] },
      hole: { years: [0, 7] },
    });
    expect(row('sources')).toMatchObject({ values: [15, 21], total: 36 });
    expect(row('obligations')).toMatchObject({ values: [-4, -6], total: -10 });
    expect(row('drawn')).toMatchObject({ values: [3, -2], total: 1 });
    expect(row('gap')).toMatchObject({ values: [0, -7], total: -7 });
  });

  it('carries an error into its sums instead of counting it as nothing', () => {
    const row = table({ sales: { years: [10, DIVISION] } });
    expect(row('sources')?.values).toEqual([10, DIVISION]);
    expect(row('revenue')?.total).toEqual(DIVISION);
  });

  it('names a group of one after its series and a larger one after the group', () => {
    const made = reportTable(company(), rowsWith({}), BASE);
    const names = made?.rows.flatMap((row) => (row.name.kind === 'obligation' ? [row.name] : []));
    expect(names?.map((name) => name.label?.en)).toEqual(['Rent', 'Staff']);
  });
});

describe('source note', () => {
  it('lists each fact once, in the order of the rows, and counts assumptions among typed rows', () => {
    const scenario = company(
      {},
      {
        sales: { facts: ['F2', 'F1'] },
        staff: { facts: ['F1', 'F3'], assumption: 'A guess.' },
        money_signed: { role: 'calculation', content: formula('DEALS("in", , "signed")') },
      },
    );
    const note = sourceNote(scenario);
    expect(note.facts).toEqual(['F2', 'F1', 'F3']);
    expect(note.register).toBe(true);
    expect(note.assumptions).toBe(1);
    expect(note.inputs).toBe(scenario.itemOrder.length - 1);
  });
});
