import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Ring } from '#renderer/charts/ring.tsx';
import { DealsView } from '#renderer/panels/deals/deals-view.tsx';
import { setAsOf } from '#renderer/store/hooks.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';
import { shippedScenario } from '#tests/support/shipped.ts';

describe('deals view', () => {
  it('lists no deal before it was known and strikes one that was replaced', async () => {
    startSession(shippedScenario());
    act(() => setAsOf('2025-12-31'));
    show(<DealsView ring={<Ring />} />);
    expect(screen.getByRole('button', { name: 'E01' }).closest('tr')?.textContent).toContain('Announced');
    expect(screen.queryByRole('button', { name: 'E02' })).toBeNull();
    act(() => setAsOf('2026-04-01'));
    const row = screen.getByRole('button', { name: 'E01' }).closest('tr');
    expect(row?.textContent).toContain('Replaced by E02');
    expect(row?.querySelector('s')?.textContent).toBe('100.0');
    await person.click(screen.getByRole('button', { name: 'E02' }));
    expect(sessionStore.getState().chosenDeal).toBe('E02');
    expect(screen.getAllByRole('button', { name: 'FUND-14' }).length).toBeGreaterThan(0);
    expect(await axeProblems()).toEqual([]);
  });
});
