export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

export const MINIMUM_SIZE = { width: 1024, height: 640 } as const;
const USUAL_SIZE = { width: 1440, height: 900 } as const;
/** So much of the title bar must lie on a display that the window can be taken hold of. */
const HOLD = { width: 120, height: 40 } as const;

/**
 * Where the window opens: where it was, if that can still be seen, else in the middle of the first display.
 * `workAreas` are the usable parts of the displays, in the same pixels; the first is the main one.
 */
export function placeWindow(saved: Placement | null, workAreas: readonly Rectangle[]): Placement {
  const main = workAreas[0];
  if (saved !== null && workAreas.some((area) => canBeHeld(saved.bounds, area))) {
    return { bounds: atLeastMinimum(saved.bounds), maximized: saved.maximized };
  }
  return {
    bounds: main ? centred(main) : { x: 0, y: 0, ...USUAL_SIZE },
    maximized: saved?.maximized ?? false,
  };
}

function canBeHeld(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const titleIsInside = bounds.y >= area.y && bounds.y + HOLD.height <= area.y + area.height;
  return width >= HOLD.width && titleIsInside;
}

function atLeastMinimum(bounds: Rectangle): Rectangle {
  return {
    x: bounds.x,
    y: bounds.y,
    width: Math.max(bounds.width, MINIMUM_SIZE.width),
    height: Math.max(bounds.height, MINIMUM_SIZE.height),
  };
}

function centred(area: Rectangle): Rectangle {
  const width = Math.max(Math.min(USUAL_SIZE.width, area.width), MINIMUM_SIZE.width);
  const height = Math.max(Math.min(USUAL_SIZE.height, area.height), MINIMUM_SIZE.height);
  return {
    x: Math.round(area.x + Math.max(0, area.width - width) / 2),
    y: Math.round(area.y + Math.max(0, area.height - height) / 2),
    width,
    height,
  };
}
