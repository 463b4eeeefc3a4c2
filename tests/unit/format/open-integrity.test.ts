import { describe, expect, test } from 'vitest';
import type { FormatErrorCode } from '#shared/format/format-error.ts';
import { type Change, changed, codeOf } from '#tests/support/damaged-file.ts';

describe('integrity', () => {
  const rows: readonly (readonly [string, Change, FormatErrorCode])[] = [
    [
      'a key twice',
      (file) => {
        file.items[1].key = 'price';
      },
      'id-repeated',
    ],
    [
      'a section twice',
      (file) => {
        file.sections.push(file.sections[0]);
      },
      'id-repeated',
    ],
    [
      'a case twice',
      (file) => {
        file.cases[1].id = 'low';
      },
      'id-repeated',
    ],
    [
      'a deal twice',
      (file) => {
        file.deals.push(file.deals[0]);
      },
      'id-repeated',
    ],
    [
      'a fact twice',
      (file) => {
        file.facts[1].id = 'F1';
      },
      'id-repeated',
    ],
    [
      'a row in no section',
      (file) => {
        file.items[0].section = 'gone';
      },
      'section-unknown',
    ],
    [
      'a row with an unknown fact',
      (file) => {
        file.items[0].facts = ['F9'];
      },
      'fact-unknown',
    ],
    [
      'a deal with an unknown fact',
      (file) => {
        file.deals[0].facts = ['F9'];
      },
      'fact-unknown',
    ],
    [
      'a comment beside a quarter outside the timeline',
      (file) => {
        file.items[0].comments = { '2031Q1': 'late' };
      },
      'period-outside-timeline',
    ],
    [
      'a comment beside a year outside the timeline',
      (file) => {
        file.items[0].comments = { '2031': 'late' };
      },
      'period-outside-timeline',
    ],
    [
      'a status with an unknown fact',
      (file) => {
        file.deals[0].history[0].facts = ['F9'];
      },
      'fact-unknown',
    ],
    [
      'a fact superseded by an unknown one',
      (file) => {
        file.facts[0].supersededBy = 'F9';
      },
      'fact-unknown',
    ],
    [
      'a deal superseded by an unknown one',
      (file) => {
        file.deals[0].supersededBy = 'D9';
      },
      'deal-unknown',
    ],
    [
      'a tranche on an unknown row',
      (file) => {
        file.deals[0].tranches[0].item = 'gone';
      },
      'item-unknown',
    ],
    [
      'a rate on an unknown row',
      (file) => {
        file.deals[0].tranches[0] = { kind: 'per unit', item: 'sales', rate: 'gone', cap: 1 };
      },
      'item-unknown',
    ],
    [
      'an override of an unknown row',
      (file) => {
        file.cases[0].overrides.gone = { values: {}, reason: '' };
      },
      'item-unknown',
    ],
    [
      'a pinned unknown row',
      (file) => {
        file.presentation.pinned = ['gone'];
      },
      'item-unknown',
    ],
    [
      'a case on an unknown case',
      (file) => {
        file.cases[1].inherits = 'gone';
      },
      'case-unknown',
    ],
    [
      'a case on itself',
      (file) => {
        file.cases[0].inherits = 'low';
      },
      'case-circle',
    ],
    [
      'two cases on each other',
      (file) => {
        file.cases[0].inherits = 'lower';
      },
      'case-circle',
    ],
    [
      'an override before the timeline',
      (file) => {
        file.items[1].overrides['2024Q4'] = 1;
      },
      'period-outside-timeline',
    ],
    [
      'an override after the timeline',
      (file) => {
        file.items[1].overrides['2027Q1'] = 1;
      },
      'period-outside-timeline',
    ],
    [
      'a case override after the timeline',
      (file) => {
        file.cases[0].overrides.price.values['2027Q1'] = 1;
      },
      'period-outside-timeline',
    ],
    [
      'more values than periods',
      (file) => {
        file.items[0].content.values = Array(9).fill(1);
      },
      'too-many-entries',
    ],
    [
      'a dated value on the same day',
      (file) => {
        file.items[2].content.entries.push({ from: '2025-01-01', value: 2 });
      },
      'dates-not-ascending',
    ],
    [
      'a status before the one above',
      (file) => {
        file.deals[0].history.push({ from: '2020-01-01', level: 'signed', facts: [] });
      },
      'dates-not-ascending',
    ],
    [
      'a timeline past the year 9999',
      (file) => {
        file.timeline.start = '9999Q1';
      },
      'timeline-too-late',
    ],
  ];
  test.each(rows)('%s', (_name, change, code) => {
    expect(codeOf(changed(change))).toBe(code);
  });

  test('a long chain of cases is no circle, and quick', () => {
    const bytes = changed((file) => {
      file.cases = Array.from({ length: 1_000 }, (_, at) => ({
        ...file.cases[0],
        id: `c${at}`,
        overrides: {},
        ...(at > 0 && { inherits: `c${at - 1}` }),
      }));
    });
    expect(codeOf(bytes)).toBe('opened');
  });
});
