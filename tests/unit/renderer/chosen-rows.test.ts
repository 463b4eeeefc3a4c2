import { beforeEach, expect, it } from 'vitest';
import { chosenRows, hasChosenRows } from '#renderer/actions/chosen-rows.ts';
import { openDocument } from '#renderer/store/document-store.ts';
import { sessionStore, setActiveCell, setSelection } from '#renderer/store/session-store.ts';
import { buildItem, buildScenario, constant } from '#tests/support/builders.ts';

const heading = (key: string, section: string) => buildItem(key, constant(null), { section, role: 'header' });
const row = (key: string, section: string) => buildItem(key, constant(1), { section });

// The order of rows in the file is not the order on screen: sections come first.
const scenario = buildScenario(
  [
    row('late', 'second'),
    heading('top', 'first'),
    row('a', 'first'),
    heading('middle', 'first'),
    row('b', 'first'),
    heading('bottom', 'first'),
  ],
  {
    sections: ['first', 'second'].map((id) => ({ id, label: { en: id, ar: id } })),
  },
);
const choose = (...keys: string[]) => setSelection(keys.map((key) => ({ key, column: '2025Q1' })));

beforeEach(() => {
  openDocument({ documentId: 'd', name: 'd', scenario, readOnly: false, savedAt: null });
  setActiveCell({ key: 'a', column: '2025Q1' });
});

it('are the row of the cursor where nothing is selected', () => {
  expect(chosenRows()).toEqual(['a']);
  setActiveCell({ key: ':section:first', column: 'label' });
  expect(chosenRows()).toEqual([]);
  expect(hasChosenRows()).toBe(false);
});

// Catches: rows in the order of clicks or of the file, headings at the ends, a heading left behind.
it('are those of the selection as they stand on screen, with a heading between two of them', () => {
  choose('late', 'b', 'a');
  expect(chosenRows()).toEqual(['a', 'middle', 'b', 'late']);
  expect(hasChosenRows()).toBe(true);
});

it('take no heading along that stands beside a row that is not chosen', () => {
  choose('late', 'b');
  expect(chosenRows()).toEqual(['b', 'late']);
  sessionStore.setState({ selection: [] });
});
