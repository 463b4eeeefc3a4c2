import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dealsSchema } from '#main/cli/deals-schema.ts';
import { scenarioToText } from '#shared/format/save.ts';
import { buildDeal, buildItem, buildScenario, constant, formula } from '#tests/support/builders.ts';
import { headroom } from '#tests/support/command-line.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const SHIPPED = fileURLToPath(new URL('../../../resources/openai.scenario', import.meta.url));

async function deals(path: string, ...args: string[]) {
  const ran = await headroom(['deals', path, ...args, '--json']);
  expect(ran).toMatchObject({ code: 0, error: '' });
  const answer = JSON.parse(ran.out);
  z.fromJSONSchema(dealsSchema as Parameters<typeof z.fromJSONSchema>[0]).parse(answer);
  return answer;
}

interface DealAnswer {
  readonly id: string;
}

function deal(answer: { readonly deals: readonly DealAnswer[] }, id: string): unknown {
  return answer.deals.find((one) => one.id === id);
}

describe('how deals stand on a day', () => {
  test('a letter of intent stands until its successor is signed, and never beside it', async () => {
    const before = await deals(SHIPPED, '--as-of', '2026-02-26');
    expect(deal(before, 'E01')).toMatchObject({
      level: 'announced',
      status: 'in force',
      since: '2025-09-22',
    });
    expect(deal(before, 'E01')).not.toHaveProperty('replacedBy');
    expect(deal(before, 'E02')).toBeUndefined();
    const after = await deals(SHIPPED, '--as-of', '2026-02-27');
    expect(deal(after, 'E01')).toMatchObject({
      level: 'lapsed',
      status: 'replaced',
      replacedBy: 'E02',
      since: '2026-02-27',
    });
    expect(deal(after, 'E02')).toMatchObject({ level: 'signed', from: 'Nvidia', to: 'OpenAI', amount: 30 });
  });

  test('a deal is paid when its instalments and what came before them make its amount', async () => {
    const early = await deals(SHIPPED, '--as-of', '2026-03-30');
    expect(deal(early, 'E18')).toMatchObject({ level: 'signed', status: 'in force', paid: 0 });
    const late = await deals(SHIPPED, '--as-of', '2026-04-01');
    expect(deal(late, 'E18')).toMatchObject({ level: 'cash', since: '2026-03-31', status: 'paid', paid: 15 });
    expect(deal(late, 'E02')).toMatchObject({ level: 'signed', status: 'in force', paid: 10 });
    expect(deal(late, 'E13')).toMatchObject({ status: 'in force', paid: expect.closeTo(11.8, 9) });
  });

  test('the ladder is that of calc on the same day, and its parts add up', async () => {
    for (const day of ['2025-12-31', '2026-04-01']) {
      const { ladder, gapNone } = await deals(SHIPPED, '--as-of', day);
      const ran = await headroom(['calc', SHIPPED, '--items', 'gap_total', '--as-of', day, '--json']);
      const gap = JSON.parse(ran.out).items.gap_total.values.at(-1);
      const covers = ladder.reduce((sum: number, rung: { cover: number }) => sum + rung.cover, 0);
      expect(ladder.at(-1).gapLeft).toBeCloseTo(gap, 6);
      expect(gapNone).toBeCloseTo(covers + gap, 6);
    }
  });

  test('exposures lie within the range asked for', async () => {
    const { range, counterparties } = await deals(SHIPPED, '--range', '2026..2026Q2');
    expect(range).toEqual(['2026Q1', '2026Q2']);
    const oracle = counterparties.find(({ name }: { name: string }) => name === 'Oracle');
    expect(oracle).toBeUndefined();
  });
});

