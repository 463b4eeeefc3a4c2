import { describe, expect, it } from 'vitest';
import { fundingBar } from '#shared/report/funding-bar.ts';
import { headline, roleKeys } from '#shared/report/headline.ts';
import { headlineMessage, withoutMarks } from '#shared/report/headline-message.ts';
import { buildScenario } from '#tests/support/builders.ts';
import { engineOf, openaiScenario } from '#tests/support/openai.ts';
import { BASE, company, DIVISION, rowsWith } from './company.ts';

describe('headline of a company', () => {
  it('states gap, first gap and the figures beside it', () => {
    const rows = rowsWith({
      hole_total: { periods: [12.5] },
      hole: { periods: [0, 0, 0, 0, 4, 0, 8.5, 0] },
      soft: { periods: [40] },
      lasts: { periods: [2] },
      bank: { periods: [9, 7, 5] },
      need_none: { periods: [30] },
      cover_cash: { periods: [10] },
      cover_conditional: { periods: [7.5] },
    });
    expect(headline(company(), rows, BASE)).toMatchObject({
      kind: 'gap',
      gap: 12.5,
      unit: 'EUR m',
      firstGap: '2026Q1',
      softShare: 40,
      from: 2025,
      to: 2026,
      lastActual: '2025Q2',
      runway: 2,
      runwayEnd: '2025Q4',
      peak: { value: 8.5, period: '2026Q3' },
      cash: { value: 7, period: '2025Q2' },
      need: 30,
    });
  });

  it('names the softest money that is needed when nothing is missing', () => {
    const rows = rowsWith({ cover_cash: { periods: [1] }, cover_conditional: { periods: [2] } });
    const shown = headline(company(), rows, BASE);
    expect(shown).toMatchObject({ kind: 'covered', softest: 'conditional' });
    expect(headlineMessage(shown, 'en')).toEqual({
      key: 'headline.covered.conditional',
      params: { to: 2026 },
    });
    expect(headlineMessage(headline(company(), rowsWith({}), BASE), 'en').key).toBe('headline.covered.none');
  });

  // "No gap" because the gap is an error would be the worst lie of all.
  it('says which cell keeps it from an answer', () => {
    const broken = headline(company(), rowsWith({ hole_total: { periods: [DIVISION] } }), BASE);
    expect(broken).toEqual({
      kind: 'no value',
      cell: { key: 'hole_total', column: '2026Q4' },
      error: '#DIV/0!',
    });
    const blank = headline(company(), rowsWith({ hole_total: { periods: [null] } }), BASE);
    expect(headlineMessage(blank, 'en')).toEqual({
      key: 'headline.blank',
      params: { cell: 'hole_total[2026Q4]' },
    });
  });

  it('knows no first gap behind a quarter without a value, and no bar with a level missing', () => {
    const rows = rowsWith({
      hole_total: { periods: [5] },
      hole: { periods: [0, 0, 0, DIVISION, 5] },
      cover_signed: { periods: [null] },
      cover_cash: { periods: [3] },
    });
    expect(headline(company(), rows, BASE)).toMatchObject({ firstGap: null, peak: null, covers: [] });
  });

  it('needs roles', () => {
    const scenario = buildScenario([]);
    expect(headline(scenario, new Map(), BASE)).toEqual({ kind: 'no roles' });
    expect(roleKeys(scenario)).toEqual([]);
  });

  it('says nothing of soft money where there is none or it is unknown', () => {
    const at = (soft: number | null) =>
      headline(company(), rowsWith({ hole_total: { periods: [5] }, soft: { periods: [soft] } }), BASE);
    expect(headlineMessage(at(0), 'en').key).toBe('headline.gapOnly');
    expect(headlineMessage(at(null), 'en').key).toBe('headline.gapOnly');
    expect(headlineMessage(at(12), 'en').params['soft']).toBe('12%');
  });

  it('moves with the as-of date: before the first report nothing is actual', () => {
    const rows = rowsWith({ hole_total: { periods: [5] }, lasts: { periods: [3] } });
    const early = headline(company(), rows, { caseId: null, asOf: '2025-01-01' });
    expect(early).toMatchObject({ lastActual: null, cash: null, runwayEnd: '2025Q3' });
  });
});

describe('funding bar', () => {
  it('adds up to the whole and leaves out what covers nothing', () => {
    const rows = rowsWith({
      hole_total: { periods: [20] },
      cover_cash: { periods: [50] },
      cover_signed: { periods: [30] },
      cover_rumoured: { periods: [-4] },
    });
    const bar = fundingBar(headline(company(), rows, BASE));
    expect(bar.map(({ part, share }) => [part, share])).toEqual([
      ['cash', 0.5],
      ['signed', 0.3],
      ['gap', 0.2],
    ]);
  });

  it('has no segment without roles', () => {
    expect(fundingBar({ kind: 'no roles' })).toEqual([]);
  });
});

describe('the shipped scenario (model.md §10)', () => {
  const scenario = openaiScenario();
  const shownIn = (caseId: string | null) => {
    const viewpoint = { caseId, asOf: null };
    return headline(scenario, engineOf(scenario, caseId).rows(), viewpoint);
  };

  it('gives the headline of the base', () => {
    const shown = shownIn(null);
    expect(shown).toMatchObject({ kind: 'gap', firstGap: '2028Q3', runway: 9, from: 2026, to: 2030 });
    expect(headlineMessage(shown, 'en').params).toEqual({ years: '2026–2030', gap: '$40.4 bn', soft: '68%' });
  });

  it('covers and gap add up to the need', () => {
    const shown = shownIn(null);
    if (shown.kind !== 'gap') throw new Error('the base has a gap');
    const covered = shown.covers.reduce((sum, cover) => sum + cover.amount, 0);
    expect(covered + shown.gap).toBeCloseTo(shown.need ?? 0, 9);
    expect(shown.need).toBeCloseTo(227.62, 3);
  });

  it.each([
    ['capex-plateau', 'signed'],
    ['ads-enterprise-win', 'rumoured'],
    ['ipo-2027', 'announced'],
  ])('%s has no gap and rests on %s money', (caseId, softest) => {
    expect(shownIn(caseId)).toMatchObject({ kind: 'covered', softest });
  });
});

it('drops the marks of the amount for plain text', () => {
  expect(withoutMarks('Gap: <gap>$1 bn</gap>; more')).toBe('Gap: $1 bn; more');
});
