import type { PlatformFacts } from '#shared/ipc/answers.ts';

/** A key by its place on the keyboard, so that other layouts work. `ctrl` is Command on a Mac. */
export interface Shortcut {
  /** `KeyS`, `F6`, `Enter`: `KeyboardEvent.code`. */
  readonly code: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

type Os = PlatformFacts['os'];
type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export function matches(shortcut: Shortcut, pressed: Pressed, os: Os): boolean {
  const [main, other] =
    os === 'mac' ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey];
  return (
    pressed.code === shortcut.code &&
    main === (shortcut.ctrl ?? false) &&
    !other &&
    pressed.shiftKey === (shortcut.shift ?? false) &&
    pressed.altKey === (shortcut.alt ?? false)
  );
}

/** As shown to people: `Ctrl+Shift+S`, `⇧⌘S`. */
export function shortcutText(shortcut: Shortcut, os: Os): string {
  const key = ARROWS[shortcut.code] ?? keyName(shortcut.code);
  if (os === 'mac') {
    return `${shortcut.alt ? '⌥' : ''}${shortcut.shift ? '⇧' : ''}${shortcut.ctrl ? '⌘' : ''}${key}`;
  }
  const parts = [shortcut.ctrl && 'Ctrl', shortcut.alt && 'Alt', shortcut.shift && 'Shift', key];
  return parts.filter(Boolean).join('+');
}

/** In Electron's notation, for the native menu. */
export function accelerator(shortcut: Shortcut): string {
  const parts = [
    shortcut.ctrl && 'CmdOrCtrl',
    shortcut.alt && 'Alt',
    shortcut.shift && 'Shift',
    keyName(shortcut.code),
  ];
  return parts.filter(Boolean).join('+');
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const NAMES: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Equal: '=',
  Minus: '-',
};

function keyName(code: string): string {
  return NAMES[code] ?? /^(?:Key|Digit|Arrow)(.+)$/.exec(code)?.[1] ?? code;
}
