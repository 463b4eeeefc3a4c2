import { currentSession, dispatch } from '#renderer/store/hooks.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Refusal } from '#shared/commands/refusal.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { EditTarget } from './edit-target.ts';
import { blankWord, type Entry } from './entry.ts';
import type { SheetView } from './sheet-view.ts';
import { notedBlank } from './step-names.ts';

type Words = Pick<SheetView, 't'>;

/** Carries out what was typed; the error is a sentence for the person. */
export function writeEntry(
  view: SheetView,
  { item, at, facts }: EditTarget,
  entry: Extract<Entry, { kind: 'value' | 'formula' }>,
): Result<'written', string> {
  const { key } = item;
  const { caseId } = view;
  if (entry.kind === 'formula')
    return write(view, { type: 'setFormula', key, formula: entry.formula, caseId });
  const cells = [{ key, at, value: entry.value }];
  const word = blankWord(entry.typed);
  const column = currentSession().activeCell?.column ?? '';
  // Taking a typed value off a formula brings the formula back: there is no blank to explain.
  const isNoted = word !== null && facts.content.kind !== 'formula' && /^\d/.test(column);
  return write(view, isNoted ? notedBlank(cells, caseId, column, word) : { type: 'setCells', cells, caseId });
}

export function write(words: Words, command: Command): Result<'written', string> {
  const done = dispatch(command);
  return done.ok ? ok('written') : err(refusalText(words, done.error));
}

export function refusalText({ t }: Words, { code, params }: Refusal): string {
  return t([`refusals:${code}`, 'refusals:nothing-changes'], params);
}

/** Why there is nothing to clear in a cell; null when Delete may blank it. */
export function clearProblem(view: SheetView, { item, facts, at, typed }: EditTarget): string | null {
  if (facts.content.kind !== 'formula' && view.caseId === null) return typed === null ? '' : null;
  if (facts.content.kind === 'formula' && typed === undefined) return view.t('closed.nothingToClear');
  const nearest = view.chain[0];
  const own = nearest && Object.hasOwn(nearest.overrides, item.key) ? nearest.overrides[item.key] : undefined;
  if (view.caseId === null || facts.content.kind !== 'formula') return null;
  return own && at !== null && Object.hasOwn(own.values, at) ? null : view.t('closed.fromParent');
}
