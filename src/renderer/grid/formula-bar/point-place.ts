import { isSymbol, referencesIn } from './references-in.ts';
import { isFormula, scanFormula } from './scan.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

const AWAITS_OPERAND = /[-+*/^&,;(<>={:]\s*$/;
const SPACED_OPERATOR = /\s[-+*/^&<>=]$|,$/;

/**
 * Where a cell that is pointed at goes: over what is selected, over the name that the caret
 * touches, or at the caret where an operand is missing. Null where no reference can stand.
 */
export function placeForReference(text: string, selection: Range): Range | null {
  if (!isFormula(text)) return null;
  const { from, to } = selection;
  if (from < to) return from > text.indexOf('=') ? selection : null;
  const touched = nameAt(text, from);
  if (touched) return touched;
  const before = text.slice(0, from);
  const inText = (before.match(/"/g)?.length ?? 0) % 2 === 1;
  return !inText && AWAITS_OPERAND.test(before) ? selection : null;
}

/** A space where the formula is written with spaces around its operators. */
export function leadOf(text: string, at: number): string {
  return SPACED_OPERATOR.test(text.slice(0, at)) ? ' ' : '';
}

function nameAt(text: string, caret: number): Range | null {
  const touches = ({ start, end }: { start: number; end: number }) => start < caret && caret <= end;
  const whole = referencesIn(text, () => true).find(({ span }) => touches(span));
  if (whole) return { from: whole.span.start, to: whole.span.end };
  const tokens = scanFormula(text);
  const at = tokens.findIndex(({ kind, span }) => kind === 'name' && touches(span));
  const token = tokens[at];
  return token && !isSymbol(tokens[at + 1], '(') ? { from: token.span.start, to: token.span.end } : null;
}
