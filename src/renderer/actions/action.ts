import { i18n } from '#renderer/i18n/i18n.ts';
import type { Shortcut } from './shortcut.ts';

/** Something a person can do: one entry for menu, command list, toolbar and keyboard. */
export interface Action {
  /** Stable name; the native menu answers with it. */
  readonly id: string;
  /** Text in the language of the interface. */
  readonly label: () => string;
  readonly shortcut?: Shortcut;
  /**
   * Where its keys count; everywhere when absent. `model`: while the model is on screen. `cells`: on the cells of
   * the grid, and not while text is typed.
   */
  readonly scope?: 'model' | 'cells';
  /** Always when absent. */
  readonly isEnabled?: () => boolean;
  /** Present on actions that are on or off. */
  readonly isChecked?: () => boolean;
  /** Not in the command list. */
  readonly quiet?: boolean;
  readonly perform: () => void | Promise<void>;
}

/** A label from `actions` in app.json. */
export function label(key: string, params: () => Record<string, unknown> = () => ({})): () => string {
  return () => i18n.t(`app:actions.${key}`, params());
}

export function enabled(action: Action): boolean {
  return action.isEnabled?.() ?? true;
}
