import { BINDING_LEVELS } from '#shared/model/deal.ts';
import type { DealsAnswer } from './deals-json.ts';
import { tableText } from './table-text.ts';

const SHOWN_DIGITS = 6;
/** Texts of a file must not steer the terminal, nor turn the line around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** What `deals` prints for people. */
export function dealsText(answer: DealsAnswer): string {
  const parts = [
    `${answer.case ?? 'Base'}, as of ${answer.asOf}, ${answer.range.join(' to ')}\n`,
    registerText(answer),
    ladderText(answer),
    partiesText(answer),
    pairsText(answer),
    `${cyclingText(answer)}\n`,
    ...(answer.thread ? [threadText(answer)] : []),
    ...(answer.unread.length > 0 ? [unreadText(answer)] : []),
  ];
  return parts.join('\n');
}

function plain(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(SHOWN_DIGITS)));
}

function percent(share: number | null): string {
  return share === null ? '' : `${plain(share * 100)}%`;
}

function shown(text: string): string {
  return text.replaceAll(INVISIBLE, ' ');
}

function registerText({ deals }: DealsAnswer): string {
  const rows = deals.map(({ id, from, to, type, level, replacedBy, since, unit, paid, amount }) => [
    id,
    `${shown(from)} → ${shown(to)}`,
    type,
    replacedBy === undefined ? level : `replaced by ${replacedBy}`,
    since,
    unit,
    plain(paid),
    plain(amount),
  ]);
  return tableText([['id', 'from → to', 'type', 'level', 'since', 'unit', 'paid', 'amount'], ...rows], 6);
}

function ladderText({ ladder, gapNone }: DealsAnswer): string {
  const rows = ladder.map(({ level, cover, gapLeft }) => [level, plain(cover), plain(gapLeft)]);
  return tableText([['level', 'covers', 'gap left'], ['none', '', plain(gapNone)], ...rows], 1);
}

function partiesText({ counterparties }: DealsAnswer): string {
  const head = BINDING_LEVELS.flatMap((level) => [`in ${level}`, `out ${level}`]);
  const rows = counterparties.map(({ name, in: paysIn, out }) => [
    shown(name),
    ...BINDING_LEVELS.flatMap((level) => [plain(paysIn[level]), plain(out[level])]),
  ]);
  return tableText([['party', ...head], ...rows], 1);
}

function pairsText({ pairs }: DealsAnswer): string {
  const head = ['supplier', 'customer', 'put in', 'purchases', 'round trip', 'net', 'share', 'recycled'];
  const rows = pairs.map((pair) => [
    shown(pair.supplier),
    shown(pair.customer),
    ...[pair.putIn, pair.purchases, pair.roundTrip, pair.net].map(plain),
    percent(pair.share),
    bandText(pair),
  ]);
  return tableText([head, ...rows], 2);
}

/** At most this much where not all money of the customer is known. */
function bandText({ recycled, resourcesKnown }: DealsAnswer['pairs'][number]): string {
  if (!recycled) return '';
  const band = [recycled.lower, recycled.proportional, recycled.upper].map(percent).join(' / ');
  return resourcesKnown ? band : `≤ ${band}`;
}

function cyclingText({ cyclingIndex, concentration }: DealsAnswer): string {
  const { funding, obligations } = concentration;
  return [
    `Cycling index ${plain(cyclingIndex)}`,
    `concentration of funding ${plain(funding)}, of obligations ${plain(obligations)}`,
  ].join('; ');
}

function threadText({ thread = [] }: DealsAnswer): string {
  return thread.map(({ order, sentence }) => `${order}. ${shown(sentence)}\n`).join('');
}

function unreadText({ unread }: DealsAnswer): string {
  return unread.map(({ id, period, error }) => `Not counted: ${id} in ${period}, ${error}\n`).join('');
}
