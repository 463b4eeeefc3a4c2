import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleText, functionList } from '#shared/formula/functions/function-list.ts';
import { functionNames } from '#shared/formula/functions/table.ts';
import { functionListMarkdown } from '../../../../tools/function-list.mjs';

const read = (path: string) => readFileSync(path, 'utf8');
const families = (language: string): Record<string, string> =>
  JSON.parse(read(`resources/locales/${language}/functions.json`)).families;

describe('the list of functions', () => {
  // Catches a function that was added to the table and is missing in the list, or listed twice.
  it('has every function once, and what the engine adds', () => {
    const listed = functionList().flatMap((family) => family.functions.map(({ name }) => name));
    expect([...listed].sort()).toEqual([...functionNames(), 'DEALS'].sort());
  });

  // Catches a family without a name in one of the languages.
  it.each(['en', 'ar'])('has a name for every family in %s', (language) => {
    expect(Object.keys(families(language)).sort()).toEqual(
      functionList()
        .map(({ id }) => id)
        .sort(),
    );
  });

  // Catches a change of the table after which `npm run functions` was forgotten.
  it('is what docs/functions.md says', () => {
    const text = functionListMarkdown(functionList(), families('en'), exampleText);
    expect(read('docs/functions.md')).toBe(text);
  });

  // Catches a link to the wrong one of two headings that GitHub gives the same anchor.
  it('links to headings that GitHub would give the same anchor', () => {
    const page = read('docs/functions.md');
    expect(page).toContain('[BETA.INV](#betainv), [BETAINV](#betainv-1)');
    expect(page).toContain('[Text](#text)');
    expect(page).toContain('[TEXT](#text-1)');
  });
});

describe('the text of an example', () => {
  const text = (result: Parameters<typeof exampleText>[0]['result'], tolerance?: number) => {
    const { sign, result: shown } = exampleText({
      formula: 'X()',
      result,
      ...(tolerance !== undefined && { tolerance }),
    });
    return `${sign} ${shown}`;
  };

  it('is written as in formulas', () => {
    expect(text(-2.5)).toBe('= -2.5');
    expect(text(1e-7)).toBe('= 1E-7');
    expect(text('say "no"')).toBe('= "say ""no"""');
    expect(text(false)).toBe('= FALSE');
    expect(text({ error: '#N/A' })).toBe('= #N/A');
    expect(
      text([
        [1, 'a'],
        [true, 4],
      ]),
    ).toBe('= {1,"a";TRUE,4}');
  });

  it('says where a published result is rounded', () => {
    expect(text(0.58055556, 1e-8)).toBe('≈ 0.58055556');
    expect(text(40, 1e-12)).toBe('= 40');
  });
});
