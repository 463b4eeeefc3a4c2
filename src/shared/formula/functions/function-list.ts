import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import type { FunctionDefinition, FunctionExample } from './definition.ts';
import { FUNCTION_FAMILIES, type FunctionFamily } from './table.ts';

/** What a list shows of a function. */
export type ListedFunction = Pick<FunctionDefinition, 'name' | 'signature' | 'help' | 'examples'>;

export interface ListedFamily {
  readonly id: FunctionFamily['id'];
  readonly functions: readonly ListedFunction[];
}

/** An example as it is read: `SUM(3, 2)`, `=`, `5`. */
export interface ExampleText {
  readonly formula: string;
  /** `≈` where the result is written with fewer digits than are calculated. */
  readonly sign: '=' | '≈';
  readonly result: string;
}

/** What the engine itself answers: it reads the deals of the scenario. */
const DEALS: ListedFunction = {
  name: 'DEALS',
  signature: 'DEALS(direction, [type], [binding], [counterparty])',
  help: {
    en: 'Money of the deals in the period, "in" to the company or "out" of it, or their capacity ("gw"), of one type, binding level and counterparty; "counted" weighs each level by its count_ row.',
    ar: 'أموال الصفقات في الفترة، داخلة إلى الشركة ("in") أو خارجة منها ("out")، أو سعتها ("gw")، لنوع ومستوى إلزام وطرف مقابل محدد، وتُرجّح "counted" كل مستوى بقيمة بند count_ الخاص به.',
  },
  examples: [],
};

/** Where a function can only be asked in a row, an example without a timeline says nothing. */
const TIMELINE = 'timeline';

/** Results that differ by less are the same number; a wider tolerance belongs to a rounded one. */
const SAME_NUMBER = 1e-12;

/** All functions that a formula can call, by family, in alphabetical order within each. */
export function functionList(): ListedFamily[] {
  return FUNCTION_FAMILIES.map(({ id, functions }) => ({
    id,
    functions: id === TIMELINE ? sorted([...functions.map(withoutExamples), DEALS]) : sorted(functions),
  }));
}

function withoutExamples(one: ListedFunction): ListedFunction {
  return { ...one, examples: [] };
}

function sorted(functions: readonly ListedFunction[]): ListedFunction[] {
  return [...functions].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Formula and result in the notation of formulas: `"OK"`, `TRUE`, `#N/A`, `{1,2;3,4}`. */
export function exampleText({ formula, result, tolerance = 0 }: FunctionExample): ExampleText {
  return { formula, sign: tolerance > SAME_NUMBER ? '≈' : '=', result: resultText(result) };
}

function resultText(result: FunctionExample['result']): string {
  if (isMatrix(result)) return `{${result.map((row) => row.map(valueText).join(',')).join(';')}}`;
  return valueText(result);
}

function isMatrix(result: FunctionExample['result']): result is readonly (readonly CellValue[])[] {
  return Array.isArray(result);
}

function valueText(value: CellValue | { readonly error: string }): string {
  if (value === null) return '';
  if (isErrorValue(value)) return value.code;
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return String(value).toUpperCase();
}
