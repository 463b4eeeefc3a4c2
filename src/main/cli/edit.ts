import type { Command as ModelCommand } from '#shared/commands/command.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { type Locale, parseTypedValue, toRowValue } from '#shared/formula/typed-value/typed-value.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { InputValue } from '#shared/model/value.ts';
import { inputRefused, wrongUsage } from './cli-error.ts';
import { unknownItem } from './documents.ts';

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
  const at = match?.[2]?.toUpperCase() ?? null;
  if (typed.trimStart().startsWith('=')) {
    if (at !== null) throw wrongUsage('formula-in-period', { key });
    return { type: 'setFormula', key, formula: readFormula(key, typed), caseId };
  }
  const value = readValue(key, typed, item.unit, locale);
  return { type: 'setCells', cells: [{ key, at, value }], caseId };
}

function readFormula(key: string, typed: string): string {
  const formula = typed.trim();
  const parsed = parseFormula(formula);
  if (parsed.ok) return formula;
  const reason = `${parsed.error.message} (character ${parsed.error.span.start + 1})`;
  throw inputRefused('value-refused', { text: formula, key, reason: sentencePart(reason) });
}

function readValue(key: string, typed: string, unit: string, locale: Locale): InputValue {
  const truth = typed.trim().toUpperCase();
  if (unit === 'true/false' && (truth === 'TRUE' || truth === 'FALSE')) return truth === 'TRUE';
  const value = toRowValue(parseTypedValue(typed, locale), unit);
  if (value.ok) return value.value;
  throw inputRefused('value-refused', { text: typed.trim(), key, reason: sentencePart(value.error.reason) });
}

/** The reason stands inside our own sentence. */
function sentencePart(reason: string): string {
  return reason.replace(/\.$/, '');
}
