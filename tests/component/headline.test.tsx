import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Headline } from '#renderer/panels/headline.tsx';
import { dispatch, setCase } from '#renderer/store/hooks.ts';
import { buildItem, buildScenario, constant } from '#tests/support/builders.ts';
import { axeProblems, show, startSession } from '#tests/support/render.tsx';
import { shippedScenario } from '#tests/support/shipped.ts';

const sentence = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('headline', () => {
  it('states the gap and the soft share of the shipped scenario, in both languages', () => {
    startSession(shippedScenario());
    show(<Headline />);
    expect(sentence()).toMatch(/2026–2030.*\$40\.4 bn.*68%/);
    startSession(shippedScenario(), 'ar');
    show(<Headline />);
    expect(sentence()).toMatch(/من 2026 إلى 2030.*40\.4 مليار دولار.*68%/);
    expect(sentence()).not.toMatch(/[a-z]{3}/);
  });

  it('marks the amount, and nothing else of the sentence, as the gap', () => {
    startSession(shippedScenario());
    show(<Headline />);
    const marked = within(screen.getByRole('heading', { level: 1 })).getByText('$40.4 bn');
    expect(marked.tagName).toBe('EM');
  });

  it('follows an edit and a change of case at once', () => {
    startSession(shippedScenario());
    show(<Headline />);
    act(() => setCase('growth-miss'));
    expect(sentence()).toContain('$184.7 bn');
    act(() => setCase(null));
    const edit = { key: 'cash_minimum', at: null, value: 30 } as const;
    act(() => expect(dispatch({ type: 'setCells', cells: [edit], caseId: null }).ok).toBe(true));
    expect(sentence()).not.toContain('$40.4 bn');
  });

  it('says what is missing instead of a figure when the scenario names no roles', async () => {
    startSession(buildScenario([buildItem('a', constant(1))]));
    show(<Headline />);
    expect(sentence()).not.toMatch(/\d/);
    expect(screen.queryByText('Runway')).toBeNull();
    expect(await axeProblems()).toEqual([]);
  });

  it('tells the bar in words, with every part that it draws', () => {
    startSession(shippedScenario());
    show(<Headline />);
    const label = screen.getByRole('img').getAttribute('aria-label');
    expect(label).toMatch(/Paid 98\.2, Signed 35\.9, Conditional 44\.6, .*Gap 40\.4/);
  });
});
