import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { VIEW_ACTIONS } from '#renderer/actions/view-actions.ts';
import { Ring } from '#renderer/charts/ring.tsx';
import { CounterpartiesView } from '#renderer/panels/counterparties/counterparties-view.tsx';
import { DealChoice } from '#renderer/panels/counterparties/deal-choice.tsx';
import { DealInspector } from '#renderer/panels/deals/deal-inspector.tsx';
import { openParty, setAsOf } from '#renderer/store/hooks.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { Deal } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { buildDeal, buildScenario } from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';
import { shippedScenario } from '#tests/support/shipped.ts';

vi.setConfig({ testTimeout: 60_000 });

function open(
  party: string | null = null,
  language: Language = 'en',
  scenario: Scenario = shippedScenario(),
): void {
  startSession(scenario, language);
  act(() => openParty(party));
  show(<CounterpartiesView />);
}

/** A few parties, so that jsdom is quick. */
function small(): Scenario {
  const deal = (id: string, payer: string, payee: string, amount: number, parts: Partial<Deal> = {}) =>
    buildDeal(id, {
      ...{ payer, payee, amount, announced: '2025-01-01' },
      history: [{ from: '2025-01-01', level: 'signed', facts: [] }],
      tranches: [{ kind: 'dated', at: '2026Q2', amount }],
      ...parts,
    });
  const buys = { type: 'purchase commitment' } as const;
  const later = { history: [{ from: '2026-06-01', level: 'signed', facts: [] }] } as const;
  return buildScenario([], {
    company: 'Us',
    deals: [
      deal('1', 'A', 'Us', 30),
      deal('2', 'Us', 'A', 50, buys),
      deal('3', 'B', 'Us', 10),
      deal('4', 'Us', 'B', 4, buys),
      deal('5', 'C', 'Us', 20),
      deal('6', 'Late', 'Us', 5, later),
    ],
  });
}

// Asked for by role, 40 rows of 13 cells take jsdom seconds.
const names = () => [...document.querySelectorAll<HTMLElement>('[data-party]')];
const nameButton = (name: string) => names().find((one) => one.dataset['party'] === name);
const cellsOf = (name: string) =>
  [...(nameButton(name)?.closest('tr')?.cells ?? [])].map((cell) => cell.textContent);
const button = (start: string) => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(start));
  if (!found) throw new Error(`No button ${start}`);
  return found;
};
const textsOf = (row: Element | undefined | null) =>
  [...(row?.querySelectorAll('th, td') ?? [])].map((cell) => cell.textContent);
/** A row of a table by its name or by its caption. */
const rowOf = (table: string, name: string) => {
  const found = [...document.querySelectorAll('table')].find((one) =>
    (one.getAttribute('aria-label') ?? one.caption?.textContent)?.startsWith(table),
  );
  return textsOf([...(found?.rows ?? [])].find((row) => row.cells[0]?.textContent === name));
};
const heading = () => document.querySelector('h1');
const choose = async (menu: string, entry: string) => {
  await person.click(button(menu));
  await person.click(screen.getByRole('menuitemradio', { name: entry }));
};

describe('list of counterparties', () => {
  // The figures of the base: Amazon 50.0 in, 70.2 out of which 67.2 are to come; 10.0% of obligations.
  it('shows both sides, open exposure by level, round trip and shares', () => {
    open();
    expect(cellsOf('Amazon')).toEqual([
      'Amazon',
      '75.0',
      '119.7',
      '44.7',
      '67.2',
      '–',
      '–',
      '–',
      '67.2',
      '7',
      '50.0',
      '10.0%',
      '25.5%',
    ]);
    expect(cellsOf('Google').slice(4, 9)).toEqual(['', '', '', '', '']);
    expect(heading()?.textContent).toContain('Microsoft holds 31.0%');
  });

  it('sorts by keyboard and says how', async () => {
    open(null, 'en', small());
    const head = () => button('Net');
    const figures = () =>
      names().map((one) => {
        const text = one.closest('tr')?.cells[3]?.textContent ?? '';
        return text === '–' ? 0 : Number(text.replace(/[(),]/g, '')) * (text.startsWith('(') ? -1 : 1);
      });
    act(() => head().focus());
    await person.keyboard('{Enter}');
    expect(figures()).toEqual([...figures()].sort((a, b) => b - a));
    expect(head().closest('th')?.getAttribute('aria-sort')).toBe('descending');
    expect(document.querySelector('[role="status"]')?.textContent).toBe('Sorted by Net, largest first');
    await person.keyboard('{Enter}');
    expect(figures()).toEqual([...figures()].sort((a, b) => a - b));
    expect(head().closest('th')?.getAttribute('aria-sort')).toBe('ascending');
  });

  it('puts parties without a figure last, whichever way it sorts', async () => {
    open(null, 'en', small());
    const last = () => names().at(-1)?.closest('tr')?.cells[10]?.textContent;
    await person.click(button('Round trip'));
    expect(names()[0]?.textContent).toBe('A');
    expect(last()).toBe('');
    await person.click(button('Round trip'));
    expect(names()[0]?.textContent).toBe('B');
    expect(last()).toBe('');
  });

  it('is walked with arrow keys; a page opens with Enter and gives the focus back', async () => {
    open(null, 'en', small());
    act(() => names()[0]?.focus());
    await person.keyboard('{ArrowDown}{ArrowDown}');
    const third = names()[2]?.textContent ?? '';
    expect(document.activeElement?.textContent).toBe(third);
    await person.keyboard('{Enter}');
    expect(document.activeElement).toBe(heading());
    expect(document.activeElement?.textContent).toContain(third);
    await person.click(button('All counterparties'));
    expect(document.activeElement?.textContent).toBe(third);
  });

  // Catches: a party that only later deals name.
  it('lists no party before its first deal was known', async () => {
    open(null, 'en', small());
    expect(names().map((one) => one.textContent)).toContain('Late');
    act(() => setAsOf('2025-02-01'));
    expect(names().map((one) => one.textContent)).not.toContain('Late');
    expect(names().length).toBeGreaterThan(1);
    expect(await axeProblems()).toEqual([]);
  });
});

