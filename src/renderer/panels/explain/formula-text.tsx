import type { Expression } from '#shared/formula/ast.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { referencesOf } from '#shared/formula/references.ts';

const COLOURS = 3;

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly colour: number | null;
}

/** A formula with each row in a colour of its own, in order. */
export function FormulaText({ formula }: { readonly formula: string }) {
  const parsed = parseFormula(formula);
  const pieces = parsed.ok ? piecesOf(formula, parsed.value) : [{ text: formula, start: 0, colour: null }];
  return (
    <code className="panel-explain-code" dir="ltr">
      ={' '}
      {pieces.map(({ text, start, colour }) => (
        <span key={start} className={colour === null ? undefined : `panel-explain-reference-${colour}`}>
          {text}
        </span>
      ))}
    </code>
  );
}

function piecesOf(text: string, expression: Expression): Piece[] {
  const order = new Map<string, number>();
  const pieces: Piece[] = [];
  let done = 0;
  for (const { name, span } of referencesOf(expression)) {
    const place = order.get(name) ?? order.size;
    order.set(name, place);
    if (span.start > done) pieces.push({ text: text.slice(done, span.start), start: done, colour: null });
    pieces.push({ text: text.slice(span.start, span.end), start: span.start, colour: place % COLOURS });
    done = span.end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), start: done, colour: null });
  return pieces;
}
