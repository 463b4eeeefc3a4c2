import { isMatrix, type Operand } from '#shared/formula/matrix.ts';
import type { CellValue } from '#shared/model/value.ts';
import { evaluateAt, type Read, readsAt } from './cell-formula.ts';
import { nameOfPlace, type ValuePlace, type ViewedModel } from './viewed-model.ts';

/**
 * How a cell of `after` would differ, were one input as it is in `before`; `input` null stands for
 * its deals. null where one of the two is no number.
 */
export function swapOf(
  before: ViewedModel,
  after: ViewedModel,
  place: ValuePlace,
  input: ValuePlace | null,
): number | null {
  const content = after.content(place);
  if (content?.kind === 'year') return input && yearSwap(before, after, place, input, content.rule);
  const text = content?.kind === 'formula' || content?.kind === 'rate' ? content.formula : null;
  const expression = text === null ? null : after.parse(text);
  if (!expression) return null;
  const old = input ? null : dealsBefore(before, place, text ?? '');
  const now = evaluateAt(after, place, expression, (_, operand) => operand);
  const swapped = evaluateAt(after, place, expression, (read, operand) => {
    if (read.kind === 'deals') return old?.get(read.id) ?? operand;
    return input ? withCell(read, operand, input, before.value(input)) : operand;
  });
  return typeof now === 'number' && typeof swapped === 'number' ? now - swapped : null;
}

function dealsBefore(before: ViewedModel, place: ValuePlace, text: string): Map<string, CellValue> {
  const expression = before.parse(text);
  const reads = expression ? readsAt(before, place, expression) : [];
  return new Map(reads.flatMap((read) => (read.kind === 'deals' ? [[read.id, read.value] as const] : [])));
}

function withCell(
  read: Extract<Read, { kind: 'row' }>,
  operand: Operand,
  cell: ValuePlace,
  value: CellValue,
): Operand {
  if (!isMatrix(operand)) return operand;
  const name = nameOfPlace(cell);
  const values = operand.values.map((one, index) => {
    const at = read.places[index];
    return at && nameOfPlace(at) === name ? value : one;
  });
  return { ...operand, values };
}

function yearSwap(
  before: ViewedModel,
  after: ViewedModel,
  place: ValuePlace,
  input: ValuePlace,
  rule: string,
): number | null {
  const [from, to] = [before.value(input) ?? 0, after.value(input) ?? 0];
  if (typeof from !== 'number' || typeof to !== 'number' || !('year' in place)) return null;
  const quarters = after.quartersOf(place.year).filter((at) => after.quarter(place.key, at) !== null);
  return rule === 'avg' ? (to - from) / Math.max(1, quarters.length) : to - from;
}
