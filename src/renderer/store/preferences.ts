import { mainClient } from '#renderer/main-client.ts';
import type { Density, Settings } from '#shared/ipc/answers.ts';
import type { Language } from '#shared/model/text.ts';
import { enterPending } from './pending-entry.ts';
import { sessionStore, type Theme } from './session-store.ts';

/** Choices that last from one start to the next. They take effect at once and are written behind the scenes. */
export function setLanguage(language: Language): void {
  // The sheet is drawn anew in the other direction: what is being typed is entered first.
  if (!enterPending()) return;
  sessionStore.setState({ language });
  remember({ language });
}

export function setTheme(theme: Theme): void {
  sessionStore.setState({ theme });
  remember({ theme });
}

/** Rows of another height: what is being typed is entered first. */
export function setDensity(density: Density): void {
  if (!enterPending()) return;
  sessionStore.setState({ density });
  remember({ density });
}

/** `zoom` is one of `ZOOM_STEPS`; the window resizes its page. */
export function setZoom(zoom: number): void {
  sessionStore.setState({ zoom });
  remember({ zoom });
}

export function setOutlineOpen(outlineOpen: boolean): void {
  sessionStore.setState({ outlineOpen });
  remember({ outlineOpen });
}

export function setPaneSizes(group: string, sizes: readonly number[]): void {
  const panes = { ...sessionStore.getState().panes, [group]: [...sizes] };
  sessionStore.setState({ panes });
  remember({ panes });
}

/** Takes over what was remembered. */
export function adoptSettings(settings: Settings): void {
  const { language, theme, density, zoom, outlineOpen, panes } = settings;
  sessionStore.setState({ language, theme, density, zoom, outlineOpen, panes });
}

type Remembered = { -readonly [K in keyof Settings]?: Settings[K] };

/** A choice that cannot be written still holds for this session: the next start shows the former one. */
function remember(patch: Remembered): void {
  const panes = patch.panes && Object.fromEntries(Object.entries(patch.panes).map(([k, v]) => [k, [...v]]));
  const { panes: _, ...rest } = patch;
  void mainClient().settingsSet(panes ? { ...rest, panes } : rest);
}
