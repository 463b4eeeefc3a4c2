import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { performById } from '#renderer/actions/registry.ts';
import { Dialogs } from '#renderer/panels/dialogs.tsx';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

const search = () => document.querySelector<HTMLInputElement>('input') ?? expect.fail('No search');
// By selector: asking for the roles of hundreds of elements takes jsdom seconds.
const options = () => [...document.querySelectorAll<HTMLElement>('[role="option"]')];
const names = () => options().map((one) => one.textContent);
const chosen = () => document.querySelector('h3')?.textContent;

function open(language: 'en' | 'ar' = 'en'): void {
  startSession(null, language);
  performById('help.functions');
  show(<Dialogs />);
}

describe('function list', () => {
  beforeEach(() => open());

  it('has a name and a place for everything', async () => {
    expect(names().length).toBeGreaterThan(300);
    expect(await axeProblems()).toEqual([]);
  });

  // Catches a search that shows the first name that contains the letters, here CUMIPMT or IPMT.
  it('finds by name and shows the function that is named so', async () => {
    await person.keyboard('pmt');
    expect(names()).toEqual(expect.arrayContaining(['IPMT', 'PMT', 'PPMT']));
    expect(chosen()).toBe('PMT');
    expect(screen.getByText('PMT(rate, nper, pv, [fv], [type])')).toBeTruthy();
  });

  // Catches a search over names only, or one that wants the words side by side and in order.
  it('finds by words of the help in either language, in any order', async () => {
    await person.keyboard('BOND   macaulay');
    expect(names().sort()).toEqual(['DURATION', 'MDURATION']);
    await person.clear(search());
    await person.type(search(), 'ماكولي');
    expect(names().sort()).toEqual(['DURATION', 'MDURATION']);
  });

  it('shows examples as formula and result in the notation of formulas', async () => {
    await person.keyboard('ifna');
    const examples = screen.getAllByRole('listitem').map((one) => one.textContent);
    expect(examples).toEqual(['IFNA(NA(), "Not found") = "Not found"', 'IFNA(1/0, "Not found") = #DIV/0!']);
  });

  it('says so when nothing has the words, and comes back', async () => {
    await person.keyboard('zzz');
    expect(screen.getByText('No function has these words.')).toBeTruthy();
    expect(chosen()).toBeUndefined();
    expect(await axeProblems()).toEqual([]);
    await person.clear(search());
    expect(names().length).toBeGreaterThan(300);
  });

  // Catches a list that the keyboard cannot reach or a detail that stays behind the focus.
  it('goes from the search into the list and through it by keyboard', async () => {
    await person.keyboard('coup{ArrowDown}');
    expect(document.activeElement?.getAttribute('role')).toBe('option');
    const first = chosen();
    await person.keyboard('{ArrowDown}');
    expect(chosen()).not.toBe(first);
    expect(document.activeElement?.textContent).toContain(chosen());
    await person.keyboard('{ArrowUp}');
    expect(chosen()).toBe(first);
    await person.keyboard('{End}{Home}');
    expect(chosen()).toBe(first);
    await person.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(search());
  });

  // Catches letters that the list swallows.
  it('searches anew by typing in the list', async () => {
    await person.keyboard('coup{ArrowDown}sln');
    expect(search().value).toBe('sln');
    expect(chosen()).toBe('SLN');
  });

  // Catches an earlier choice that stays although another name is typed.
  it('shows the best match of what is typed after a choice', async () => {
    await person.keyboard('npv');
    await person.click(screen.getByText('XNPV'));
    expect(chosen()).toBe('XNPV');
    await person.type(search(), '{Backspace}v');
    expect(chosen()).toBe('NPV');
  });

  it('copies the name', async () => {
    await person.keyboard('xirr');
    await person.click(screen.getByText('Copy name'));
    expect(await screen.findByText('XIRR is on the clipboard')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('XIRR');
  });

  it('closes by Escape, from the list too', async () => {
    await person.keyboard('sum{ArrowDown}{Escape}');
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });
});

describe('function list in Arabic', () => {
  beforeEach(() => open('ar'));

  it('explains in Arabic and keeps signature and examples left to right', async () => {
    await person.keyboard('edate');
    expect(chosen()).toBe('EDATE');
    expect(screen.getByText(/اليوم نفسه بعد عدد من الأشهر/, { selector: 'p' })).toBeTruthy();
    expect(screen.getByText('EDATE(start, months)').getAttribute('dir')).toBe('ltr');
    expect(await axeProblems()).toEqual([]);
  });

  // Catches a search that takes hamza and vowel signs literally: people leave them out.
  it('finds words typed without hamza and vowel signs', async () => {
    await person.type(search(), 'اذون الخزانة');
    expect(names().sort()).toEqual(['TBILLPRICE', 'TBILLYIELD']);
  });
});