describe('page of a counterparty', () => {
  it('shows exposure, round trips by level and year, shares and deals', async () => {
    open('Amazon');
    expect(rowOf('Exposure by binding level', 'Conditional')).toEqual(['Conditional', '35.0', '–']);
    expect(rowOf('Round trips', 'Sells to OpenAI').slice(1)).toEqual([
      '50.0',
      '70.2',
      '50.0',
      '20.2',
      '71.2%',
      '41.6%',
    ]);
    expect(rowOf('Round trip counting', 'Sells to OpenAI').slice(1)).toEqual([
      '3.0',
      '15.0',
      '50.0',
      '50.0',
      '50.0',
    ]);
    expect(rowOf('Part in the concentration', 'Obligations')[3]).toBe('0.1835');
    await person.click(button('E19'));
    expect(sessionStore.getState()).toMatchObject({ view: 'deals', chosenDeal: 'E19' });
  });

  it('shows years, or quarters when asked, that add up', async () => {
    open('Amazon');
    const sums = (column: number) =>
      [...(document.querySelector<HTMLTableElement>('table[aria-label="Both sides over time"]')?.rows ?? [])]
        .slice(1)
        .map((row) => Number(row.cells[column]?.textContent?.replace('–', '0')))
        .reduce((sum, figure) => sum + figure, 0);
    expect(sums(3)).toBeCloseTo(75, 0);
    await person.click(button('By quarter'));
    expect(rowOf('Both sides', '2028 Q4')[3]).toBe('36.7');
    expect(sums(3)).toBeCloseTo(75, 0);
  });

  it('counts the year and the money that are chosen', async () => {
    open('Amazon');
    await choose('Years', '2026');
    expect(rowOf('Round trips', 'Sells to OpenAI').slice(1, 4)).toEqual(['15.0', '5.6', '5.6']);
    await choose('Money', 'Paid only');
    expect(rowOf('Round trips', 'Sells to OpenAI')[2]).toBe('2.6');
  });

  it('says so where a party was not known on the day', () => {
    open('AMD');
    act(() => setAsOf('2025-02-01'));
    expect(heading()?.textContent).toBe('AMD was not known on 1 Feb 2025');
  });

  it('speaks Arabic, with no key of ours left', async () => {
    open('Nvidia', 'ar');
    expect(heading()?.textContent).toMatch(/^تدفع Nvidia مبلغ/);
    expect(document.body.textContent).not.toMatch(/(trips|band|cycles|choice|columns|shares|deals)[.:]\w/);
    expect(await axeProblems()).toEqual([]);
  });
});

describe('ways to a counterparty', () => {
  it('lead from the ring, by keyboard', async () => {
    startSession(shippedScenario());
    show(<Ring choice={<DealChoice />} />);
    act(() => document.querySelector<SVGElement>('.chart-ring-link')?.focus());
    await person.keyboard('{ArrowLeft}{ArrowLeft}{Enter}');
    const { view, chosenParty } = sessionStore.getState();
    expect(view).toBe('counterparties');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Page of ${chosenParty}`);
  });

  it('lead from the parties of a deal, a part to its whole', async () => {
    const scenario = shippedScenario();
    startSession(scenario);
    const deal = scenario.deals.find(({ id }) => id === 'E17');
    if (!deal) throw new Error('E17 is missing');
    show(<DealInspector deal={deal} onClose={() => undefined} />);
    await person.click(button('Amazon (AWS)'));
    expect(sessionStore.getState()).toMatchObject({ view: 'counterparties', chosenParty: 'Amazon' });
  });

  it('lead from the command list to all of them', () => {
    open('Nvidia');
    act(() => VIEW_ACTIONS.counterparties.perform());
    expect(sessionStore.getState()).toMatchObject({ view: 'counterparties', chosenParty: null });
  });
});

describe('round trips in the Deals view', () => {
  it('are those of the chosen year and money, and say what rests on estimates', async () => {
    startSession(shippedScenario());
    show(<Ring choice={<DealChoice />} />);
    const amazon = () => rowOf('Money out and back', 'Amazon');
    expect(screen.getByText(/rests on estimates; of a further/)).toBeTruthy();
    await choose('Years', '2026');
    expect(amazon().slice(1, 3)).toEqual(['15.0', '5.6']);
    await choose('Money', 'Paid only');
    expect(amazon()[2]).toBe('2.6');
    expect(screen.getByText(/2026 Q1 to 2026 Q4/)).toBeTruthy();
  });
});
