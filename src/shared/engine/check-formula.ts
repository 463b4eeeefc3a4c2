import type { Expression, Span } from '#shared/formula/ast.ts';
import { findFunction, functionNames } from '#shared/formula/functions/table.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { callsOf, referencesOf } from '#shared/formula/references.ts';
import { unknownFunctionReason, unknownRowReason } from '#shared/formula/unknown-name.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { type Reason, reasonOf } from '#shared/model/reason.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { parseUnit } from '#shared/model/unit.ts';
import { type Call, DEALS } from './read-formula.ts';
import { checkUnits } from './units/check-units.ts';
import { mismatchReason } from './units/unit-checker.ts';

/** Why a text cannot be the formula of a row. */
export interface FormulaProblem {
  readonly kind: 'syntax' | 'name' | 'arguments' | 'units';
  readonly reason: Reason;
  /** The place in the text as typed. */
  readonly span: Span;
  /** What to write there instead. */
  readonly suggestion?: string;
}

/**
 * The first reason not to take a text as the formula of a row: it is none, names what does not
 * exist, gives a function too few or too many arguments, or mixes units. null when it can be taken.
 */
export function checkFormula(scenario: Scenario, key: ItemKey, text: string): FormulaProblem | null {
  const parsed = parseFormula(text);
  if (!parsed.ok) {
    const { reason, span, suggestion } = parsed.error;
    return { kind: 'syntax', reason, span, ...(suggestion === undefined ? {} : { suggestion }) };
  }
  return firstNameProblem(scenario, parsed.value) ?? unitProblem(scenario, key, parsed.value);
}

function firstNameProblem(scenario: Scenario, expression: Expression): FormulaProblem | null {
  const rows = referencesOf(expression).flatMap(({ name, nameSpan }) =>
    itemOf(scenario, name) ? [] : [nameProblem(unknownRowReason(name, scenario.itemOrder), nameSpan)],
  );
  const calls = callsOf(expression).flatMap((call) => callProblem(call) ?? []);
  return [...rows, ...calls].sort((a, b) => a.span.start - b.span.start)[0] ?? null;
}

function nameProblem(reason: Reason, span: Span): FormulaProblem {
  const suggestion = reason.params['near'];
  return { kind: 'name', reason, span, ...(suggestion === undefined ? {} : { suggestion }) };
}

function callProblem({ name, args, span, nameSpan }: Call): FormulaProblem | null {
  if (name === DEALS) return null;
  const definition = findFunction(name);
  if (!definition) return nameProblem(unknownFunctionReason(name, [...functionNames(), DEALS]), nameSpan);
  const { minArgs, maxArgs, signature } = definition;
  if (args.length >= minArgs && args.length <= maxArgs) return null;
  const code = args.length < minArgs ? 'arguments-few' : 'arguments-many';
  return { kind: 'arguments', reason: reasonOf(code, { signature }), span };
}

function unitProblem(scenario: Scenario, key: ItemKey, expression: Expression): FormulaProblem | null {
  const unitOf = (name: string) => parseUnit(itemOf(scenario, name)?.unit ?? '');
  const declared = unitOf(key);
  const mismatch = declared && checkUnits(expression, declared, unitOf);
  return mismatch && { kind: 'units', reason: mismatchReason(mismatch), span: mismatch.span };
}
