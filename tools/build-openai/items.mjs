import { present } from './facts.mjs';
import { factIdsOf, strayRows } from './same-quantity.mjs';
import { sectionAt } from './sections.mjs';

const FOLDED = /^(ytd_|ladder_cash_)|(_growth|_actual|_scale|_year_end|_plan|_rate|_path)$/;

/** Rows drawn as totals. */
const TOTALS = new Set([
  'revenue',
  'gw_online',
  'compute_contracted',
  'compute_cash',
  'capex',
  'total_expense',
  'operating_income',
  'fcf',
  'funding_counted',
  'cash',
  'gap',
  'gap_total',
  'obligations',
  'article_total',
  'bank_gap_sum',
]);

const DECIMALS = {
  'USD bn': 1,
  'USD bn per year': 1,
  'USD bn per GW': 1,
  'USD bn per GW-year': 1,
  USD: 2,
  'USD per month': 2,
  '%': 1,
  '% a year': 1,
  points: 1,
  ratio: 2,
  number: 0,
  '0/1': 0,
  'users m': 0,
  year: 0,
  years: 0,
  quarters: 0,
  'homes m': 1,
  'homes m per GW': 1,
  'GW (online)': 2,
  'GW (contracted)': 2,
  'GW (chip)': 2,
  'true/false': 0,
};

/** Where the rule by unit would hide what a row says. */
const OWN_DECIMALS = { payers: 1, payers_average: 1, herfindahl: 4, article_years_of_revenue: 1 };

const NO_SOURCE = "Analyst's assumption; no source states it.";

export function contentOf(value) {
  if ('constant' in value) return { kind: 'constant', value: value.constant };
  if ('dated' in value) return { kind: 'dated', entries: value.dated };
  if ('byYear' in value) return { kind: 'byYear', values: value.byYear };
  if ('byPeriod' in value) return { kind: 'byPeriod', values: value.byPeriod };
  throw new Error(`Unknown content ${JSON.stringify(value)}`);
}

function roleOf(kind) {
  if (kind === 'check') return 'check';
  return kind === 'formula' ? 'calculation' : 'driver';
}

function sentence(text) {
  return `${text[0].toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function noteOf(item, weak) {
  const memory =
    weak.length > 0 ? `Rests in part on memory, not on a source that was seen (${weak.join(', ')})` : '';
  const parts = [item.note, memory].filter(Boolean).map(sentence);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function decimalsOf(item) {
  const digits = OWN_DECIMALS[item.key] ?? DECIMALS[item.unit];
  if (digits === undefined) throw new Error(`No number of digits for the unit "${item.unit}"`);
  return digits;
}

function itemOf(item, position, weakFacts, register) {
  const facts = factIdsOf(item, register);
  const assumed = (item.facts ?? []).includes('assumption');
  return present({
    key: item.key,
    label: item.label,
    section: sectionAt(position),
    unit: item.unit,
    role: roleOf(item.kind),
    aggregation: item.aggregation,
    content: item.formula
      ? { kind: 'formula', formula: item.formula.replace(/^=/, '') }
      : contentOf(item.value),
    overrides: {},
    range: item.range,
    facts,
    assumption: assumed ? (item.note ? sentence(item.note) : NO_SOURCE) : undefined,
    note: noteOf(
      item,
      facts.filter((id) => weakFacts.has(id)),
    ),
    total: TOTALS.has(item.key) || undefined,
    folded: FOLDED.test(item.key) || item.kind === 'check' || undefined,
    decimals: decimalsOf(item),
  });
}

/** All rows in order; a typed row must rest on a fact or say that it is an assumption. */
export function itemsOf(items, facts) {
  const weak = new Set(facts.filter((fact) => fact.tier === 'none').map((fact) => fact.id));
  const register = new Set(facts.map((fact) => fact.id));
  const rows = items.map((item, position) => itemOf(item, position, weak, register));
  const stray = strayRows(new Set(rows.map((row) => row.key)));
  if (stray.length > 0) throw new Error(`Facts for rows that do not exist: ${stray.join(', ')}`);
  for (const row of rows) {
    if (row.content.kind !== 'formula' && row.facts.length === 0 && !row.assumption) {
      throw new Error(`${row.key} has neither a fact nor an assumption`);
    }
  }
  return rows;
}
