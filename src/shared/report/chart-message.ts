import type { Language } from '#shared/model/text.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { CashChart, CashMessage } from './chart-cash.ts';
import type { FundingChart, FundingMessage } from './chart-funding.ts';
import type { LadderChart } from './chart-ladder.ts';
import type { LeftOut } from './chart-series.ts';
import type { Message } from './message.ts';
import { amountText } from './number-text.ts';
import { periodText } from './time-text.ts';
import { unitText } from './unit-text.ts';

export type Chart = FundingChart | LadderChart | CashChart;

/** The message of a chart: computed from its figures, neutral where they carry none. */
export function titleMessage(chart: Chart, language: Language): Message {
  switch (chart.kind) {
    case 'funding-obligations':
      return fundingTitle(chart.message, language);
    case 'gap-ladder':
      return ladderTitle(chart, language);
    case 'cash-runway':
      return cashTitle(chart.message, language);
    default:
      return assertNever(chart);
  }
}

/** Measure, period and unit of a chart. */
export function subtitleMessage(chart: Chart, language: Language): Message {
  const unit = unitText(chart.unit, language);
  switch (chart.kind) {
    case 'funding-obligations':
      return { key: 'funding.subtitle', params: { unit } };
    case 'gap-ladder':
      return { key: 'ladder.subtitle', params: { unit, to: chart.to } };
    case 'cash-runway':
      return { key: 'cash.subtitle', params: { unit } };
    default:
      return assertNever(chart);
  }
}

/** "2 of 24 quarters left out"; null when everything is drawn. */
export function leftOutMessage(leftOut: LeftOut): Message | null {
  if (leftOut.count === 0) return null;
  return { key: `leftOut.${leftOut.unit}`, params: { count: leftOut.count, of: leftOut.of } };
}

function fundingTitle(message: FundingMessage, language: Language): Message {
  switch (message.kind) {
    case 'neutral':
      return { key: 'funding.title.neutral', params: {} };
    case 'opens': {
      const period = periodText(message.period, language);
      return message.widest === null
        ? { key: 'funding.title.opens', params: { period } }
        : { key: 'funding.title.opensPeaks', params: { period, year: message.widest } };
    }
    case 'covered':
      return { key: 'funding.title.covered', params: { to: message.to } };
    default:
      return assertNever(message);
  }
}

function ladderTitle({ message, unit }: LadderChart, language: Language): Message {
  switch (message.kind) {
    case 'neutral':
      return { key: 'ladder.title.neutral', params: {} };
    case 'signed leaves':
      return {
        key: 'ladder.title.signedLeaves',
        params: { gap: amountText(message.need, { language, unit }) },
      };
    case 'signed covers':
      return { key: 'ladder.title.signedCovers', params: { to: message.to } };
    default:
      return assertNever(message);
  }
}

function cashTitle(message: CashMessage, language: Language): Message {
  switch (message.kind) {
    case 'neutral':
      return { key: 'cash.title.neutral', params: {} };
    case 'signed until':
      return { key: 'cash.title.signedUntil', params: { period: periodText(message.period, language) } };
    case 'signed dips':
      return { key: 'cash.title.signedDips', params: { period: periodText(message.period, language) } };
    case 'signed lasts':
      return { key: 'cash.title.signedLasts', params: { to: message.to } };
    default:
      return assertNever(message);
  }
}
