import { i18n } from '#renderer/i18n/i18n.ts';
import { dispatch } from '#renderer/store/hooks.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Language, Text } from '#shared/model/text.ts';

/** Several edits as one step of the history, wholly or not at all. */
export function dispatchAll(commands: readonly Command[], label: Text): ReturnType<typeof dispatch> {
  return dispatch({ type: 'group', label, commands });
}

/** A name of a step in both languages, so that the history follows the language of the window. */
export function stepName(key: string, params: Readonly<Record<string, unknown>>): Text {
  const of = (language: Language) => i18n.getFixedT(language, 'find')(key, params);
  return { en: of('en'), ar: of('ar') };
}
