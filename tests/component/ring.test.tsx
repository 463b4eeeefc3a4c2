import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Ring } from '#renderer/charts/ring.tsx';
import { placeOf, ringOf } from '#renderer/charts/ring-layout.ts';
import { setAsOf } from '#renderer/store/hooks.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { Deal } from '#shared/model/deal.ts';
import { buildDeal, buildScenario } from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';
import { shippedScenario } from '#tests/support/shipped.ts';

vi.setConfig({ testTimeout: 60_000 });

const DAY = '2026-01-01';
const SIZE = { x: 356, y: 372 };

function deal(id: string, payer: string, payee: string, parts: Partial<Deal> = {}): Deal {
  return buildDeal(id, {
    payer,
    payee,
    type: 'equity',
    amount: 10,
    unit: 'USD bn',
    announced: '2025-01-01',
    history: [{ from: '2025-01-01', level: 'signed', facts: [] }],
    tranches: [],
    ...parts,
  });
}

const buys = (id: string, payee: string, parts: Partial<Deal> = {}) =>
  deal(id, 'Us', payee, { type: 'purchase commitment', ...parts });

const ring = (deals: readonly Deal[]) => ringOf(buildScenario([], { company: 'Us', deals }), DAY);

describe('parts of the ring', () => {
  // Catches: a party drawn as a round trip that only takes, or only gives.
  it('marks who funds the company and is paid by it', () => {
    const parts = ring([deal('1', 'A', 'Us'), buys('2', 'A'), deal('3', 'B', 'Us'), buys('4', 'C')]);
    expect([...parts.both]).toEqual(['A']);
  });

  // Catches: `A (cloud)` beside A, and `Banks (all)` cut to a party that is none.
  it('takes a part of a party for the whole, where there is one', () => {
    const parts = ring([deal('1', 'A', 'Us'), buys('2', 'A (cloud)'), deal('3', 'Banks (all)', 'Us')]);
    expect(parts.parties).toEqual(['A', 'Banks (all)']);
  });

  // Catches: two deals drawn one over the other, or the firmer level on the sum.
  it('adds the deals of a link and shows the softest level', () => {
    const soft = { history: [{ from: '2025-01-01', level: 'rumoured', facts: [] }] } as const;
    const [link] = ring([buys('1', 'A'), buys('2', 'A', { ...soft, amount: 4 })]).links;
    expect(link).toMatchObject({ payer: 'Us', payee: 'A', amount: 14, level: 'rumoured' });
  });

  // Catches: more parties than have room, or one that is nowhere.
  it('draws the eight largest and keeps the rest for the table', () => {
    const deals = Array.from({ length: 11 }, (_, index) =>
      buys(`${index}`, `P${index}`, { amount: 1 + index }),
    );
    const parts = ring([...deals, deal('x', 'P9', 'P0')]);
    expect([...parts.parties].sort()).toEqual(['P10', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9']);
    expect(parts.others.map(({ payer, payee }) => `${payer} ${payee}`)).toEqual([
      'P9 P0',
      'Us P2',
      'Us P1',
      'Us P0',
    ]);
  });

  // Catches: a drawing that does not mirror, or a centre that moves.
  it('mirrors the places for Arabic', () => {
    const parts = ring([buys('1', 'A'), buys('2', 'B'), buys('3', 'C')]);
    const [left, right] = [placeOf(parts, 'B', SIZE, true), placeOf(parts, 'B', SIZE, false)];
    expect(left.x + right.x).toBeCloseTo(SIZE.x);
    expect(left.y).toBe(right.y);
    expect(placeOf(parts, 'Us', SIZE, true)).toEqual({ x: SIZE.x / 2, y: SIZE.y / 2 });
  });
});

const links = () => [...document.querySelectorAll<SVGElement>('.chart-ring-link')];
const names = () => links().map((link) => link.getAttribute('aria-label'));

describe('ring', () => {
  it('says each arrow in a sentence and opens its deal by keyboard', async () => {
    startSession(shippedScenario());
    show(<Ring />);
    expect(names()).toContain('Oracle pays Nvidia $40.0 bn (Rumoured): E11');
    act(() => links()[0]?.focus());
    await person.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(links()[1]);
    expect(screen.getByText(names()[1] ?? '')).toBeTruthy();
    await person.keyboard('{Enter}');
    expect(names()[1]).toContain(sessionStore.getState().chosenDeal ?? 'none');
    expect(await axeProblems()).toEqual([]);
  });

  it('explains its colours and the dashes in use, and no others', () => {
    startSession(shippedScenario());
    act(() => setAsOf('2025-03-01'));
    show(<Ring />);
    const legend = () => within(screen.getByRole('list', { name: 'Legend' })).getAllByRole('listitem');
    const words = () => legend().map((entry) => entry.textContent);
    expect(words()).not.toContain('Rumoured');
    act(() => setAsOf('2026-07-31'));
    expect(words()).toEqual([
      'Funding',
      'Purchase',
      'Conditional',
      'Announced',
      'Rumoured',
      'Funds the company and is paid by it',
    ]);
  });

  it('lists in the table what has no place in the drawing', async () => {
    startSession(shippedScenario());
    show(<Ring />);
    await person.click(screen.getByRole('button', { name: 'As a table' }));
    const table = screen.getByRole('table', { name: 'Payments between parties' });
    const text = table.textContent ?? '';
    expect(text.indexOf('Not drawn')).toBeGreaterThan(text.indexOf('Oracle'));
    expect(text.slice(text.indexOf('Not drawn'))).toContain('Cerebras');
    expect(await axeProblems()).toEqual([]);
  });

  // The figures of the base: Amazon 50.0 in, 70.2 back, 71.2%; Finn's index 4.1% or what its parties give.
  it('shows the round trips of the horizon', () => {
    startSession(shippedScenario());
    show(<Ring />);
    const amazon = screen.getByRole('rowheader', { name: 'Amazon' }).closest('tr');
    const cells = [...(amazon?.cells ?? [])].map((cell) => cell.textContent);
    expect(cells).toEqual(['Amazon', '50.0', '70.2', '1.40', '50.0', '20.2', '71.2%']);
    expect(screen.getByText(/comes back to where it was/).textContent).toMatch(/OpenAI.*, \d+\.\d% comes/);
  });

  it('speaks Arabic in the forms of its numbers', async () => {
    startSession(shippedScenario(), 'ar');
    show(<Ring />);
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toMatch(/^4 شركاء .* يموّلون/);
    expect(names().join(' ')).toContain('تدفع Oracle إلى Nvidia');
    expect(await axeProblems()).toEqual([]);
  });
});
