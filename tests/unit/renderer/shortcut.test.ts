import { describe, expect, it } from 'vitest';
import { accelerator, matches, shortcutText } from '#renderer/actions/shortcut.ts';

const save = { code: 'KeyS', ctrl: true } as const;
const press = (
  code: string,
  keys: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...keys,
});

describe('shortcuts', () => {
  it('goes by the place of the key: with an Arabic layout the letter of KeyS is another', () => {
    const arabic = { ...press('KeyS', { ctrlKey: true }), key: 'س' };
    expect(matches(save, arabic, 'linux')).toBe(true);
  });

  it('takes Command for Ctrl on a Mac only', () => {
    expect(matches(save, press('KeyS', { metaKey: true }), 'mac')).toBe(true);
    expect(matches(save, press('KeyS', { ctrlKey: true }), 'mac')).toBe(false);
    expect(matches(save, press('KeyS', { metaKey: true }), 'windows')).toBe(false);
  });

  it('does not take a chord with more keys for one with fewer', () => {
    expect(matches(save, press('KeyS', { ctrlKey: true, shiftKey: true }), 'linux')).toBe(false);
    expect(matches(save, press('KeyS', { ctrlKey: true, altKey: true }), 'linux')).toBe(false);
    expect(matches(save, press('KeyS'), 'linux')).toBe(false);
  });

  it('writes them as each system does', () => {
    const saveAs = { ...save, shift: true };
    expect(shortcutText(saveAs, 'linux')).toBe('Ctrl+Shift+S');
    expect(shortcutText(saveAs, 'mac')).toBe('⇧⌘S');
    expect(accelerator(saveAs)).toBe('CmdOrCtrl+Shift+S');
    expect(accelerator({ code: 'F6', shift: true })).toBe('Shift+F6');
  });
});
