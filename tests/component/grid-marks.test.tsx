import { describe, expect, it } from 'vitest';
import { cellCard, hasMoreToSay } from '#renderer/grid/card-lines.ts';
import { cellLook, sameLook } from '#renderer/grid/cell-look.ts';
import { cellWords, rowWords } from '#renderer/grid/cell-words.ts';
import { editTarget } from '#renderer/grid/edit-target.ts';
import { readEntry } from '#renderer/grid/entry.ts';
import { writeEntry } from '#renderer/grid/write-entry.ts';
import { CommentDialog } from '#renderer/panels/dialog-comment.tsx';
import { documentStore } from '#renderer/store/document-store.ts';
import { setActiveCell } from '#renderer/store/session-store.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import {
  buildFact,
  buildItem,
  buildScenario,
  buildTimeline,
  byPeriod,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';
import { columnOf, rowOf, viewOf } from './grid-view.ts';

const unit = 'USD bn';
const scenario = buildScenario(
  [
    buildItem('sales', byPeriod(1, 2, 3), {
      unit,
      label: { en: 'Sales', ar: 'المبيعات' },
      facts: ['F1', 'F2', 'OLD', 'LATE'],
      comments: { '2025Q2': 'Look again.', '2026': 'A year.' },
      note: 'Of the row.',
    }),
    buildItem('rate', constant(1), { unit, facts: ['F1', 'F2'] }),
    buildItem('guess', byPeriod(4, null, 6), { assumption: 'So.' }),
    buildItem('seen', byPeriod(4), { facts: ['EST'] }),
    buildItem('sum', formula('sales + 1')),
  ],
  {
    timeline: buildTimeline({ actuals: [{ from: '2025-01-01', lastActual: '2025Q2' }] }),
    facts: [
      buildFact('F1', { value: 1, period: '2025Q1', unit }),
      buildFact('F2', { value: 3, period: '2025Q1', unit }),
      buildFact('OLD', { value: 7, period: '2025Q2', unit, status: 'superseded' }),
      buildFact('LATE', { value: 9, period: '2025Q2', unit, knownFrom: '2027-01-01' }),
      buildFact('EST', { status: 'analyst estimate' }),
    ],
  },
);
const look = (key: string, column: string, of: Scenario = scenario) =>
  cellLook(viewOf(of), rowOf(of, key), columnOf(of, column));

describe('marks of a cell', () => {
  it('a comment stands in its own cell, quarter or year', () => {
    expect(look('sales', '2025Q2').marks.comment).toBe('Look again.');
    expect(look('sales', '2026').marks.comment).toBe('A year.');
    expect(look('sales', '2025Q3').marks.comment).toBe('');
  });

  it('sources disagree about one period of a series, about all of a constant; not the superseded or later ones', () => {
    expect(look('sales', '2025Q1').marks.conflict).toBe(true);
    expect(look('sales', '2025Q2').marks.conflict).toBe(false);
    expect(look('rate', '2026Q4').marks.conflict).toBe(true);
    expect(look('sum', '2025Q1').marks.conflict).toBe(false);
  });

  it('an estimate is a typed number of a reported period without a report', () => {
    expect(look('guess', '2025Q1').marks.estimate).toBe(true);
    expect(look('guess', '2025Q2').marks.estimate).toBe(false);
    expect(look('guess', '2025Q3').marks.estimate).toBe(false);
    expect(look('seen', '2025Q1').marks.estimate).toBe(true);
    expect(look('sales', '2025Q1').marks.estimate).toBe(false);
  });

  it('another comment is another look, so that the cell is drawn again', () => {
    expect(sameLook(look('sales', '2025Q2'), look('sales', '2025Q2'))).toBe(true);
    const sales = { ...scenario.items['sales'], comments: { '2025Q2': 'Other.' } };
    const other = { ...scenario, items: { ...scenario.items, sales } } as Scenario;
    expect(sameLook(look('sales', '2025Q2'), look('sales', '2025Q2', other))).toBe(false);
  });

  it.each([
    ['en', 'Sales, USD bn, 2025 Q2, actual, 2.0, typed value, comment: Look again.'],
    ['ar', 'تعليق: Look again.'],
  ] as const)('are read after the value (%s)', (language, expected) => {
    const words = cellWords(
      viewOf(scenario, { language }),
      rowOf(scenario, 'sales'),
      columnOf(scenario, '2025Q2'),
    );
    expect(words.endsWith(expected)).toBe(true);
    const row = rowWords(viewOf(scenario), rowOf(scenario, 'sales'));
    expect(row).toContain('has a note');
  });

  it('open a card that explains them', () => {
    const view = viewOf(scenario);
    const row = rowOf(scenario, 'sales');
    const text = (column: string) =>
      cellCard(view, row, columnOf(scenario, column))?.lines.map((line) => `${line.name}: ${line.text}`) ??
      [];
    expect(text('2025Q1')).toContain('Sources disagree: F1: 1, F2: 3');
    expect(text('2025Q2')).toContain('Comment: Look again.');
    expect(hasMoreToSay(view, row, columnOf(scenario, '2025Q1'), false)).toBe(true);
    expect(hasMoreToSay(view, row, columnOf(scenario, '2025Q3'), false)).toBe(false);
  });
});

const comments = () => documentStore.getState().scenario.items['sales']?.comments;

describe('comments', () => {
  it.each(['en', 'ar'] as const)('are written, changed and deleted in a dialog (%s)', async (language) => {
    startSession(scenario, language);
    const opened = (column: string) => show(<CommentDialog cell={{ key: 'sales', column }} />);
    let dialog = opened('2025Q3');
    await person.keyboard('New words');
    expect(await axeProblems()).toEqual([]);
    await person.keyboard('{Control>}{Enter}{/Control}');
    dialog.unmount();
    expect(comments()).toMatchObject({ '2025Q3': 'New words' });
    dialog = opened('2025Q3');
    const remove = language === 'en' ? 'Delete comment' : 'حذف التعليق';
    await person.click(dialog.getByRole('button', { name: remove }));
    expect(comments()).not.toHaveProperty('2025Q3');
    dialog.unmount();
  });

  it('n.a. leaves a blank and says why, in one step; on a formula nothing is left', () => {
    startSession(scenario);
    const type = (key: string, column: string, text: string) => {
      const view = viewOf(documentStore.getState().scenario);
      setActiveCell({ key, column });
      const target = editTarget(view, rowOf(view.scenario, key), columnOf(scenario, column));
      if (!target.ok) throw new Error(target.error);
      const entry = readEntry(view, target.value, text);
      if (entry.kind !== 'value') throw new Error(entry.kind);
      return writeEntry(view, target.value, entry);
    };
    expect(type('sales', '2025Q1', 'n.a.').ok).toBe(true);
    const { scenario: now, history } = documentStore.getState();
    expect(now.items['sales']?.content).toEqual(byPeriod(null, 2, 3));
    expect(comments()).toMatchObject({ '2025Q1': 'n.a.' });
    expect(history.past).toHaveLength(1);
    expect(history.past[0]?.label.en).toBe('Enter n.a. in Sales 2025Q1');
    expect(type('sum', '2025Q1', 'n.a.').ok).toBe(false);
  });
});
