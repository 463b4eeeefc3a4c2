import { cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { vi } from 'vitest';
import { i18n } from '#renderer/i18n/i18n.ts';
import { closeDialog } from '#renderer/store/dialogs.ts';
import * as documents from '#renderer/store/document-store.ts';
import { FIRST_SESSION, sessionStore } from '#renderer/store/session-store.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { completeDom } from './dom.ts';

// React Aria measures and observes a lot; on a busy machine jsdom needs its time for that.
vi.setConfig({ testTimeout: 30_000 });

/** A fresh session with a document, or none, in one of the languages. */
export function startSession(scenario: Scenario | null, language: Language = 'en'): void {
  completeDom();
  cleanup();
  closeDialog();
  sessionStore.setState({ ...FIRST_SESSION, language });
  void i18n.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  documents.closeDocument();
  if (!scenario) return;
  documents.openDocument({
    documentId: 'd',
    name: 'model.scenario',
    scenario,
    readOnly: false,
    savedAt: '2026-11-25T09:00:00Z',
  });
}

/** A person who types and clicks without pauses. */
export const person = userEvent.setup({ delay: null });

export function show(view: ReactNode) {
  const { language } = sessionStore.getState();
  return render(
    <I18nextProvider i18n={i18n}>
      <I18nProvider locale={language === 'ar' ? 'ar-AE' : 'en-GB'}>{view}</I18nProvider>
    </I18nextProvider>,
  );
}

/** What axe finds in the page, in words; jsdom has no layout, so colours and sizes are left to the real program. */
export async function axeProblems(): Promise<string[]> {
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false }, 'document-title': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
