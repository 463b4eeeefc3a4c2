import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { enabled } from '#renderer/actions/action.ts';
import { DEAL_ACTIONS } from '#renderer/actions/deal-actions.ts';
import { performById } from '#renderer/actions/registry.ts';
import { DealsView } from '#renderer/panels/deals/deals-view.tsx';
import { Dialogs } from '#renderer/panels/dialogs.tsx';
import { documentStore, undo } from '#renderer/store/document-store.ts';
import { openDeal, rowValues, setAsOf, showDialog } from '#renderer/store/hooks.ts';
import { openView, sessionStore } from '#renderer/store/session-store.ts';
import type { Language } from '#shared/model/text.ts';
import {
  buildDeal,
  buildFact,
  buildItem,
  buildScenario,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

vi.setConfig({ testTimeout: 60_000 });

const scenario = buildScenario(
  [
    buildItem('gw', constant(2), { unit: 'GW', label: { en: 'Capacity online', ar: 'السعة' } }),
    buildItem('funding', formula('DEALS("in", "equity")'), {
      label: { en: 'Funding by equity', ar: 'التمويل بحقوق الملكية' },
    }),
    buildItem('lent', formula('DEALS("in", "loan")'), { label: { en: 'Lent', ar: 'قروض' } }),
  ],
  {
    deals: [buildDeal('E07'), buildDeal('E08', { payer: 'Bank', type: 'loan', supersededBy: 'E07' })],
    facts: [
      buildFact('FUND-1', { statement: 'The supplier signed for ten.' }),
      buildFact('FUND-2', { statement: 'A bank lends.' }),
    ],
  },
);
const now = () => documentStore.getState().scenario;
const deal = (id: string) => now().deals.find((one) => one.id === id);
// By role, jsdom takes seconds to find anything in a dialog of this size.
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' });
// Typed in one go: key by key, jsdom renders the whole dialog for each letter.
const type = (label: string, text: string) => fireEvent.change(field(label), { target: { value: text } });
const buttons = (within: Element) => [...within.querySelectorAll<HTMLElement>('button, [role="option"]')];
const nameOf = (button: HTMLElement) =>
  (button.getAttribute('aria-label') ?? button.textContent ?? '').trim();
function press(name: string): Promise<void> {
  const within = document.querySelector('[role="dialog"]') ?? document.body;
  const found = buttons(within).find((button) => nameOf(button) === name);
  if (!found) throw new Error(`No button ${name}`);
  return person.click(found);
}
const dialog = () => screen.getByRole('dialog');
const column = (name: string) => rowValues(name)?.periods.slice(5, 8);

function open(language: Language = 'en'): void {
  startSession(scenario, language);
  openView('deals');
  show(
    <>
      <DealsView ring={null} />
      <Dialogs />
    </>,
  );
}

async function choose(label: string, option: string): Promise<void> {
  const button = screen.getByLabelText(new RegExp(`${label}$`), { selector: 'button' });
  await person.click(button);
  const found = buttons(document.body).find((one) => nameOf(one) === option);
  if (!found) throw new Error(`No option ${option}`);
  await person.click(found);
}

describe('a new deal', () => {
  beforeEach(() => open());

  it('is typed with the keyboard, flows into the rows at once, and goes again in one step', async () => {
    await press('Add deal');
    expect(field('Id').value).toBe('E09');
    expect(document.activeElement).toBe(field('Payer'));
    await person.keyboard('NF{Tab}');
    expect(field('Payee').value).toBe('Company');
    type('Headline amount', '1.5bn');
    expect(dialog().textContent).toContain('Understood: $1.5 bn');
    await press('Add tranche');
    type('Amount', '1500m');
    type('Quarter', 'Q3 2026');
    expect(dialog().textContent).toContain('2026 Q3');
    act(() => field('Quarter').focus());
    await person.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(deal('E09')).toEqual({
      ...{ id: 'E09', payer: 'NF', payee: 'Company', type: 'equity', amount: 1.5, unit: 'USD bn' },
      ...{ announced: '2026-07-31', term: '', scope: 'priced', movesCash: true, facts: [], statement: '' },
      source: { publisher: '', title: '', date: '2026-07-31' },
      history: [{ from: '2026-07-31', level: 'announced', facts: [] }],
      tranches: [{ kind: 'dated', at: '2026Q3', amount: 1.5 }],
    });
    expect(column('funding')).toEqual([10, 1.5, 0]);
    expect(sessionStore.getState().chosenDeal).toBe('E09');
    act(() => void undo());
    expect(now()).toEqual(scenario);
    expect(column('funding')).toEqual([10, 0, 0]);
  });

  it('says what is wrong at its field, keeps all that was typed, and enters nothing', async () => {
    await press('Add deal');
    type('Id', 'E07');
    type('Payer', 'Company');
    type('Headline amount', 'about ten');
    await press('Add tranche');
    type('Amount', '5');
    type('Known since', '2026-02-30');
    await press('Add deal');
    const wrong = () => [...dialog().querySelectorAll('[aria-invalid="true"]')];
    expect(document.activeElement).toBe(field('Id'));
    expect(wrong()).toEqual(
      ['Id', 'Payee', 'Headline amount', 'Quarter', 'Known since'].map((label) => field(label)),
    );
    expect(dialog().textContent).toContain('There is a deal E07 already');
    expect(dialog().textContent).toContain('Payer and payee must differ');
    expect(screen.getByRole('alert').textContent).toBe(
      '5 fields are missing or cannot be read. Nothing was changed.',
    );
    expect(now()).toBe(scenario);
    expect(field('Amount').value).toBe('5');
    await person.keyboard('{Escape}');
    expect(now()).toBe(scenario);
  });

  it('takes a source from the register of facts, which fills what is empty', async () => {
    await press('Add deal');
    type('Payer', 'New fund');
    type('Facts behind it', 'bank lends');
    await press('FUND-2A bank lends.');
    expect(field('Publisher').value).toBe('Publisher');
    type('Source fact', 'signed');
    await press('FUND-1The supplier signed for ten.');
    await press('Add deal');
    expect(deal('E09')).toMatchObject({
      facts: ['FUND-2'],
      statement: 'A bank lends.',
      history: [{ facts: ['FUND-1'] }],
    });
  });
});

describe('editing a deal', () => {
  beforeEach(() => {
    open();
    act(() => openDeal('E07'));
  });

  it('changes only what differs, and takes out what was emptied', async () => {
    act(() => showDialog({ kind: 'editDeal', id: 'E08' }));
    type('Replaced by', '');
    type('Term', 'Five years');
    await press('Change deal');
    const { supersededBy: _, ...stands } = scenario.deals[1] ?? buildDeal('');
    expect(deal('E08')).toEqual({ ...stands, term: 'Five years' });
    expect(documentStore.getState().history.past).toHaveLength(1);
  });

  it('makes no step when nothing was changed', async () => {
    await press('Edit');
    expect(dialog().textContent).toContain('Edit deal E07');
    await press('Change deal');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(documentStore.getState().history.past).toEqual([]);
  });

  it('keeps what was typed when a tranche becomes another kind, and takes tranches out', async () => {
    await press('Edit');
    await choose('Kind', 'Per unit that a row grows, such as GW online');
    type('Row', 'gw');
    type('Rate per unit', '2.5');
    type('At most', '12');
    expect(dialog().textContent).toContain('Capacity online, GW');
    await choose('Kind', 'One payment');
    expect(field('Amount').value).toBe('10');
    await choose('Kind', 'Per unit that a row grows, such as GW online');
    await press('Add tranche');
    await press('Remove tranche 2');
    await press('Change deal');
    expect(deal('E07')?.tranches).toEqual([{ kind: 'per unit', item: 'gw', rate: 2.5, cap: 12 }]);
  });

  it('reads amounts by quarter one after the other', async () => {
    await press('Edit');
    await choose('Kind', 'Amounts by quarter');
    type('From the quarter', '2026Q2');
    type('Amounts, one after the other', '1.5; 250m; 2');
    expect(dialog().textContent).toContain('Understood: 3 amounts, $3.75 bn in all');
    await press('Change deal');
    expect(column('funding')).toEqual([1.5, 0.25, 2]);
  });
});

describe('a status', () => {
  beforeEach(() => {
    open();
    act(() => openDeal('E07'));
  });

  it('is added with its source and stands in the history at once; a day has one', async () => {
    await press('Add status');
    expect(dialog().textContent).toContain('Last status: Announced from 15 Jan 2026.');
    type('From the day', '2026-01-15');
    await press('Add status');
    expect(dialog().textContent).toContain('The deal has a status from this day already');
    await choose('Level', 'Signed');
    type('From the day', '2026-03-01');
    type('Source fact', 'fund-1');
    await press('FUND-1The supplier signed for ten.');
    await press('Add status');
    expect(deal('E07')?.history.at(-1)).toEqual({ from: '2026-03-01', level: 'signed', facts: ['FUND-1'] });
    const history = screen.getByRole('heading', { name: 'Status history' }).parentElement?.textContent;
    expect(history).toContain('SignedFUND-11 Mar 2026');
    act(() => void undo());
    expect(now()).toEqual(scenario);
  });
});

describe('deleting a deal', () => {
  it('names the rows and deals that rest on it; keeping it comes first; undo brings all back', async () => {
    open();
    act(() => openDeal('E07'));
    expect(
      screen.getByRole('heading', { name: 'Rows that read this deal' }).parentElement?.textContent,
    ).toContain('Funding by equity');
    await press('Delete deal');
    expect(dialog().textContent).toMatch(/1 row reads it.*Funding by equity.*E08/);
    expect(dialog().textContent).not.toContain('Lent');
    expect(document.activeElement?.textContent).toBe('Keep deal');
    await press('Delete deal');
    expect(now().deals.map(({ id }) => id)).toEqual(['E08']);
    expect(deal('E08')?.supersededBy).toBeUndefined();
    act(() => void undo());
    expect(now()).toEqual(scenario);
  });
});

describe('actions on deals', () => {
  it('are possible only where there is a deal to act on', () => {
    open();
    const possible = () =>
      Object.values(DEAL_ACTIONS)
        .filter(enabled)
        .map(({ id }) => id);
    expect(possible()).toEqual(['deal.add']);
    act(() => openDeal('E08'));
    expect(possible()).toEqual(['deal.add', 'deal.edit', 'deal.addStatus', 'deal.remove']);
    expect(DEAL_ACTIONS.edit.label()).toBe('Edit deal E08…');
    act(() => openView('model'));
    expect(possible()).toEqual(['deal.add']);
    act(() => performById('deal.add'));
    expect(dialog().textContent).toContain('New deal');
  });
});

describe.each(['en', 'ar'] as const)('dialogs of a deal in %s', (language) => {
  it('have a text for everything, and axe finds nothing', async () => {
    open(language);
    act(() => setAsOf('2026-07-31'));
    for (const kind of ['editDeal', 'addDealStatus', 'deleteDeal'] as const) {
      act(() => showDialog({ kind, id: 'E07' }));
      expect(document.body.textContent).not.toMatch(/\b(fields|hints|groups|tranche|wrong|buttons)\.\w/);
      if (language === 'ar') expect(dialog().querySelector('h2')?.textContent).toMatch(/[ء-ي]/);
      expect(await axeProblems()).toEqual([]);
    }
  });
});
