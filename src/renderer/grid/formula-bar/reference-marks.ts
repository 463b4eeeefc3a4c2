import type { CellAddress } from '#renderer/store/hooks.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { REFERENCE_COLOURS } from '#shared/report/formula-pieces.ts';
import { LABEL_COLUMN } from '../navigate.ts';
import { columnsOf, coveredColumns } from './reference-text.ts';
import type { FoundReference } from './references-in.ts';

/** Number of the row in the formula, by the cell that it reads; and by the label of the row. */
export type ReferenceMarks = ReadonlyMap<string, number>;

const nameOf = (key: string, column: string): string => `${key} ${column}`;

/** The cells that a formula reads when it is calculated in `home`. */
export function referenceMarks(
  scenario: Scenario,
  home: CellAddress,
  references: readonly FoundReference[],
): ReferenceMarks {
  const columns = columnsOf(scenario);
  const here = columns.find(({ id }) => id === home.column);
  const marks = new Map<string, number>();
  for (const { name, time, number } of references) {
    marks.set(nameOf(name, LABEL_COLUMN), number);
    for (const column of coveredColumns(columns, here, time)) marks.set(nameOf(name, column), number);
  }
  return marks;
}

/** Classes and number of a cell: the colour of its row in the formula, and the number as second sign. */
export function referenceLook(marks: ReferenceMarks, key: string, column: string) {
  const number = marks.get(nameOf(key, column));
  return number === undefined
    ? null
    : { classes: ['grid-ref', `grid-ref-${(number - 1) % REFERENCE_COLOURS}`], number: String(number) };
}
