import { applyCommand } from '#shared/commands/apply-command.ts';
import type { FrozenReader } from '#shared/commands/command.ts';
import { createEngine } from '#shared/engine/engine.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { referencesOf } from '#shared/formula/references.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Content, ItemKey } from '#shared/model/line-item.ts';
import { caseChain } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { type CellValue, type InputValue, isErrorValue } from '#shared/model/value.ts';
import { formulasOf, readsRow } from './row-formulas.ts';
import { rowUse } from './row-use.ts';

/** How the readers of a row keep what they show when it goes. */
export interface FreezePlan {
  /** `number`: formulas go on with the number of the row written in. `values`: readers become typed values. */
  readonly kind: 'number' | 'values';
  readonly frozen: readonly FrozenReader[];
  /** Cells of readers that hold an error and so become blank. */
  readonly blanks: number;
}

type Shown = ReadonlyMap<string | null, ReadonlyMap<ItemKey, readonly CellValue[]>>;

/**
 * Keeps the values of all rows when one goes, in the base and in every case, as seen on a day. Where
 * the row is one number everywhere and writing it into the formulas changes no value, they live on.
 */
export function freezeRow(
  scenario: Scenario,
  key: ItemKey,
  asOf: IsoDate | null,
  reason: string,
): FreezePlan {
  const readers = rowUse(scenario, key).readers.map((one) => one.key);
  const shown = shownIn(scenario, asOf);
  const written = numberWrittenIn(scenario, key);
  if (written && keepsValues(scenario, key, written, shown, asOf))
    return { kind: 'number', frozen: written, blanks: 0 };
  const frozen = readers.flatMap((reader) => frozenIn(scenario, key, reader, shown, reason));
  return { kind: 'values', frozen, blanks: errorsAmong(frozen, shown) };
}

function shownIn(scenario: Scenario, asOf: IsoDate | null): Shown {
  const engine = createEngine(scenario, { caseId: null, asOf });
  const rowsNow = () => new Map([...engine.rows()].map(([key, { periods }]) => [key, periods]));
  const shown = new Map<string | null, ReadonlyMap<ItemKey, readonly CellValue[]>>([[null, rowsNow()]]);
  for (const { id } of scenario.cases) {
    engine.look({ caseId: id, asOf });
    shown.set(id, rowsNow());
  }
  return shown;
}

/** The formulas of the readers with the number in place of the row; null where it is not one number everywhere. */
function numberWrittenIn(scenario: Scenario, key: ItemKey): FrozenReader[] | null {
  const item = itemOf(scenario, key);
  const isReplaced = scenario.cases.some(({ overrides }) => Object.hasOwn(overrides, key));
  if (!item || isReplaced || item.content.kind !== 'constant' || Object.keys(item.overrides).length > 0)
    return null;
  const { value } = item.content;
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const number = value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
  const written: FrozenReader[] = [];
  for (const one of formulasOf(scenario)) {
    if (one.key === key || !readsRow(one.formula, key)) continue;
    const formula = withNumber(one.formula, key, number);
    if (formula === null) return null;
    written.push({ key: one.key, caseId: one.caseId, content: { kind: 'formula', formula }, reason: '' });
  }
  return written;
}

/** A number has no other times: a formula that reads the row at one cannot take it. */
function withNumber(formula: string, key: ItemKey, number: string): string | null {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return null;
  const places = referencesOf(parsed.value).filter(({ name }) => name === key);
  if (places.some(({ time }) => time !== undefined)) return null;
  return places.reduceRight(
    (text, { span }) => text.slice(0, span.start) + number + text.slice(span.end),
    formula,
  );
}

function keepsValues(
  scenario: Scenario,
  key: ItemKey,
  frozen: readonly FrozenReader[],
  shown: Shown,
  asOf: IsoDate | null,
): boolean {
  // Of a row that may not go for another reason the command says so; here only values are compared.
  const applied = applyCommand(scenario, { type: 'deleteItem', key, frozen });
  if (!applied.ok) return true;
  const after = shownIn(applied.value.scenario, asOf);
  return [...after].every(([caseId, rows]) =>
    [...rows].every(([row, values]) => sameValues(values, shown.get(caseId)?.get(row) ?? [])),
  );
}

function sameValues(a: readonly CellValue[], b: readonly CellValue[]): boolean {
  const same = (one: CellValue, other: CellValue | undefined) =>
    isErrorValue(one) && other !== undefined && isErrorValue(other)
      ? one.code === other.code
      : Object.is(one, other);
  return a.length === b.length && a.every((value, index) => same(value, b[index]));
}

/** What one reader holds in the base and in each case from now on. */
function frozenIn(
  scenario: Scenario,
  key: ItemKey,
  reader: ItemKey,
  shown: Shown,
  reason: string,
): FrozenReader[] {
  const goes = (content: Content | undefined) =>
    content?.kind === 'formula' && readsRow(content.formula, key);
  const values = (caseId: string | null) => shown.get(caseId)?.get(reader) ?? [];
  const typed = (caseId: string | null): FrozenReader => ({
    key: reader,
    caseId,
    content: { kind: 'byPeriod', values: values(caseId).map(typedValue) },
    reason,
  });
  const frozen = goes(itemOf(scenario, reader)?.content) ? [typed(null)] : [];
  for (const { id } of scenario.cases) {
    const chain = caseChain(scenario, id);
    const [own] = chain;
    const source = chain.find((one) => ownOverride(one, reader)?.content !== undefined);
    const content = source ? ownOverride(source, reader)?.content : itemOf(scenario, reader)?.content;
    if (!goes(content)) continue;
    const above = own?.inherits ?? null;
    const follows = source !== own && sameValues(values(id), values(above));
    if (!follows) frozen.push(typed(id));
    else if (own && ownOverride(own, reader)) frozen.push({ ...typed(id), content: null });
  }
  return frozen;
}

function ownOverride(one: Scenario['cases'][number], key: ItemKey) {
  return Object.hasOwn(one.overrides, key) ? one.overrides[key] : undefined;
}

function typedValue(value: CellValue): InputValue {
  return isErrorValue(value) ? null : value;
}

function errorsAmong(frozen: readonly FrozenReader[], shown: Shown): number {
  return frozen
    .filter(({ content }) => content !== null)
    .reduce(
      (sum, { key, caseId }) => sum + (shown.get(caseId)?.get(key) ?? []).filter(isErrorValue).length,
      0,
    );
}
