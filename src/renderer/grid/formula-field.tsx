import { type KeyboardEvent, type UIEvent, useEffect, useId, useRef, useState } from 'react';
import { formulaPieces } from '#shared/report/formula-pieces.ts';
import { usePendingEntry } from './use-pending-entry.ts';
import '#renderer/ui/reference-colours.css';

interface FieldProps {
  readonly text: string;
  readonly label: string;
  readonly readOnly: boolean;
  /** What is wrong with a text while it is typed; null when nothing is. */
  readonly problemOf: (text: string) => string | null;
  /** Takes a text; a sentence when it was not taken. */
  readonly onCommit: (text: string) => string | null;
  /** What was typed and not entered when the person went to another cell. */
  readonly onLeft: (text: string) => void;
}

/**
 * One line of formula or value. The field lies over a copy of its text that carries the colours.
 * What is typed stays when a dialog or another window takes the focus.
 */
export function FormulaField({ text, label, readOnly, problemOf, onCommit, onLeft }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const paint = useRef<HTMLDivElement>(null);
  const problemId = useId();
  const shown = typed ?? text;
  const problem = refusal ?? (typed === null || typed === text ? null : problemOf(typed));

  const left = useRef({ typed, onLeft });
  left.current = { typed, onLeft };
  useEffect(
    () => () => {
      const { typed: last, onLeft: tell } = left.current;
      if (last !== null) tell(last);
    },
    [],
  );

  function leave() {
    setTyped(null);
    setRefusal(null);
    left.current.typed = null;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.code === 'Escape') leave();
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') commit(event.currentTarget.value);
    else return;
    event.preventDefault();
  }

  /** False when the text was not taken. */
  function commit(entered: string): boolean {
    left.current.typed = null;
    const refused = onCommit(entered);
    if (refused === null) leave();
    else {
      left.current.typed = typed;
      setRefusal(refused);
    }
    return refused === null;
  }
  usePendingEntry(typed !== null && typed !== text, () => commit(typed ?? text));

  function follow(event: UIEvent<HTMLInputElement>) {
    if (paint.current) paint.current.scrollLeft = event.currentTarget.scrollLeft;
  }

  return (
    <div className="grid-formula">
      <div ref={paint} className="grid-formula-paint" aria-hidden="true">
        {formulaPieces(shown).map((piece) => (
          <span
            key={piece.start}
            className={piece.colour === null ? undefined : `ui-reference-${piece.colour}`}
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
      />
      {problem !== null && (
        <div id={problemId} role={refusal === null ? 'status' : 'alert'} className="grid-bar-problem">
          <bdi>{problem}</bdi>
        </div>
      )}
    </div>
  );
}
