import { describe, expect, it } from 'vitest';
import { createI18n } from '#renderer/i18n/i18n.ts';
import { draftOfDeal, emptyDeal, proposedId } from '#renderer/panels/deals/edit/deal-draft.ts';
import { dealOfDraft, editOf } from '#renderer/panels/deals/edit/deal-of-draft.ts';
import { readAmount, readQuarter } from '#renderer/panels/deals/edit/read-field.ts';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Deal } from '#shared/model/deal.ts';
import { buildDeal, buildScenario } from '#tests/support/builders.ts';
import { openaiScenario } from '#tests/support/openai.ts';

const words = { t: createI18n('en').getFixedT('en', 'deal-edit'), language: 'en' } as const;

describe('draft of a deal', () => {
  // Catches: any property, kind of tranche or digit that the dialog would lose by being opened and saved.
  it('gives every shipped deal back as it was', () => {
    const scenario = openaiScenario();
    for (const language of ['en', 'ar'] as const) {
      for (const deal of scenario.deals) {
        const own = { scenario, former: deal, words: { ...words, language } };
        const { faults, value } = dealOfDraft(draftOfDeal(deal, '2026-07-31'), own);
        expect({ id: deal.id, faults, edit: value && editOf(deal, value) }).toEqual({
          ...{ id: deal.id, faults: {}, edit: null },
        });
      }
    }
  });

  it('takes out what was emptied, in one step that can be taken back', () => {
    const deal = buildDeal('D1', { low: 5, high: 12, note: 'A note.', contingentOn: 'A vote' });
    const scenario = buildScenario([], { deals: [deal] });
    const draft = { ...draftOfDeal(deal, '2026-07-31'), low: '', high: ' ', note: '', contingentOn: '' };
    const { value } = dealOfDraft(draft, { scenario, former: deal, words });
    const command = value && editOf(deal, value);
    const done = command && applyCommand(scenario, command);
    const { low: _low, high: _high, note: _note, contingentOn: _on, ...rest } = deal;
    expect(done?.ok && done.value.scenario.deals).toEqual([rest]);
  });

  it('is complete with parties and a first status; what is missing is told from what is wrong', () => {
    const scenario = buildScenario([], { deals: [buildDeal('D1')] });
    const draft = { ...emptyDeal(scenario, '2026-07-31'), high: '3', low: '4' };
    const { faults, value } = dealOfDraft(draft, { scenario, former: null, words });
    expect(value).toBeNull();
    expect(Object.entries(faults).map(([field, { isMissing }]) => [field, isMissing])).toEqual([
      ['high', false],
      ['payer', true],
    ]);
  });
});

describe('proposed id', () => {
  const ids = (...names: string[]) => names.map((id) => ({ id }) as Deal);
  it('comes after the highest of the most frequent kind', () => {
    expect(proposedId(ids('E01', 'E68', 'X900', 'E09'))).toBe('E69');
    expect(proposedId(ids('deal-099'))).toBe('deal-100');
    expect(proposedId(ids('letter'))).toBe('D01');
  });
});

describe('typed fields', () => {
  it('read amounts in the unit of the deal and quarters in any writing', () => {
    expect(readAmount('1.5bn', 'USD m', words)).toEqual({ ok: true, value: 1500 });
    expect(readAmount('€3', 'USD bn', words)).toMatchObject({ ok: false });
    expect(readAmount('', 'USD bn', words)).toEqual({ ok: true, value: null });
    expect(readQuarter('3Q26', words)).toEqual({ ok: true, value: '2026Q3' });
    expect(readQuarter('2026', words)).toMatchObject({ ok: false });
  });
});
