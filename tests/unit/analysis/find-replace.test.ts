import { describe, expect, it } from 'vitest';
import { type FindIn, findTexts } from '#shared/analysis/find-texts.ts';
import { replacementCommands, replacementOf } from '#shared/analysis/replace-texts.ts';
import { applyCommand } from '#shared/commands/apply-command.ts';
import { patch } from '#shared/commands/revise.ts';
import { caseChain } from '#shared/model/resolve-case.ts';
import { buildCase, buildItem, buildScenario, constant, formula } from '../../support/builders.ts';

const scenario = buildScenario(
  [
    buildItem('wage', constant(2), {
      label: { en: 'Wage growth', ar: 'نمو الأجور' },
      note: 'growth of 2025',
    }),
    buildItem('growth', constant(1.5), { label: { en: 'Growth', ar: 'النمو' } }),
    buildItem('staff', formula('wage * growth + growth'), { label: { en: 'Staff', ar: 'الموظفون' } }),
  ],
  { cases: [buildCase('low', { staff: { content: { kind: 'formula', formula: 'wage' } } })] },
);

function find(
  text: string,
  where: FindIn[],
  { caseId = null as string | null, language = 'en' as const } = {},
) {
  const field = {
    scenario,
    chain: caseChain(scenario, caseId),
    language,
    columns: ['2025Q1', '2025'],
    valueText: (item: { key: string }, column: string) => `${item.key} ${column}`,
  };
  return findTexts(field, new Set(where), { text, matchCase: false, wholeWord: false });
}
const names = (hits: ReturnType<typeof find>) =>
  hits.map((hit) => `${hit.in} ${hit.key} ${hit.column ?? ''}`.trim());

describe('finding in a scenario', () => {
  it('goes row by row, and looks only where it is told', () => {
    expect(names(find('growth', ['labels', 'formulas', 'notes', 'keys']))).toEqual([
      'labels wage',
      'notes wage',
      'labels growth',
      'keys growth',
      'formulas staff',
    ]);
    expect(names(find('growth', ['notes']))).toEqual(['notes wage']);
    expect(find('  ', ['labels', 'notes'])).toEqual([]);
  });

  it('reads the formula that the case shows', () => {
    expect(find('growth', ['formulas'], { caseId: 'low' })).toEqual([]);
  });

  it('finds values as they are shown, by column', () => {
    expect(names(find('staff 2025', ['values']))).toEqual(['values staff 2025Q1', 'values staff 2025']);
  });
});

describe('replacing', () => {
  const replaced = (by: string, where: FindIn[] = ['labels', 'keys', 'formulas', 'notes', 'values']) =>
    find('growth', where).map((hit) => replacementOf(scenario, hit, by));

  it('refuses what would be no formula, and says why; values and keys are no texts', () => {
    const codes = replaced('pace').map(({ hit, problem }) => [hit.in, hit.key, problem?.code]);
    expect(codes).toContainEqual(['formulas', 'staff', 'formula']);
    expect(codes).toContainEqual(['keys', 'growth', 'key']);
    expect(codes).toContainEqual(['values', 'growth', 'value']);
    expect(codes).toContainEqual(['labels', 'wage', undefined]);
    expect(replaced('', ['labels']).map(({ problem }) => problem?.code)).toEqual([undefined, 'empty-label']);
  });

  it('writes all in one step that is taken back in one, and leaves what is refused', () => {
    const commands = replacementCommands({ scenario, language: 'en', caseId: null }, replaced('wage'));
    const done = applyCommand(scenario, { type: 'group', label: { en: 'Replace', ar: 'استبدال' }, commands });
    if (!done.ok) throw new Error(done.error.code);
    const { items } = done.value.scenario;
    expect(items['staff']?.content).toEqual({ kind: 'formula', formula: 'wage * wage + wage' });
    expect(items['wage']?.label).toEqual({ en: 'Wage wage', ar: 'نمو الأجور' });
    expect(items['wage']?.note).toBe('wage of 2025');
    expect(Object.keys(items)).toEqual(['wage', 'growth', 'staff']);
    expect(patch(done.value.scenario, done.value.change.inverse)).toEqual(scenario);
  });

  it('writes formulas into the case that is shown, labels into the document', () => {
    const view = { scenario, language: 'en', caseId: 'low' } as const;
    expect(replacementCommands(view, replaced('wage', ['formulas', 'labels']))).toMatchObject([
      { type: 'editItem', key: 'wage' },
      { type: 'editItem', key: 'growth' },
      { type: 'setFormula', key: 'staff', caseId: 'low' },
    ]);
  });
});
