import type { Explanation } from '#shared/analysis/explanation.ts';
import type { Explain } from './branches.ts';

/** The row that makes most of a sum. */
export interface MainPart {
  readonly key: string;
  /** Its part over the value. */
  readonly share: number;
}

/**
 * The largest part of a value; of a year, over its quarters. null where the value is no sum of several
 * rows, or where parts of both signs would make a share of more than the whole.
 */
export function mainPartOf(cell: Explanation, explain: Explain): MainPart | null {
  if (typeof cell.value !== 'number' || cell.value === 0) return null;
  const parts = new Map<string, number>();
  for (const one of cellsToAdd(cell, explain)) {
    for (const input of one.inputs) {
      if (input.kind !== 'cell' || input.contribution?.kind !== 'part') continue;
      const { contribution } = input;
      const { key } = input.cell.place;
      parts.set(key, (parts.get(key) ?? 0) + contribution.value);
    }
  }
  const [largest] = [...parts]
    .filter(([, part]) => part !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  if (!largest || parts.size < 2) return null;
  const share = largest[1] / cell.value;
  return share > 0 && share <= 1 ? { key: largest[0], share } : null;
}

function cellsToAdd(cell: Explanation, explain: Explain): readonly Explanation[] {
  const { content } = cell;
  if (content?.kind !== 'year') return [cell];
  if (content.rule === 'avg') return [];
  return cell.inputs.flatMap((input) => (input.kind === 'cell' ? [explain(input.cell.place)] : []));
}
