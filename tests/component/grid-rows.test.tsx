import { describe, expect, it } from 'vitest';
import { bodyRows, CHECKS_KEY, keepRows, pinnedRows, sectionKey } from '#renderer/grid/grid-rows.ts';
import { buildItem, buildScenario, constant, formula } from '#tests/support/builders.ts';

const scenario = buildScenario(
  [
    buildItem('b1', constant(1), { section: 'b' }),
    buildItem('a1', constant(1), { section: 'a' }),
    buildItem('a2', constant(1), { section: 'a', folded: true }),
    buildItem('ok', formula('TRUE'), { section: 'b', role: 'check', folded: true }),
  ],
  {
    sections: [
      { id: 'a', label: { en: 'A', ar: 'أ' } },
      { id: 'b', label: { en: 'B', ar: 'ب' } },
    ],
    presentation: { pinned: ['b1', 'gone'] },
  },
);

const nothing = {
  closedSections: new Set<string>(),
  unfoldedSections: new Set<string>(),
  showFolded: false,
  neverFolded: new Set<string>(),
};
const keys = (wishes: Partial<typeof nothing>) =>
  bodyRows(scenario, { ...nothing, ...wishes }).map(({ key }) => key);

describe('rows of the grid', () => {
  it('stand under their sections, in the order of the sections', () => {
    expect(keys({})).toEqual([sectionKey('a'), 'a1', sectionKey('b'), 'b1']);
  });

  it('keep their number when rows above are folded or closed away', () => {
    const b1 = (wishes: Partial<typeof nothing>) =>
      bodyRows(scenario, { ...nothing, ...wishes }).find(({ key }) => key === 'b1')?.number;
    expect(b1({})).toBe(5);
    expect(b1({ closedSections: new Set(['a']) })).toBe(5);
  });

  it('unfold by section or all at once, and the head counts what is hidden', () => {
    expect(keys({ unfoldedSections: new Set(['a']) })).toContain('a2');
    expect(keys({ showFolded: true })).toEqual([sectionKey('a'), 'a1', 'a2', sectionKey('b'), 'b1', 'ok']);
    expect(bodyRows(scenario, nothing)[0]).toMatchObject({ hidden: 1, unfolded: 0 });
  });

  it('a failing check is never folded away', () => {
    expect(keys({ neverFolded: new Set(['ok']) })).toContain('ok');
    expect(keys({ neverFolded: new Set(['ok']), closedSections: new Set(['b']) })).not.toContain('ok');
  });

  it('pins what exists and the checks, and no checks row without checks', () => {
    expect(pinnedRows(scenario).map(({ key }) => key)).toEqual(['b1', CHECKS_KEY]);
    expect(pinnedRows(buildScenario([buildItem('a', constant(1))]))).toEqual([]);
  });

  it('an edit leaves the objects of the other rows as they are', () => {
    const before = bodyRows(scenario, nothing);
    const edited = {
      ...scenario,
      items: { ...scenario.items, a1: buildItem('a1', constant(2), { section: 'a' }) },
    };
    const after = keepRows(before, bodyRows(edited, nothing));
    expect(after.map((row, index) => row === before[index])).toEqual([true, false, true, true]);
    expect(keepRows(before, bodyRows(scenario, nothing))).toBe(before);
  });
});
