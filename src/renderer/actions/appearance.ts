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
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    set(root, 'lang', language);
    set(root, 'dir', language === 'ar' ? 'rtl' : 'ltr');
    set(root, 'data-theme', shown);
    set(root, 'data-ag-theme-mode', shown);
  };
  const end = sessionStore.subscribe(apply);
  dark.addEventListener('change', apply);
  apply();
  return () => {
    end();
    dark.removeEventListener('change', apply);
  };
}

/** The session changes with every arrow key: writing what is there already would style the whole page anew. */
function set(root: HTMLElement, name: string, value: string): void {
  if (root.getAttribute(name) !== value) root.setAttribute(name, value);
}
