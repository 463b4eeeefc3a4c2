import { DefaultZIndexes } from 'recharts';

/**
 * From back to front. Only layers that the chart library makes at once: its others come a moment
 * later, which is too late for a page that is drawn while the window prints.
 */
export const LAYERS = {
  ground: DefaultZIndexes.grid,
  lines: DefaultZIndexes.line,
  labels: DefaultZIndexes.activeDot,
  rings: DefaultZIndexes.label,
} as const;
