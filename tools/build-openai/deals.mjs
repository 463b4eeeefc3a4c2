import { lastDayOf } from './dates.mjs';
import { present, sourceOf } from './facts.mjs';

/** Facts behind the later entries of a status history, by deal and day; the first entry has the deal's own. */
const LATER_FACTS = {
  E01: { '2026-02-27': ['FUND-14', 'FUND-04'] },
  E03: { '2026-02-27': ['OBL-16'] },
  E05: { '2026-02-27': ['OBL-16'] },
  E06: { '2025-10-28': ['FUND-20'], '2025-12-31': ['FUND-05'] },
  E07: { '2025-12-31': ['FUND-06'] },
  E29: { '2026-04-27': ['REV-27'] },
  E31: { '2026-03-22': ['OBL-25'] },
  E32: { '2026-03-22': ['OBL-25'] },
  E33: { '2026-03-22': ['OBL-25'] },
  E34: { '2026-03-22': ['OBL-25'] },
  E37: { '2026-03-26': ['FUND-24'] },
};

function historyOf(deal, entries) {
  const later = LATER_FACTS[deal.id] ?? {};
  return entries.map((entry, index) => ({
    from: entry.from,
    level: entry.level,
    facts: later[entry.from] ?? (index === 0 ? (deal.facts ?? []) : []),
  }));
}

const KINDS = { per_unit: 'per unit' };

function trancheOf(tranche) {
  const { kind, n, by, rate_item: rateItem, rate, ...rest } = tranche;
  return present({
    kind: KINDS[kind] ?? kind,
    ...rest,
    quarters: n,
    byYear: by,
    rate: rateItem ?? rate,
  });
}

/** Reads the schedule texts of the deals between others. */
function scheduleOf(text, amount) {
  const tranches = [];
  let lapsed;
  for (const part of text.split(';').map((piece) => piece.trim())) {
    if (/^(no flow|memo)\b/.test(part)) continue;
    const end = /^lapsed (\S+)$/.exec(part);
    if (end) lapsed = end[1];
    else tranches.push(partOf(part, amount));
  }
  return { tranches, lapsed };
}

function partOf(part, amount) {
  const dated = /^(back )?(\d{4}Q[1-4]): ([\d.]+)$/.exec(part);
  if (dated) {
    return present({
      kind: 'dated',
      at: dated[2],
      amount: Number(dated[3]),
      reverse: dated[1] ? true : undefined,
    });
  }
  const linear = /^(?:(\w+) part ([\d.]+) )?linear (\d{4}Q[1-4]), (\d+) quarters$/.exec(part);
  if (linear) {
    return present({
      kind: 'linear',
      start: linear[3],
      quarters: Number(linear[4]),
      amount: linear[2] ? Number(linear[2]) : amount,
      level: linear[1],
    });
  }
  const before = /^before the timeline: ([\d.]+)$/.exec(part);
  if (before) return { kind: 'before', amount: Number(before[1]) };
  throw new Error(`No rule for the schedule "${part}"`);
}

function announcedOf(deal, history) {
  return /^\d{4}-\d{2}-\d{2}$/.test(deal.announced) ? deal.announced : history[0].from;
}

function companyTerms(entry, deal) {
  const capacity = entry.capacity;
  return {
    scope: entry.scope,
    history: historyOf(deal, entry.history),
    tranches: entry.tranches.map(trancheOf),
    capacity:
      capacity && present({ tenure: capacity.basis, yearEnd: capacity.yearEnd, start: capacity.start }),
    note: entry.note,
  };
}

function otherTerms(entry, deal) {
  const { tranches, lapsed } = scheduleOf(entry.schedule, deal.amount);
  const history = [{ from: entry.from, level: entry.level }];
  if (lapsed) history.push({ from: lapsed, level: 'lapsed' });
  const drawn = tranches.length > 0;
  return {
    scope: drawn ? 'priced' : 'memo',
    history: historyOf(deal, history),
    tranches,
    note: drawn ? 'The schedule is an assumption: a straight line over the stated term.' : entry.schedule,
  };
}

function notesOf(deal, own) {
  const parts = [own, deal.note].filter(Boolean);
  if (deal.confidence === 'from memory, not seen') parts.push('From memory; no source was seen.');
  return parts.join(' · ') || undefined;
}

function dealOf(deal, terms) {
  return {
    ...present({
      id: deal.id,
      payer: deal.from,
      payee: deal.to,
      type: deal.type,
      low: deal.low,
      high: deal.high,
      unit: deal.unit,
      announced: lastDayOf(announcedOf(deal, terms.history)),
      term: deal.period ?? '',
      scope: terms.scope,
      movesCash: deal.moves_cash,
      gw: deal.gw,
      contingentOn: deal.contingent_on,
      supersededBy: deal.superseded_by,
      history: terms.history,
      tranches: terms.tranches,
      capacity: terms.capacity,
      facts: deal.facts ?? [],
      source: sourceOf(deal.source),
      statement: deal.quote_paraphrase,
      note: notesOf(deal, terms.note),
    }),
    amount: deal.amount,
  };
}

/** Lays the schedules and histories of the register over the deals of the source file. */
export function dealsOf(deals, register) {
  const company = new Map(register.company.map((entry) => [entry.deal, entry]));
  const others = new Map(register.others.map((entry) => [entry.deal, entry]));
  return deals.map((deal) => {
    const own = company.get(deal.id);
    const other = others.get(deal.id);
    if (own) return dealOf(deal, companyTerms(own, deal));
    if (other) return dealOf(deal, otherTerms(other, deal));
    throw new Error(`${deal.id} is not in the register`);
  });
}
