/** Sizes of the page in per cent that a person can choose; the first and the last are the limits. */
export const ZOOM_STEPS: readonly number[] = [75, 80, 90, 100, 110, 125, 150, 175, 200];

export const ACTUAL_SIZE = 100;

/** The next larger (1) or smaller (-1) size; null at the end of the scale. */
export function nextZoom(zoom: number, direction: 1 | -1): number | null {
  const further = ZOOM_STEPS.filter((step) => (direction === 1 ? step > zoom : step < zoom));
  return (direction === 1 ? further[0] : further.at(-1)) ?? null;
}
