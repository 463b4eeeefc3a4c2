import type { Command as ModelCommand } from '#shared/commands/command.ts';
import { checkFormula } from '#shared/engine/check-formula.ts';
import type { Locale } from '#shared/formula/typed-value/typed-value.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { InputValue } from '#shared/model/value.ts';
import { inputRefused, wrongUsage } from './cli-error.ts';
import { unknownItem } from './documents.ts';
import { sentence } from './error-line.ts';
import { readInput, readTime } from './typed-input.ts';

const EDIT = /^\s*([^[\]=\s]+)\s*(?:\[\s*([^\]]*?)\s*\]\s*)?=(.*)$/su;

/** `key=value`, `key[2027Q1]=value`, `key[2027]=value` or `key==formula` as a command of the model. */
export function readEdit(
  text: string,
  scenario: Scenario,
  caseId: string | null,
  locale: Locale,
): ModelCommand {
  const match = EDIT.exec(text);
  const key = match?.[1];
  const typed = match?.[3];
  if (key === undefined || typed === undefined) throw wrongUsage('edit-malformed', { text });
  const item = itemOf(scenario, key);
  if (!item) throw unknownItem(scenario, key);
  const time = match?.[2];
  const at = time === undefined ? null : (readTime(time) ?? time);
  if (typed.trimStart().startsWith('=')) {
    if (at !== null) throw wrongUsage('formula-in-period', { key });
    return { type: 'setFormula', key, formula: readFormula(scenario, key, typed), caseId };
  }
  const value = readValue(key, typed, item.unit, locale);
  return { type: 'setCells', cells: [{ key, at, value }], caseId };
}

/** A formula that would show an error in every period is refused before anything is written. */
function readFormula(scenario: Scenario, key: string, typed: string): string {
  const formula = typed.trim();
  const problem = checkFormula(scenario, key, formula);
  if (problem === null) return formula;
  const reason = sentence(problem.reason.code, problem.reason.params);
  throw inputRefused('value-refused', { text: formula, key, reason: sentencePart(reason) });
}

function readValue(key: string, typed: string, unit: string, locale: Locale): InputValue {
  const value = readInput(typed, unit, locale);
  if (value.ok) return value.value;
  throw inputRefused('value-refused', { text: typed.trim(), key, reason: sentencePart(value.error.reason) });
}

/** The reason stands inside our own sentence. */
function sentencePart(reason: string): string {
  return reason.replace(/\.$/, '');
}
