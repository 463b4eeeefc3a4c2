import { i18n } from '#renderer/i18n/i18n.ts';
import type { Command } from '#shared/commands/command.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Fact } from '#shared/model/fact.ts';
import { isInForce } from '#shared/model/fact-conflicts.ts';
import type { Statement } from '#shared/model/fact-number.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Language, Text } from '#shared/model/text.ts';
import { targetCell } from './fact-cell.ts';
import { figureText } from './fact-words.ts';

type Translate = (key: string, params: Record<string, unknown>) => string;

/** Names of steps and cases are kept in both languages: they follow the language of the window. */
function inBoth(say: (t: Translate, language: Language) => string): Text {
  const of = (language: Language) => say(i18n.getFixedT(language, 'conflicts') as Translate, language);
  return { en: of('en'), ar: of('ar') };
}

/** A step whose commands are undone together, named after what it does to a row. */
export function rowStep(
  name: 'use' | 'cases',
  item: LineItem,
  commands: readonly Command[],
  params: Readonly<Record<string, unknown>> = {},
): Command {
  const label = inBoth((t, language) => t(`steps.${name}`, { ...params, row: item.label[language] }));
  return { type: 'group', label, commands };
}

/** The sources in force that can be put into a driver: each would make a case. */
export function caseSources(
  scenario: Scenario,
  item: LineItem,
  statements: readonly Statement[],
  asOf: IsoDate,
): readonly Statement[] {
  return statements.filter(
    ({ fact }) =>
      isInForce(scenario.facts, fact, asOf) && targetCell(item, fact, scenario.timeline) !== undefined,
  );
}

/** One case for each source, with its number in the driver and the source as the reason. */
export function casesPerSource(
  scenario: Scenario,
  item: LineItem,
  sources: readonly Statement[],
  inherits: string | null,
): Command {
  const taken = new Set(scenario.cases.map(({ id }) => id));
  const commands = sources.flatMap(({ fact }) => {
    const target = targetCell(item, fact, scenario.timeline);
    if (!target) return [];
    const id = freeId(`${item.key}-${fact.id}`.toLowerCase(), taken);
    taken.add(id);
    return caseOf(id, item, fact, target, inherits);
  });
  return rowStep('cases', item, commands);
}

function caseOf(
  id: string,
  item: LineItem,
  fact: Fact,
  { at, value }: { readonly at: string | null; readonly value: number },
  inherits: string | null,
): Command[] {
  const { publisher, date } = fact.source;
  const about = { id: fact.id, publisher, date, value: figureText(value, item.unit) };
  const name = inBoth((t, language) => t('case.name', { ...about, row: item.label[language] }));
  const reason = inBoth((t) => t('case.reason', about));
  const parent = inherits === null ? {} : { inherits };
  return [
    { type: 'insertCase', case: { id, name, reason, ...parent, overrides: {} } },
    { type: 'setCells', cells: [{ key: item.key, at, value }], caseId: id },
    { type: 'setOverrideReason', caseId: id, key: item.key, reason: reason.en },
  ];
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted}-${count}`)) count += 1;
  return `${wanted}-${count}`;
}
