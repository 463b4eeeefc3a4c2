import { lastDayOf } from './dates.mjs';

const CONFIDENCE = {
  'seen in full': 'high',
  'seen in excerpt': 'medium',
  'from memory, not seen': 'low',
};

/** Leaves out what is undefined or null, so that optional fields are absent rather than empty. */
export function present(fields) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}

function webAddress(address) {
  return typeof address === 'string' && /^https?:\/\/\S+$/.test(address) ? address : undefined;
}

export function sourceOf(source) {
  return present({
    publisher: source.publisher ?? '',
    title: source.title ?? '',
    date: source.date ?? '',
    address: webAddress(source.url),
    upstream: source.upstream,
  });
}

export function confidenceOf(text) {
  const level = CONFIDENCE[text];
  if (!level) throw new Error(`Unknown confidence "${text}"`);
  return level;
}

function tierOf(text) {
  if (text.startsWith('A:')) return 'A';
  if (text.startsWith('B:')) return 'B';
  if (text.startsWith('none')) return 'none';
  throw new Error(`Unknown tier "${text}"`);
}

function noteOf(fact) {
  const seen = (fact.also_seen_at ?? []).map(webAddress).filter(Boolean);
  const parts = [fact.note, seen.length > 0 ? `Also seen at: ${seen.join(' ; ')}` : undefined];
  if (fact.confidence === 'from memory, not seen') parts.push('From memory; no source was seen.');
  return parts.filter(Boolean).join(' ') || undefined;
}

export function factOf(fact) {
  return present({
    id: fact.id,
    subject: fact.subject,
    metric: fact.metric,
    low: fact.low,
    high: fact.high,
    unit: fact.unit,
    period: fact.period,
    status: fact.status,
    knownFrom: lastDayOf(fact.known_from),
    supersededBy: fact.superseded_by,
    source: sourceOf(fact.source),
    statement: fact.quote_paraphrase,
    confidence: confidenceOf(fact.confidence),
    tier: tierOf(fact.source_tier),
    note: noteOf(fact),
    original: fact.arabic_phrase ? { ar: fact.arabic_phrase, en: fact.english_rendering } : undefined,
  });
}

/** `value` may be null on purpose: a claim or an event. */
export function factsOf(facts) {
  return facts.map((fact) => ({ ...factOf(fact), value: fact.value }));
}
