import { useLayoutEffect, useRef } from 'react';
import type { Card } from './card-lines.ts';
import { placeBeside } from './place-beside.ts';

export interface ShownCard {
  readonly card: Card;
  readonly anchor: DOMRect;
}

/** What is known of a cell, on hovering over a marked cell or on F1. */
export function CellCard({ shown, label }: { readonly shown: ShownCard; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) placeBeside(box.current, shown.anchor);
  }, [shown]);
  const { title, mark, lines } = shown.card;
  return (
    <div ref={box} className="grid-card" role="tooltip" aria-label={label}>
      <div className="grid-card-head">
        <bdi>{title}</bdi>
        {mark && <span className="grid-card-mark">{mark}</span>}
      </div>
      <dl>
        {lines.map(({ name, text, code }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir={code ? 'ltr' : 'auto'}>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
