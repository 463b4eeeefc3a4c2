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
  filler_4: { note: 'As in price[2026Q1], not as priced.' },
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
  ];
}

/**
 * The document that the behaviours are tried on: two years by quarter, rows of every kind, a case, and enough
 * rows to scroll. Writes it into the folder and answers with its path.
 */
export function writeSheetDocument(folder: string): string {
  const scenario = buildScenario(rows(), {
    timeline: { start: '2026Q1', periods: 8, asOf: '2026-07-31', actuals: [] },
    sections: [
      { id: 'inputs', label: { en: 'Inputs', ar: 'المدخلات' } },
      { id: 'results', label: { en: 'Results', ar: 'النتائج' } },
      { id: 'many', label: { en: 'Many', ar: 'صفوف كثيرة' } },
    ],
    cases: [
      buildCase('high', { price: { values: { '2026Q2': 25 }, reason: 'higher price' } }),
      // Replaces whole rows: by a series and by a formula.
      buildCase('whole', {
        filler_1: { content: byPeriod(9, 9, 9, 9, 9, 9, 9, 9), reason: 'a series' },
        filler_2: { content: formula('price * 2'), reason: 'a formula' },
      }),
    ],
    facts: [buildFact('THREE', { value: 3 })],
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
