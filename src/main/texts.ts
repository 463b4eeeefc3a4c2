import type { Language } from '#shared/model/text.ts';
import arabic from '../../resources/locales/ar/main.json' with { type: 'json' };
import english from '../../resources/locales/en/main.json' with { type: 'json' };

export type MainTexts = typeof english;

const TEXTS: Readonly<Record<Language, MainTexts>> = { en: english, ar: arabic };

/** The texts that main shows itself: native dialogs and their buttons. */
export function mainTexts(language: Language): MainTexts {
  return TEXTS[language];
}

/** Puts `params` in place of their `{{name}}`. */
export function filled(text: string, params: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole);
}
