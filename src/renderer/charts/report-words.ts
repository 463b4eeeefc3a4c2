import type { Scenario } from '#shared/model/scenario.ts';
import { itemOf } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { ladderChart } from '#shared/report/chart-ladder.ts';
import type { Headline } from '#shared/report/headline.ts';
import { headlineMessage } from '#shared/report/headline-message.ts';
import type { Message } from '#shared/report/message.ts';
import { amountText, shareText } from '#shared/report/number-text.ts';
import type { ReportTable } from '#shared/report/report-table.ts';
import type { Rows } from '#shared/report/row-reading.ts';
import { periodText, yearsText } from '#shared/report/time-text.ts';

/** The headline as a sentence about the company. */
export function reportTitle(scenario: Scenario, shown: Headline, language: Language): Message {
  if (shown.kind !== 'gap' || scenario.company === '') return headlineMessage(shown, language);
  const params = {
    company: scenario.company,
    gap: amountText(shown.gap, { language, unit: shown.unit }),
    to: shown.to,
  };
  if (shown.softShare === null || shown.softShare <= 0) return { key: 'print.headline.gapOnly', params };
  return { key: 'print.headline.gap', params: { ...params, soft: shareText(shown.softShare, language) } };
}

/** Sentences under the title, each only where its figures exist. */
export function reportLead(
  scenario: Scenario,
  rows: Rows,
  shown: Headline,
  table: ReportTable | null,
  language: Language,
): Message[] {
  return [
    ...totalsSentence(table, language),
    ...signedSentence(scenario, rows, language),
    ...(shown.kind === 'gap' && shown.firstGap
      ? [{ key: 'print.firstGap', params: { period: periodText(shown.firstGap, language) } }]
      : []),
  ];
}

function totalsSentence(table: ReportTable | null, language: Language): Message[] {
  const total = (kind: string) => table?.rows.find((row) => row.name.kind === kind)?.total;
  const [obligations, revenue] = [total('obligations'), total('revenue')];
  const [from, to] = [table?.years[0], table?.years.at(-1)];
  if (!table || typeof obligations !== 'number' || typeof revenue !== 'number') return [];
  if (from === undefined || to === undefined) return [];
  const amount = (value: number) => amountText(value, { language, unit: table.unit, decimals: 0 });
  return [
    {
      key: 'print.lead',
      params: {
        obligations: amount(-obligations),
        revenue: amount(revenue),
        years: yearsText(from, to, language),
      },
    },
  ];
}

function signedSentence(scenario: Scenario, rows: Rows, language: Language): Message[] {
  const ladder = ladderChart(scenario, rows);
  switch (ladder?.message.kind) {
    case 'signed leaves': {
      const gap = amountText(ladder.message.need, { language, unit: ladder.unit });
      return [{ key: 'print.signedLeaves', params: { gap } }];
    }
    case 'signed covers':
      return [{ key: 'print.signedCovers', params: {} }];
    default:
      return [];
  }
}

/** Checks that are TRUE in every period, out of all. */
export function checksOf(
  scenario: Scenario,
  rows: Rows,
): { readonly passed: number; readonly count: number } {
  const keys = scenario.itemOrder.filter((key) => itemOf(scenario, key)?.role === 'check');
  const passed = keys.filter((key) => rows.get(key)?.periods.every((value) => value === true) ?? false);
  return { passed: passed.length, count: keys.length };
}
