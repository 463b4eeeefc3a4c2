import { type KeyboardEvent, type UIEvent, useId, useRef, useState } from 'react';
import { formulaPieces } from './formula-colours.ts';

interface FieldProps {
  readonly text: string;
  readonly label: string;
  readonly readOnly: boolean;
  /** What is wrong with a text while it is typed; null when nothing is. */
  readonly problemOf: (text: string) => string | null;
  /** Takes a text; a sentence when it was not taken. */
  readonly onCommit: (text: string) => string | null;
}

/** One line of formula or value. The field lies over a copy of its text that carries the colours. */
export function FormulaField({ text, label, readOnly, problemOf, onCommit }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const paint = useRef<HTMLDivElement>(null);
  const problemId = useId();
  const shown = typed ?? text;
  const problem = refusal ?? (typed === null || typed === text ? null : problemOf(typed));

  function leave() {
    setTyped(null);
    setRefusal(null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.code === 'Escape') leave();
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') commit(event.currentTarget);
    else return;
    event.preventDefault();
  }

  function commit(field: HTMLInputElement) {
    const refused = onCommit(field.value);
    if (refused === null) leave();
    else setRefusal(refused);
  }

  function follow(event: UIEvent<HTMLInputElement>) {
    if (paint.current) paint.current.scrollLeft = event.currentTarget.scrollLeft;
  }

  return (
    <div className="grid-formula">
      <div ref={paint} className="grid-formula-paint" aria-hidden="true">
        {formulaPieces(shown).map((piece) => (
          <span
            key={piece.start}
            className={piece.colour === null ? undefined : `grid-reference-${piece.colour}`}
          >
            {piece.text}
          </span>
        ))}
      </div>
      <input
        dir="ltr"
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        spellCheck={false}
        autoComplete="off"
        readOnly={readOnly}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefusal(null);
        }}
        onKeyDown={onKeyDown}
        onScroll={follow}
        onBlur={leave}
      />
      {problem !== null && (
        <div id={problemId} role={refusal === null ? 'status' : 'alert'} className="grid-bar-problem">
          <bdi>{problem}</bdi>
        </div>
      )}
    </div>
  );
}
