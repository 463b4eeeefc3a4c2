import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SourcesView } from '#renderer/panels/sources/sources-view.tsx';
import { documentStore } from '#renderer/store/document-store.ts';
import { openFact, openView, setAsOf } from '#renderer/store/hooks.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildFact, buildItem, buildScenario, byYear, constant, formula } from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';
import { shippedScenario } from '#tests/support/shipped.ts';

const life = { unit: 'years', period: 'no year in particular' };
const scenario: Scenario = buildScenario(
  [
    buildItem('life', constant(5), { unit: 'years', facts: ['GW-1', 'GW-2'] }),
    buildItem('plan', byYear({ '2026': 10 }), { unit: 'USD bn', facts: ['REV-1'] }),
    buildItem('guess', constant(3), { assumption: 'Rule of thumb' }),
    buildItem('total', formula('plan * 2'), { unit: 'USD bn' }),
  ],
  {
    facts: [
      buildFact('GW-1', { ...life, value: 6, metric: 'accounting life', knownFrom: '2026-01-10' }),
      buildFact('GW-2', { ...life, value: 3, metric: 'economic life', knownFrom: '2026-03-10' }),
      buildFact('REV-1', { value: 10, period: '2026', knownFrom: '2026-01-10', supersededBy: 'REV-2' }),
      buildFact('REV-2', { value: 12, period: '2026', knownFrom: '2026-06-10' }),
    ],
  },
);

const item = (key: string) => documentStore.getState().scenario.items[key];
const fact = (id: string) => screen.queryByRole('button', { name: id });
const undoSteps = () => documentStore.getState().history.past.length;

function start(view: Scenario = scenario, language: 'en' | 'ar' = 'en'): void {
  startSession(view, language);
  openView('sources');
  show(<SourcesView />);
}

describe('sources view', () => {
  it('shows no fact before it was known, and strikes one only once its successor is known', async () => {
    start();
    act(() => setAsOf('2026-02-01'));
    expect(fact('GW-2')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      '2 of 3 typed rows have a source; nowhere do sources disagree',
    );
    expect(fact('REV-1')?.closest('tr')?.querySelector('s')).toBeNull();
    act(() => setAsOf('2026-07-01'));
    const row = fact('REV-1')?.closest('tr');
    expect(row?.querySelector('s')?.textContent).toBe('10');
    expect(row?.textContent).toContain('replaced by REV-2');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('in 1 place sources disagree');
    expect(await axeProblems()).toEqual([]);
  });

  it('does not show in the inspector what was not known on the day', () => {
    start();
    act(() => openFact('REV-1'));
    const inspector = screen.getByRole('complementary', { name: 'Chosen fact' });
    expect(inspector.textContent).toContain('Replaced by');
    act(() => setAsOf('2026-02-01'));
    expect(inspector.textContent).not.toContain('REV-2');
    act(() => openFact('REV-2'));
    expect(inspector.textContent).toBe(
      'REV-2 was not yet known on 1 Feb 2026. Move the as-of date to see it.',
    );
  });

  it('puts a fact into the driver and chooses it, and takes the spread as its range', async () => {
    start();
    act(() => openFact('GW-2'));
    await person.click(screen.getByRole('button', { name: 'Use 3 in the cell' }));
    expect(item('life')?.content).toEqual(constant(3));
    expect(item('life')?.facts).toEqual(['GW-2', 'GW-1']);
    await person.click(screen.getByRole('button', { name: 'Use 3–6 as range' }));
    expect(item('life')?.range).toEqual({ low: 3, high: 6 });
  });

  it('offers a year of a series only to a fact of that year, and never a range of a whole series', () => {
    start();
    act(() => openFact('REV-1'));
    expect(screen.getByRole('button', { name: 'Use 10 in the cell' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /as range/ })).toBeNull();
  });

  it('goes from a fact to its cell with Enter and moves with the arrows', async () => {
    start();
    act(() => fact('GW-1')?.focus());
    await person.keyboard('{ArrowDown}');
    expect(sessionStore.getState().chosenFact).toBe('GW-2');
    await person.keyboard('{Enter}');
    expect(sessionStore.getState()).toMatchObject({
      view: 'model',
      activeCell: { key: 'life', column: '2025Q1' },
    });
  });

  it('goes back to the model with Escape, but empties the search first', async () => {
    start();
    await person.keyboard('{Control>}f{/Control}');
    await person.keyboard('economic');
    expect(fact('GW-1')).toBeNull();
    expect(fact('GW-2')).not.toBeNull();
    await person.keyboard('{Escape}');
    expect(fact('GW-1')).not.toBeNull();
    expect(sessionStore.getState().view).toBe('sources');
    await person.keyboard('{Escape}');
    expect(sessionStore.getState().view).toBe('model');
  });

  it('adds a fact, and says why a wrong one is refused', async () => {
    start();
    await person.click(screen.getByRole('button', { name: 'Add fact' }));
    const dialog = within(screen.getByRole('dialog'));
    const fill = (label: string, value: string) =>
      fireEvent.change(dialog.getByLabelText(label), { target: { value } });
    const save = () => person.click(dialog.getByText('Add fact', { selector: 'button' }));
    fill('Id', 'GW-1');
    fill('Value', 'many');
    await save();
    expect(dialog.getByText('Not a number in this unit')).toBeTruthy();
    fill('Value', '4.5');
    for (const label of ['Subject', 'Measure', 'Publisher', 'Statement in our words']) fill(label, label);
    await save();
    expect(screen.getByRole('dialog').textContent).toContain('GW-1');
    expect(undoSteps()).toBe(0);
    fill('Id', 'GW-3');
    await save();
    expect(documentStore.getState().scenario.facts.find(({ id }) => id === 'GW-3')?.value).toBe(4.5);
    expect(sessionStore.getState().chosenFact).toBe('GW-3');
  });

  it('attaches a fact to a row and detaches it', async () => {
    start();
    act(() => openFact('REV-2'));
    await person.click(screen.getByRole('button', { name: 'Attach to a row' }));
    await person.click(within(screen.getByRole('dialog')).getByText('total'));
    expect(item('total')?.facts).toEqual(['REV-2']);
    await person.click(screen.getByRole('button', { name: 'Detach from total' }));
    expect(item('total')?.facts).toEqual([]);
  });

  it('lists typed rows without a source with the reason that stands instead', async () => {
    start();
    await person.click(screen.getByRole('button', { name: /^Typed, no source/ }));
    expect(screen.getByRole('button', { name: 'guess' }).closest('tr')?.textContent).toContain(
      'Rule of thumb',
    );
  });

  it('finds the disagreements of the shipped scenario in Arabic too', async () => {
    start(shippedScenario(), 'ar');
    act(() => openFact('GW-15'));
    expect(screen.getByRole('img', { name: /GW-14.*GW-15/s })).toBeTruthy();
  });
});
