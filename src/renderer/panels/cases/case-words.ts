import type { Case } from '#shared/model/case.ts';
import type { Language } from '#shared/model/text.ts';

/** Names of cases in running text, each in its own direction. */
export function namesText(cases: readonly Case[], language: Language): string {
  return cases.map(({ name }) => `\u2068${name[language]}\u2069`).join(language === 'ar' ? '، ' : ', ');
}
