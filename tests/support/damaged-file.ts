import type { FormatErrorCode } from '#shared/format/format-error.ts';
import { openScenario } from '#shared/format/open.ts';
import { scenarioToText } from '#shared/format/save.ts';
import {
  buildCase,
  buildDeal,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
} from './builders.ts';

/** UTF-8. */
export const encode = (text: string) => new TextEncoder().encode(text);

/** A small file that opens. */
export const TEXT = scenarioToText(
  buildScenario(
    [
      buildItem('price', byPeriod(1, 2), { facts: ['F1'] }),
      buildItem('sales', formula('price * 2')),
      buildItem('rate', { kind: 'dated', entries: [{ from: '2025-01-01', value: 1 }] }),
      buildItem('users', byYear({ 2025: 1 })),
    ],
    {
      cases: [
        buildCase('low', { price: { content: constant(0) } }),
        buildCase('lower', {}, { inherits: 'low' }),
      ],
      deals: [buildDeal('D1', { tranches: [{ kind: 'item', item: 'sales' }] })],
      facts: [buildFact('F1'), buildFact('F2')],
    },
  ),
  '0.1.0',
);

/** Reaches into the plain JSON of a file. */
export type Change = (file: ReturnType<typeof JSON.parse>) => void;

/** The file after a change to its JSON. */
export function changed(change: Change): Uint8Array {
  const file = JSON.parse(TEXT);
  change(file);
  return encode(JSON.stringify(file));
}

export function codeOf(bytes: Uint8Array): FormatErrorCode | 'opened' {
  const opened = openScenario(bytes);
  return opened.ok ? 'opened' : opened.error.code;
}

export function whereOf(bytes: Uint8Array): string | undefined {
  const opened = openScenario(bytes);
  return opened.ok ? 'opened' : opened.error.where;
}
