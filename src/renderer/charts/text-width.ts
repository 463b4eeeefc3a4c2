const FAMILY = '"Inter Variable", "IBM Plex Sans Arabic", "Segoe UI", Arial, sans-serif';
const DEFAULT_ADVANCE = 0.58;

export type TextWidth = (text: string, size: number, weight?: number) => number;

/** Width in px of a text in the interface face; digits count as tabular. */
export const textWidth: TextWidth = (text, size, weight = 400) => {
  const tabular = text.replace(/\d/g, '0');
  const surface = drawingSurface();
  if (!surface) return tabular.length * size * DEFAULT_ADVANCE;
  surface.font = `${weight} ${size}px ${FAMILY}`;
  return surface.measureText(tabular).width;
};

let kept: CanvasRenderingContext2D | null | undefined;

function drawingSurface(): CanvasRenderingContext2D | null {
  if (typeof CanvasRenderingContext2D === 'undefined') return null;
  if (kept === undefined) kept = document.createElement('canvas').getContext('2d');
  return kept;
}
