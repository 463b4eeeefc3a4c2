import { i18n } from '#renderer/i18n/i18n.ts';
import { sessionStore } from '#renderer/store/session-store.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Carries language, direction and theme of the session to the page. Returns the end of it. */
export function followWithAppearance(page: Document): () => void {
  const dark = window.matchMedia(DARK);
  const apply = () => {
    const { language, theme } = sessionStore.getState();
    if (i18n.language !== language) void i18n.changeLanguage(language);
    const root = page.documentElement;
    root.lang = language;
    root.dir = language === 'ar' ? 'rtl' : 'ltr';
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    root.dataset['theme'] = shown;
    root.dataset['agThemeMode'] = shown;
  };
  const end = sessionStore.subscribe(apply);
  dark.addEventListener('change', apply);
  apply();
  return () => {
    end();
    dark.removeEventListener('change', apply);
  };
}
