import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { CellAddress } from '#renderer/store/hooks.ts';
import type { FormulaWrong } from '../entry.ts';
import { usePendingEntry } from '../use-pending-entry.ts';
import { FieldButtons } from './field-buttons.tsx';
import { useFormulaView } from './use-formula-view.ts';
import '#renderer/ui/reference-colours.css';

interface FieldProps {
  readonly text: string;
  readonly label: string;
  readonly readOnly: boolean;
  /** The cell that is shown; null for none. */
  readonly home: CellAddress | null;
  readonly styleNonce: string;
  /** What is wrong with a text while it is typed; null when nothing is. */
  readonly problemOf: (text: string) => FormulaWrong | null;
  /** Takes a text; a sentence when it was not taken. */
  readonly onCommit: (text: string) => string | null;
  /** What was typed and not entered when the person went to another cell. */
  readonly onLeft: (text: string) => void;
  /** Entered or given up: the cell has the focus again. */
  readonly onDone: () => void;
}

/**
 * One line of formula or value. What is typed stays when a dialog or another window takes the
 * focus.
 */
export function FormulaField(props: FieldProps) {
  const { text, label, readOnly, problemOf, onCommit, onLeft } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const problemId = useId();
  const wrong = typed === null || typed === text ? null : problemOf(typed);
  const problem = refusal ?? wrong?.reason ?? null;

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

  const enter = (entered: string) => {
    if (commit(entered)) props.onDone();
  };
  const giveUp = () => {
    leave();
    props.onDone();
  };
  const { host, view, listIsOpen, callIsOpen } = useFormulaView({
    text,
    home: props.home,
    readOnly,
    styleNonce: props.styleNonce,
    onEdited: (next) => {
      setTyped(next);
      setRefusal(null);
    },
    onEnter: enter,
    onEscape: giveUp,
  });
  const shown = typed ?? text;
  const isEarly = listIsOpen || (callIsOpen && wrong?.isUnfinished === true);
  const visible = refusal ?? (isEarly ? null : problem);
  useLayoutEffect(() => view.current?.show(shown), [view, shown]);
  const reason = isEarly ? undefined : wrong?.reason;
  const [start, end] = [wrong?.span.start, wrong?.span.end];
  useLayoutEffect(() => {
    const known = reason !== undefined && start !== undefined && end !== undefined;
    view.current?.underline(known ? { reason, span: { start, end } } : null);
  }, [view, reason, start, end]);
  useLayoutEffect(() => {
    view.current?.mark({
      'aria-label': label,
      'aria-readonly': readOnly ? 'true' : null,
      'aria-invalid': visible === null ? null : 'true',
      'aria-describedby': visible === null ? null : problemId,
    });
  }, [view, label, readOnly, visible, problemId]);
  return (
    <div className="grid-formula">
      <div ref={host} className="grid-formula-field" />
      {typed !== null && <FieldButtons onCancel={giveUp} onEnter={() => enter(typed)} />}
      {visible !== null && (
        <div
          id={problemId}
          role={refusal === null ? 'status' : 'alert'}
          className="ui-problem grid-bar-problem"
        >
          <bdi>{visible}</bdi>
        </div>
      )}
    </div>
  );
}
