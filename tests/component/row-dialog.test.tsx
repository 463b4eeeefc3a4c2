import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { Dialogs } from '#renderer/panels/dialogs.tsx';
import { documentStore } from '#renderer/store/document-store.ts';
import { showDialog } from '#renderer/store/hooks.ts';
import { buildItem, buildScenario, constant, formula } from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

const scenario = buildScenario([
  buildItem('price', constant(2)),
  buildItem('amount', constant(3)),
  buildItem('revenue', formula('price * amount')),
]);
const now = () => documentStore.getState().scenario;

beforeEach(() => startSession(scenario));

describe('row dialog', () => {
  it('inserts a row after the active one, with a key made of its label', async () => {
    showDialog({ kind: 'insertRow', section: 'main', after: 'price' });
    show(<Dialogs />);
    expect(await axeProblems()).toEqual([]);
    await person.keyboard('Cloud costs');
    expect(screen.getByLabelText<HTMLInputElement>('Key').value).toBe('cloud_costs');
    await person.keyboard('{Enter}');
    expect(now().itemOrder).toEqual(['price', 'cloud_costs', 'amount', 'revenue']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stops following the label once a key was typed', async () => {
    showDialog({ kind: 'insertRow', section: 'main', after: null });
    show(<Dialogs />);
    await person.type(screen.getByLabelText('Key'), 'cc');
    await person.type(screen.getByLabelText('Label in English'), 'Cloud costs');
    expect(screen.getByLabelText<HTMLInputElement>('Key').value).toBe('cc');
  });

  it('stays open and says why when the row is refused', async () => {
    showDialog({ kind: 'insertRow', section: 'main', after: null });
    show(<Dialogs />);
    await person.keyboard('Price');
    expect(screen.getByLabelText<HTMLInputElement>('Key').value).toBe('price_2');
    await person.clear(screen.getByLabelText('Key'));
    await person.type(screen.getByLabelText('Key'), 'price{Enter}');
    expect(screen.getByRole('dialog').textContent).toContain('There is a row with the key price already');
    expect(now()).toBe(scenario);
  });

  it('shows what is wrong with a formula while it is typed', async () => {
    showDialog({ kind: 'editRow', key: 'revenue' });
    show(<Dialogs />);
    const field = screen.getByLabelText('Formula');
    await person.clear(field);
    await person.type(field, '=price * (');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await person.type(field, '2)');
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Change row' }));
    expect(now().items['revenue']?.content).toEqual(formula('price * (2)'));
  });

  it('names the rows that break before a row in use is deleted, and keeping it comes first', async () => {
    showDialog({ kind: 'deleteRow', key: 'price' });
    show(<Dialogs />);
    expect(screen.getByRole('dialog').textContent).toContain('“price” is used by 1 row');
    expect(screen.getByRole('list', { name: 'Rows that use it' }).textContent).toContain('revenue');
    expect(document.activeElement?.textContent).toBe('Cancel');
    await person.click(screen.getByRole('button', { name: 'Delete anyway' }));
    expect(now().itemOrder).toEqual(['amount', 'revenue']);
  });
});
