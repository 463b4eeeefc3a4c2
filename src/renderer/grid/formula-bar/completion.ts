import type { FunctionDefinition } from '#shared/formula/functions/definition.ts';
import { FUNCTIONS } from '#shared/formula/functions/table.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { periodNames } from '#shared/model/timeline.ts';
import { isSymbol } from './references-in.ts';
import { isFormula, scanFormula } from './scan.ts';

/** Something that can stand at the caret. */
export interface Option {
  readonly kind: 'row' | 'function' | 'period';
  readonly name: string;
  /** Label of a row, one line of help of a function. */
  readonly detail: string;
  /** Unit of a row. */
  readonly unit: string;
  /** The part of the name that was typed; null when the label has it. */
  readonly match: { readonly start: number; readonly end: number } | null;
}

export interface Completion {
  /** What is replaced when an option is taken. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Option[];
  /** How many more fit. */
  readonly more: number;
}

export interface Known {
  readonly scenario: Scenario;
  readonly language: Language;
  /** Row whose formula is written: rows of its section come first. */
  readonly key: string;
}

/** As many as a person reads before typing on. */
const MOST = 40;
const NAME_BEFORE = /[\p{L}_][\p{L}\p{M}\p{Nd}_.]*$/u;
const NAME_AFTER = /^[\p{L}\p{M}\p{Nd}_.]*/u;

/** What fits at the caret, best first; `asked` also where nothing is typed yet. Null where no name can stand. */
export function completionAt(text: string, caret: number, known: Known, asked: boolean): Completion | null {
  if (!isFormula(text)) return null;
  const before = text.slice(0, caret);
  const bracket = /([[:])\s*([^[\]:"]*)$/.exec(before);
  if (bracket && before.lastIndexOf('[') > before.lastIndexOf(']')) {
    return inBrackets(text, caret, bracket[2] ?? '', known, asked);
  }
  if (isInText(before)) return null;
  const typed = NAME_BEFORE.exec(before)?.[0] ?? '';
  if (typed === '' && (!asked || /[\p{Nd})\]"%.]\s*$/u.test(before))) return null;
  if (/\p{Nd}$/u.test(before.slice(0, before.length - typed.length))) return null;
  const to = caret + (NAME_AFTER.exec(text.slice(caret))?.[0].length ?? 0);
  return found({ from: caret - typed.length, to }, nameOptions(typed, known), asked, typed, text);
}

function found(
  place: { readonly from: number; readonly to: number },
  options: readonly Option[],
  asked: boolean,
  typed: string,
  text: string,
): Completion | null {
  const [best] = options;
  // A finished name needs no help, and a name that LET binds is none of ours.
  const finished = best?.name === typed && (best.kind === 'row' || options.length === 1);
  if (!best || (!asked && (finished || isLocal(text, typed, place.from)))) return null;
  return { ...place, options: options.slice(0, MOST), more: Math.max(0, options.length - MOST) };
}

/** Behind an opening quote without its partner, or inside a text. */
function isInText(before: string): boolean {
  return (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

function isLocal(text: string, name: string, from: number): boolean {
  const tokens = scanFormula(text);
  const inLet = tokens.some(
    (token, index) =>
      token.kind === 'name' && token.text.toUpperCase() === 'LET' && isSymbol(tokens[index + 1], '('),
  );
  return (
    inLet && tokens.some((token) => token.kind === 'name' && token.span.start < from && token.text === name)
  );
}

function nameOptions(typed: string, known: Known): Option[] {
  const rows = known.scenario.itemOrder.flatMap((key) => {
    const item = itemOf(known.scenario, key);
    return item && item.role !== 'header' ? rowOption(item, typed, known) : [];
  });
  const functions = FUNCTIONS.flatMap((one) => functionOption(one, typed, known.language));
  return [...rows, ...functions]
    .sort((a, b) => a.rank - b.rank || a.option.name.length - b.option.name.length)
    .map(({ option }) => option);
}

interface Ranked {
  readonly rank: number;
  readonly option: Option;
}

function rowOption(item: LineItem, typed: string, { scenario, language, key }: Known): Ranked[] {
  const label = item.label[language];
  const rank = rankOf(item.key, label, typed);
  if (rank === null) return [];
  const near = item.section === itemOf(scenario, key)?.section ? 0 : 0.25;
  const self = item.key === key && item.key !== typed ? 0.5 : 0;
  const option: Option = {
    kind: 'row',
    name: item.key,
    detail: label,
    unit: item.unit,
    match: matchOf(item.key, typed),
  };
  return [{ rank: rank + (item.key === typed ? 0 : near + self), option }];
}

function functionOption({ name, help }: FunctionDefinition, typed: string, language: Language): Ranked[] {
  const rank = rankOf(name, '', typed);
  if (rank === null || (rank >= 3 && typed.length < 3)) return [];
  const option: Option = {
    kind: 'function',
    name,
    detail: help[language],
    unit: '',
    match: matchOf(name, typed),
  };
  return [{ rank: rank + 0.9, option }];
}

/** 0 the name itself, 1 begins so, 2 a later word begins so, 3 a word of the label, 4 somewhere inside. */
function rankOf(name: string, label: string, typed: string): number | null {
  const wanted = typed.toLowerCase();
  const plain = name.toLowerCase();
  if (name === typed) return 0;
  if (plain.startsWith(wanted)) return 1;
  if (plain.split(/[_.]/).some((part) => part.startsWith(wanted))) return 2;
  const words = label.toLowerCase();
  if (words.split(/\s+/).some((word) => word.startsWith(wanted))) return 3;
  return plain.includes(wanted) || words.includes(wanted) ? 4 : null;
}

function matchOf(name: string, typed: string): Option['match'] {
  const plain = name.toLowerCase();
  const wanted = typed.toLowerCase();
  const inWord = plain.search(new RegExp(`(?<=^|[_.])${escaped(wanted)}`, 'u'));
  const start = inWord >= 0 ? inWord : plain.indexOf(wanted);
  return start < 0 || wanted === '' ? null : { start, end: start + wanted.length };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Quarters of the timeline; a distance such as −1 needs no list. */
function inBrackets(
  text: string,
  caret: number,
  typed: string,
  { scenario }: Known,
  asked: boolean,
): Completion | null {
  const wanted = typed.toUpperCase();
  if (wanted === '' && !asked) return null;
  const to = caret + (/^[\p{L}\p{Nd}]*/u.exec(text.slice(caret))?.[0].length ?? 0);
  const options = periodNames(scenario.timeline)
    .filter((name) => name.startsWith(wanted))
    .map((name): Option => {
      const match = wanted === '' ? null : { start: 0, end: wanted.length };
      return { kind: 'period', name, detail: '', unit: '', match };
    });
  return found({ from: caret - typed.length, to }, options, asked, wanted, text);
}
