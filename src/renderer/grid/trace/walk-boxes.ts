import type { CellAddress } from '#renderer/store/hooks.ts';
import type { Box } from '../selection/range.ts';

/**
 * Cells as ranges of the sheet, neighbours along a row in one; cells that are not on screen are left out.
 * Column 0 is the label.
 */
export function boxesOf(
  cells: readonly CellAddress[],
  rows: readonly string[],
  columns: readonly string[],
): Box[] {
  const places = cells
    .map(({ key, column }) => ({ row: rows.indexOf(key), column: columns.indexOf(column) + 1 }))
    .filter(({ row, column }) => row >= 0 && column > 0)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const boxes: Box[] = [];
  for (const { row, column } of places) {
    const last = boxes.at(-1);
    if (last && last.top === row && last.end === column - 1)
      boxes[boxes.length - 1] = { ...last, end: column };
    else boxes.push({ top: row, bottom: row, start: column, end: column });
  }
  return boxes;
}