describe('pulling a thread', () => {
  test.each([
    ['E10', 0, undefined],
    ['E12', 13.339, '2029Q3'],
    ['E19', 75.588, '2028Q3'],
    ['E16,E17', 27.063, '2029Q2'],
    ['E23', 19.972, '2029Q2'],
    ['E24', 46.263, '2028Q3'],
    ['E21', 30.147, '2029Q2'],
  ])('without %s the gap is %d', async (ids, gap, firstGap) => {
    const { ladder, thread } = await deals(SHIPPED, '--cancel', ids);
    expect(ladder.at(-1).gapLeft).toBeCloseTo(gap, 3);
    const runsOut = thread.find((step: { kind: string }) => step.kind === 'runs-out');
    expect(runsOut?.period).toBe(firstGap);
    expect(thread.map((step: { order: number }) => step.order)).toEqual(
      thread.map((_: unknown, index: number) => index + 1),
    );
    for (const { sentence } of thread) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('a deal that follows the capacity of another goes with it', async () => {
    const { thread } = await deals(SHIPPED, '--cancel', 'E21');
    expect(thread).toContainEqual(expect.objectContaining({ kind: 'condition', where: 'E22' }));
  });

  test('ids may stand in one list, in several options, or behind each other', async () => {
    const one = await deals(SHIPPED, '--cancel', 'E16,E17');
    expect(await deals(SHIPPED, '--cancel', 'E16', '--cancel', 'e17')).toEqual(one);
    expect(await deals(SHIPPED, '--cancel', 'E16', 'E17')).toEqual(one);
  });

  const rows = [buildItem('in', formula('DEALS("in")')), buildItem('count_announced', constant(1))];

  test('a delay moves flows, a factor sizes them, and nothing is said without a change', async () => {
    const small = join(temporaryFolder(), 'small.scenario');
    writeFileSync(small, scenarioToText(buildScenario(rows, { deals: [buildDeal('D1')] }), '0.1.0'));
    expect(await deals(small)).not.toHaveProperty('thread');
    expect((await deals(small, '--delay', 'D1=2Q')).thread).toMatchObject([
      { kind: 'deal', where: 'D1', period: '2026Q2', amount: 0 },
    ]);
    expect((await deals(small, '--scale', 'D1=0.25')).thread).toMatchObject([
      { kind: 'deal', where: 'D1', period: '2026Q2', amount: -7.5 },
    ]);
  });

  test('prints for people without a placeholder or a key left over', async () => {
    const { out } = await headroom(['deals', SHIPPED, '--cancel', 'E21']);
    expect(out).toContain('E21 (OpenAI → AMD)');
    expect(out).not.toMatch(/\{\{|thread-/);
  });

  test('every kind of step has its texts in both languages', () => {
    for (const language of ['en', 'ar']) {
      const texts = JSON.parse(readFileSync(`resources/locales/${language}/explain.json`, 'utf8'));
      for (const kind of ['deal', 'condition', 'party', 'revenue', 'gap', 'capacity', 'replacement']) {
        for (const way of ['more', 'less']) expect(texts).toHaveProperty([`thread-${kind}-${way}`]);
      }
    }
  });

  test.each([
    [['--cancel', 'E999'], 3, 'deal-not-found'],
    [['--delay', 'E10'], 2, 'deal-change-malformed'],
    [['--delay', 'E10=2'], 2, 'deal-change-malformed'],
    [['--delay', 'E10=-2Q'], 2, 'deal-change-malformed'],
    [['--delay', 'E10=1Q', '--delay', 'E10=2Q'], 2, 'deal-named-twice'],
    [['--delay', 'X=1Q'], 3, 'deal-not-found'],
    [['--scale', 'E10=half'], 2, 'deal-change-malformed'],
    [['--scale', 'E10=-1'], 2, 'deal-change-malformed'],
    [['--scale', '=1'], 2, 'deal-change-malformed'],
    [['--cancel', 'E10', '--scale', 'E10=2'], 2, 'deal-cancelled-and-changed'],
    [['--range', '2026..'], 2, 'span-malformed'],
    [['--range', 'soon'], 2, 'span-malformed'],
    [['--range', '2030..2026'], 2, 'span-backwards'],
    [['--range', '2026..2040'], 3, 'cell-outside'],
    [['E10'], 2, 'argument-unexpected'],
    [['--case', 'nobody'], 3, 'case-not-found'],
    [['--as-of', '2026-13-01'], 2, 'date-not-valid'],
    [['--as-of', '2026-01-01', '--as-of', '2026-01-02'], 2, 'option-repeated'],
  ])('refuses %j', async (args, code, name) => {
    const ran = await headroom(['deals', SHIPPED, ...args]);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.error).toMatch(new RegExp(`^headroom: ${name}: [^{}\\n]+\\n$`));
  });
});
