import { i18n } from '#renderer/i18n/i18n.ts';
import { currentScenario } from '#renderer/store/hooks.ts';
import type { CellEdit, Command } from '#shared/commands/command.ts';
import { itemOf } from '#shared/model/scenario.ts';
import type { Language, Text } from '#shared/model/text.ts';

type StepName = 'paste' | 'cut' | 'clear' | 'fill' | 'enter';

/** An edit of several cells under the name of what the person did: `Paste 12 cells`, `Fill Revenue, 3 cells`. */
export function namedCells(name: StepName, cells: readonly CellEdit[], caseId: string | null): Command {
  const keys = new Set(cells.map(({ key }) => key));
  const [only] = keys.size === 1 ? keys : [];
  const count = cells.length;
  const label =
    only === undefined
      ? inBoth((t) => t(`steps.${name}`, { count }))
      : inBoth((t, language) => t(`steps.${name}Row`, { count, row: rowLabel(only, language) }));
  return { type: 'group', label, commands: [{ type: 'setCells', cells, caseId }] };
}

/** A cell that is blank because of what was typed, such as `n.a.`, which stays as its comment. */
export function notedBlank(
  cells: readonly CellEdit[],
  caseId: string | null,
  column: string,
  text: string,
): Command {
  const key = cells[0]?.key ?? '';
  return {
    type: 'group',
    label: inBoth((t, language) => t('steps.noted', { text, row: rowLabel(key, language), period: column })),
    commands: [
      { type: 'setCells', cells, caseId },
      { type: 'setComment', key, at: column, text },
    ],
  };
}

/** A formula that came from the clipboard. */
export function namedFormula(key: string, formula: string, caseId: string | null): Command {
  const label = inBoth((t, language) => t('steps.pasteFormula', { row: rowLabel(key, language) }));
  return { type: 'group', label, commands: [{ type: 'setFormula', key, formula, caseId }] };
}

function rowLabel(key: string, language: Language): string {
  return itemOf(currentScenario(), key)?.label[language] ?? key;
}

type Translate = (key: string, params: Record<string, unknown>) => string;

/** Steps keep their name in both languages, so that the history follows the language of the window. */
function inBoth(say: (t: Translate, language: Language) => string): Text {
  const of = (language: Language) => say(i18n.getFixedT(language, 'history') as Translate, language);
  return { en: of('en'), ar: of('ar') };
}
