import { describe, expect, it } from 'vitest';
import { placeWindow } from '#main/window-placement.ts';

const LAPTOP = { x: 0, y: 0, width: 1920, height: 1040 };
const SECOND = { x: 1920, y: 0, width: 2560, height: 1400 };
const onSecond = { bounds: { x: 2400, y: 100, width: 1500, height: 1000 }, maximized: false };

describe('where the window opens', () => {
  it('comes back where it was, while that display is there', () => {
    expect(placeWindow(onSecond, [LAPTOP, SECOND])).toEqual(onSecond);
  });

  // Otherwise the window opens on a display that was unplugged, and nobody finds it.
  it('comes to the main display when its own is gone', () => {
    const { bounds } = placeWindow(onSecond, [LAPTOP]);
    expect(bounds).toEqual({ x: 240, y: 70, width: 1440, height: 900 });
  });

  it.each([
    ['above the screen', { x: 100, y: -200, width: 1200, height: 800 }],
    ['all but hidden on the left', { x: -1150, y: 100, width: 1200, height: 800 }],
    ['below the screen', { x: 100, y: 1030, width: 1200, height: 800 }],
  ])('comes back from %s', (_name, bounds) => {
    expect(placeWindow({ bounds, maximized: false }, [LAPTOP]).bounds.y).toBe(70);
  });

  it('keeps a window that hangs over the edge but can be taken hold of', () => {
    const bounds = { x: -600, y: 100, width: 1200, height: 800 };
    expect(placeWindow({ bounds, maximized: false }, [LAPTOP]).bounds).toEqual(bounds);
  });

  it('is never smaller than the smallest size the page is made for', () => {
    const bounds = { x: 10, y: 10, width: 300, height: 200 };
    expect(placeWindow({ bounds, maximized: false }, [LAPTOP]).bounds).toEqual({
      x: 10,
      y: 10,
      width: 1024,
      height: 640,
    });
  });

  it('stays maximised', () => {
    expect(placeWindow({ ...onSecond, maximized: true }, [LAPTOP]).maximized).toBe(true);
  });
});
