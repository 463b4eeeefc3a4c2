import { describe, expect, it } from 'vitest';
import {
  draftOf,
  emptyDraft,
  itemFromDraft,
  keyFromLabel,
  labelOf,
  refill,
} from '#renderer/store/row-draft.ts';
import { rowUse } from '#shared/analysis/row-use.ts';
import type { Timeline } from '#shared/model/timeline.ts';
import { buildCase, buildItem, buildScenario, constant, formula } from '#tests/support/builders.ts';

const timeline: Timeline = { start: '2026Q3', periods: 4, asOf: '2026-01-01', actuals: [] };

describe('the draft of a row', () => {
  it.each([
    ['Cloud costs (net)', 'cloud_costs_net'],
    ['  GW, online ', 'gw_online'],
    ['2030 target', '_2030_target'],
    ['تكلفة السحابة', 'تكلفة_السحابة'],
    ['—', ''],
    ['True', '_true'],
    ['Constructor', '_constructor'],
  ])('makes a name that formulas accept of %j', (label, key) => {
    expect(keyFromLabel(label)).toBe(key);
  });

  it('uses the label of the other language where one is empty, so that no row is nameless', () => {
    expect(labelOf({ ...emptyDraft('main'), en: 'Costs', key: 'costs' })).toEqual({
      en: 'Costs',
      ar: 'Costs',
    });
  });

  it('drops the equals sign that people type before a formula', () => {
    const draft = {
      ...emptyDraft('main'),
      key: 'a',
      en: 'A',
      filling: 'formula',
      formula: ' = b + 1 ',
    } as const;
    const item = itemFromDraft(draft);
    expect(item.content).toEqual({ kind: 'formula', formula: 'b + 1' });
    expect(item.role).toBe('calculation');
  });

  it('keeps the values on screen when a formula gives way to typed values, but no errors', () => {
    const draft = draftOf(buildItem('a', formula('b')));
    const error = { kind: 'error', code: '#DIV/0!' } as const;
    const values = { periods: [1, error, 3, null], years: [1, 3] };
    expect(refill({ ...draft, filling: 'byPeriod' }, values, timeline)).toEqual({
      kind: 'byPeriod',
      values: [1, null, 3, null],
    });
    expect(refill({ ...draft, filling: 'byYear' }, values, timeline)).toEqual({
      kind: 'byYear',
      values: { 2026: 1, 2027: 3 },
    });
    expect(refill({ ...draft, filling: 'constant' }, values, timeline)).toEqual(constant(1));
  });
});

describe('rows that read a row', () => {
  it('finds whole names only, in the base and in cases', () => {
    const scenario = buildScenario(
      [
        buildItem('cash', constant(1)),
        buildItem('cash_min', formula('2')),
        buildItem('near', formula('cash_min + 1')),
        buildItem('reader', formula('cash[-1] * 2')),
        buildItem('inCase', constant(1)),
        buildItem('text', formula('"cash"')),
      ],
      { cases: [buildCase('one', { inCase: { content: formula('SUM(cash[:])') } })] },
    );
    expect(rowUse(scenario, 'cash').readers.map((reader) => reader.key)).toEqual(['reader', 'inCase']);
  });
});
