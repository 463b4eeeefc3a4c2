import { nearestName } from '#shared/formula/suggest.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodIndex, periodNameAt, periodsOfYear } from '#shared/model/timeline.ts';
import { inputRefused, wrongUsage } from './cli-error.ts';
import type { Arguments } from './command.ts';
import { readTime } from './typed-input.ts';

/** What is done to deals before they are looked at. */
export interface DealEdits {
  readonly cancelled: readonly string[];
  /** Quarters by which flows come later, by deal. */
  readonly delayed: ReadonlyMap<string, number>;
  /** Factors on amounts and capacity, by deal. */
  readonly scaled: ReadonlyMap<string, number>;
}

/** First and last column, both included. */
export interface ColumnSpan {
  readonly from: number;
  readonly to: number;
}

const DELAY = /^(\d{1,3})([QqYy])$/;
const FACTOR = /^\d+(?:\.\d+)?$/;

/** Reads `--cancel`, `--delay` and `--scale`; a deal that is not in the register ends the command. */
export function dealEdits(scenario: Scenario, args: Arguments): DealEdits {
  const cancelled = cancelledIds(args).map((id) => dealId(scenario, id));
  const delayed = assigned(scenario, args, '--delay', quartersOf);
  const scaled = assigned(scenario, args, '--scale', factorOf);
  const both = cancelled.find((id) => delayed.has(id) || scaled.has(id));
  if (both !== undefined) throw wrongUsage('deal-cancelled-and-changed', { id: both });
  return { cancelled: [...new Set(cancelled)], delayed, scaled };
}

/** `--cancel E16,E17`, `--cancel E16 --cancel E17`, or `FILE --cancel E16 E17`. */
function cancelledIds(args: Arguments): string[] {
  const [, ...more] = args.positionals;
  const [extra] = more;
  if (extra !== undefined && !args.has('--cancel')) {
    throw wrongUsage('argument-unexpected', { command: 'deals', argument: extra });
  }
  return [...listed(args.option('--cancel')), ...more.flatMap(listed)];
}

export function isEdited({ cancelled, delayed, scaled }: DealEdits): boolean {
  return cancelled.length + delayed.size + scaled.size > 0;
}

function listed(text: string | undefined): string[] {
  return (text ?? '').split(/[,\s]+/).filter((part) => part !== '');
}

function dealId({ deals }: Scenario, id: string): string {
  const found = deals.find((deal) => deal.id === id) ?? deals.find((deal) => deal.id === id.toUpperCase());
  if (found) return found.id;
  const near = nearestName(
    id,
    deals.map((deal) => deal.id),
  );
  throw inputRefused('deal-not-found', { id }, { near });
}

function assigned(
  scenario: Scenario,
  args: Arguments,
  option: string,
  read: (text: string) => number | null,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const text of listed(args.option(option))) {
    const [id = '', value = '', ...rest] = text.split('=');
    const number = rest.length === 0 ? read(value) : null;
    if (number === null || id === '') throw wrongUsage('deal-change-malformed', { option, text });
    const known = dealId(scenario, id);
    if (found.has(known)) throw wrongUsage('deal-named-twice', { option, id: known });
    found.set(known, number);
  }
  return found;
}

/** `2Q` or `1Y`. */
function quartersOf(text: string): number | null {
  const match = DELAY.exec(text);
  if (!match) return null;
  return Number(match[1]) * (match[2]?.toUpperCase() === 'Y' ? 4 : 1);
}

function factorOf(text: string): number | null {
  const factor = FACTOR.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(factor) ? factor : null;
}

/** `--range 2026..2030` or `2026Q2..2027Q1`; the whole timeline without one. */
export function rangeOption(scenario: Scenario, args: Arguments): ColumnSpan {
  const { timeline } = scenario;
  const text = args.option('--range');
  if (text === undefined) return { from: 0, to: timeline.periods - 1 };
  const ends = text.split(/\.\.|[–:]/).map((end) => readTime(end));
  const [first, last = first] = ends;
  if (ends.length > 2 || ends.includes(undefined) || first === undefined || last === undefined)
    throw wrongUsage('span-malformed', { text });
  const from = columnsNamed(scenario, first)[0];
  const to = columnsNamed(scenario, last).at(-1);
  if (from === undefined || to === undefined) {
    const [start, end] = [periodNameAt(timeline, 0), periodNameAt(timeline, timeline.periods - 1)];
    throw inputRefused('cell-outside', {
      period: from === undefined ? first : last,
      first: start,
      last: end,
    });
  }
  if (from > to) throw wrongUsage('span-backwards', { text });
  return { from, to };
}

function columnsNamed({ timeline }: Scenario, time: string): readonly number[] {
  const column = periodIndex(timeline, time);
  if (column === null) return periodsOfYear(timeline, Number(time));
  return column >= 0 && column < timeline.periods ? [column] : [];
}
