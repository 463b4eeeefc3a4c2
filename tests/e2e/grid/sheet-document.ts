import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioToText } from '#shared/format/save.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import {
  buildCase,
  buildDeal,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';

const FILLER_ROWS = 60;

const money = { section: 'inputs', unit: 'USD bn' } as const;

/** What rows carry so that one can see it go along: with a copy, with another key. */
const PARTS_OF_FILLER: Readonly<Record<string, Partial<LineItem>>> = {
  filler_3: { facts: ['THREE'] },
};

function rows(): LineItem[] {
  const filler = Array.from({ length: FILLER_ROWS }, (_, index) =>
    buildItem(`filler_${index + 1}`, byPeriod(...Array<number>(8).fill(index + 1)), {
      section: 'many',
      unit: 'USD bn',
      ...PARTS_OF_FILLER[`filler_${index + 1}`],
    }),
  );
  return [
    buildItem('price', byPeriod(10, 20, 30, 40, 50, 60, 70, 80), money),
    buildItem('volume', byPeriod(1, 2, 3, 4), money),
    buildItem('gaps', byPeriod(5, null, 7, null, null, 6), money),
    buildItem('empty', byPeriod(), money),
    buildItem('users', byPeriod(100, 110, 120, 130), { section: 'inputs', unit: 'm' }),
    buildItem('title', constant(null), { section: 'inputs', role: 'header' }),
    buildItem('plan', byYear({ '2026': 4, '2027': 8 }), money),
    buildItem('fixed', constant(3), money),
    buildItem('total', formula('price + volume'), { section: 'results', unit: 'USD bn' }),
    buildItem('twice', formula('total * 2'), { section: 'results', unit: 'USD bn' }),
    buildItem('spare', formula('price * 1'), { section: 'results', unit: 'USD bn' }),
    buildItem('holds', formula('total > 100'), { section: 'results', role: 'check', aggregation: 'all' }),
    ...filler,
    buildItem('millions', byPeriod(1, 2, 3), { section: 'many', unit: 'USD m' }),
    buildItem('share', byPeriod(0.5), { section: 'many', unit: '%' }),
    buildItem('list_price', byPeriod(1), {
      section: 'many',
      unit: 'USD bn',
      label: { en: 'Catalogue', ar: 'Catalogue' },
    }),
    ...evidence(),
  ];
}

/** Rows to be found, traced and doubted; they stand below what the screen shows. */
function evidence(): LineItem[] {
  const put = { section: 'evidence', unit: 'USD bn' } as const;
  const vowels = 'الأُولَى ٢٠';
  return [
    buildItem('harbour', byPeriod(6, 7, 8), put),
    buildItem('wharf', formula('harbour * 2'), put),
    buildItem('dock', formula('harbour + price'), put),
    buildItem('growth', byPeriod(1, 2), put),
    buildItem('wage_growth', byPeriod(3, 4), put),
    buildItem('vowels', byPeriod(5), { ...put, label: { en: vowels, ar: vowels } }),
    buildItem('mooring', byPeriod(9), { ...put, folded: true }),
    buildItem('reported', byPeriod(4, 4), { ...put, facts: ['S-1'] }),
    buildItem('later', byPeriod(2), { ...put, facts: ['S-2'] }),
    buildItem('disputed', byPeriod(280, 290), { ...put, facts: ['S-3', 'S-4'] }),
    buildItem('dealt', formula('DEALS("in")'), put),
  ];
}

const FACTS = [
  buildFact('S-1', { value: 4 }),
  buildFact('S-2', { value: 2, knownFrom: '2026-06-15' }),
  buildFact('S-3', { value: 280, knownFrom: '2026-06-15' }),
  buildFact('S-4', { value: 213, knownFrom: '2026-06-15' }),
];

/**
 * The document that the behaviours are tried on: two years by quarter, rows of every kind, a case, and enough
 * rows to scroll. Writes it into the folder and answers with its path.
 */
export function writeSheetDocument(folder: string): string {
  const scenario = buildScenario(rows(), {
    timeline: {
      start: '2026Q1',
      periods: 8,
      asOf: '2026-07-31',
      actuals: [{ from: '2026-12-31', lastActual: '2026Q1' }],
    },
    sections: [
      { id: 'inputs', label: { en: 'Inputs', ar: 'المدخلات' } },
      { id: 'results', label: { en: 'Results', ar: 'النتائج' } },
      { id: 'many', label: { en: 'Many', ar: 'صفوف كثيرة' } },
      { id: 'evidence', label: { en: 'Evidence', ar: 'أدلة' } },
    ],
    cases: [
      buildCase('high', { price: { values: { '2026Q2': 25 }, reason: 'higher price' } }),
      // Before some of the facts were known, and after the first quarter was reported.
      buildCase('early', {}, { asOf: '2026-05-01' }),
      buildCase('late', {}, { asOf: '2027-01-31' }),
      // Replaces whole rows: by a series and by a formula.
      buildCase('whole', {
        filler_1: { content: byPeriod(9, 9, 9, 9, 9, 9, 9, 9), reason: 'a series' },
        filler_2: { content: formula('price * 2'), reason: 'a formula' },
      }),
    ],
    facts: [...FACTS, buildFact('THREE', { value: 3 })],
    deals: [
      buildDeal('FOLLOWS', {
        scope: 'memo',
        movesCash: false,
        tranches: [{ kind: 'item', item: 'filler_5' }],
      }),
    ],
    presentation: { pinned: ['twice'] },
  });
  const path = join(folder, 'behaviour.scenario');
  writeFileSync(path, scenarioToText(scenario, 'test'));
  return path;
}
