import type { Explanation } from '#shared/analysis/explanation.ts';
import type { Explain } from './branches.ts';

/** The row that makes most of a sum. */
export interface MainPart {
  readonly key: string;
  /** Its part over the value. */
  readonly share: number;
}

/** How far to look through sums that have only one part. */
const DEEPEST = 6;

interface Part {
  readonly value: number;
  readonly cells: readonly Explanation[];
}

/**
 * The largest part of a value; of a year, over its quarters. Sums of a single part that is not 0 are
 * looked through. null where the value is no sum of several rows, or where parts of both signs would
 * make a share of more than the whole.
 */
export function mainPartOf(cell: Explanation, explain: Explain): MainPart | null {
  if (typeof cell.value !== 'number' || cell.value === 0) return null;
  let cells = cellsToAdd(cell, explain);
  for (let depth = 0; depth < DEEPEST; depth++) {
    const parts = partsOf(cells);
    const [largest, second] = [...parts].sort((a, b) => Math.abs(b[1].value) - Math.abs(a[1].value));
    if (!largest) return null;
    const [key, part] = largest;
    // A running total that is mostly its own past says nothing of where it comes from.
    if (cells.some(({ place }) => place.key === key)) return null;
    const share = part.value / cell.value;
    if (second) return share > 0 && share <= 1 ? { key, share } : null;
    cells = part.cells.map((one) => explain(one.place));
  }
  return null;
}

/** The parts that are not 0, by row. */
function partsOf(cells: readonly Explanation[]): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const one of cells) {
    for (const input of one.inputs) {
      if (input.kind !== 'cell' || input.contribution?.kind !== 'part' || input.contribution.value === 0)
        continue;
      const { key } = input.cell.place;
      const former = parts.get(key) ?? { value: 0, cells: [] };
      parts.set(key, {
        value: former.value + input.contribution.value,
        cells: [...former.cells, input.cell],
      });
    }
  }
  return parts;
}

function cellsToAdd(cell: Explanation, explain: Explain): readonly Explanation[] {
  const { content } = cell;
  if (content?.kind !== 'year') return [cell];
  if (content.rule === 'avg') return [];
  return cell.inputs.flatMap((input) => (input.kind === 'cell' ? [explain(input.cell.place)] : []));
}
