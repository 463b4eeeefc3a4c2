import type { Command } from '#shared/commands/command.ts';
import type { Case } from '#shared/model/case.ts';
import { isIsoDate } from '#shared/model/date.ts';
import { isHostileKey } from '#shared/model/item-key.ts';
import { caseChain } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Language, Text } from '#shared/model/text.ts';

/** What the dialog for a case holds while it is open: all texts, `own` in the language of the interface. */
export interface CaseDraft {
  readonly name: string;
  readonly otherName: string;
  readonly reason: string;
  readonly otherReason: string;
  /** Empty for the base. */
  readonly inherits: string;
  /** Empty for the date of what it builds on. */
  readonly asOf: string;
}

export type CaseFault = 'nameMissing' | 'nameTaken' | 'otherNameTaken' | 'notADay';

const LONGEST_ID = 60;

export function emptyCase(inherits: string | null): CaseDraft {
  return { name: '', otherName: '', reason: '', otherReason: '', inherits: inherits ?? '', asOf: '' };
}

/** A text that is the same in both languages is shown once. */
export function draftOfCase(one: Case, language: Language): CaseDraft {
  const other = otherLanguage(language);
  const second = (text: Text) => (text[other] === text[language] ? '' : text[other]);
  return {
    name: one.name[language],
    otherName: second(one.name),
    reason: one.reason[language],
    otherReason: second(one.reason),
    inherits: one.inherits ?? '',
    asOf: one.asOf ?? '',
  };
}

/** What cannot stay as it is; `except` is the case that is being changed. */
export function faultsOfCase(scenario: Scenario, draft: CaseDraft, except: string | null): CaseFault[] {
  const names = new Set(
    scenario.cases
      .filter(({ id }) => id !== except)
      .flatMap(({ name }) => [name.en, name.ar])
      .map(folded),
  );
  const taken = (name: string) => name.trim() !== '' && names.has(folded(name));
  const faults: (CaseFault | false)[] = [
    draft.name.trim() === '' && 'nameMissing',
    taken(draft.name) && 'nameTaken',
    taken(draft.otherName) && 'otherNameTaken',
    draft.asOf.trim() !== '' && !isIsoDate(draft.asOf.trim()) && 'notADay',
  ];
  return faults.filter((fault) => fault !== false);
}

function folded(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** Cases on which one may build: not itself, and none that builds on it. */
export function possibleParents(scenario: Scenario, id: string | null): Case[] {
  return scenario.cases.filter((one) => !caseChain(scenario, one.id).some((above) => above.id === id));
}

export function insertion(scenario: Scenario, draft: CaseDraft, language: Language): InsertCase {
  const asOf = draft.asOf.trim();
  return {
    type: 'insertCase',
    case: {
      id: freeId(scenario, draft.name),
      name: textOf(draft.name, draft.otherName, language),
      reason: textOf(draft.reason, draft.otherReason, language),
      ...(draft.inherits !== '' && { inherits: draft.inherits }),
      ...(asOf !== '' && { asOf }),
      overrides: {},
    },
  };
}

export function copying(scenario: Scenario, id: string, draft: CaseDraft, language: Language): CopyCase {
  const name = textOf(draft.name, draft.otherName, language);
  return { type: 'copyCase', id, newId: freeId(scenario, draft.name), name };
}

/** Only what was changed, so that a case left as it was makes no step; null for nothing. */
export function editing(one: Case, draft: CaseDraft, language: Language): EditCase | null {
  const former = draftOfCase(one, language);
  const differs = (...names: (keyof CaseDraft)[]) =>
    names.some((name) => draft[name].trim() !== former[name].trim());
  const properties: EditCase['properties'] = {
    ...(differs('name', 'otherName') && { name: textOf(draft.name, draft.otherName, language) }),
    ...(differs('reason', 'otherReason') && { reason: textOf(draft.reason, draft.otherReason, language) }),
    ...(differs('inherits') && { inherits: draft.inherits || null }),
    ...(differs('asOf') && { asOf: draft.asOf.trim() || null }),
  };
  return Object.keys(properties).length === 0 ? null : { type: 'editCase', id: one.id, properties };
}

type InsertCase = Extract<Command, { type: 'insertCase' }>;
type CopyCase = Extract<Command, { type: 'copyCase' }>;
type EditCase = Extract<Command, { type: 'editCase' }>;

function textOf(own: string, second: string, language: Language): Text {
  const [first, other] = [own.trim(), second.trim() || own.trim()];
  return language === 'en' ? { en: first, ar: other } : { en: other, ar: first };
}

function otherLanguage(language: Language): Language {
  return language === 'en' ? 'ar' : 'en';
}

/** An id out of a name, as the command line takes it: `Growth miss` becomes `growth-miss`. */
export function freeId(scenario: Scenario, name: string): string {
  const taken = new Set(scenario.cases.map(({ id }) => id));
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '');
  const stem = slug === '' || isHostileKey(slug) ? `case-${slug}`.replace(/-$/, '') : slug;
  let id = stem;
  for (let count = 2; taken.has(id); count++) id = `${stem}-${count}`;
  return id;
}
