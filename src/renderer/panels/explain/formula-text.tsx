import '#renderer/ui/reference-colours.css';
import { formulaPieces } from '#shared/report/formula-pieces.ts';

/** A formula with each row in a colour of its own, in order. */
export function FormulaText({ formula }: { readonly formula: string }) {
  return (
    <code className="panel-explain-code" dir="ltr">
      ={' '}
      {formulaPieces(formula).map(({ text, start, colour }) => (
        <span key={start} className={colour === null ? undefined : `ui-reference-${colour}`}>
          {text}
        </span>
      ))}
    </code>
  );
}
