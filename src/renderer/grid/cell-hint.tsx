import { CircleAlert } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { placeBeside } from './place-beside.ts';
import type { CellHintState } from './sheet-context.ts';

/** What a typed text means, or why it is not taken, beside the cell. */
export function CellHint({ hint, id }: { readonly hint: CellHintState | null; readonly id: string }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (hint && box.current) placeBeside(box.current, hint.anchor.getBoundingClientRect());
  }, [hint]);
  return (
    <div id={id} role={hint?.urgent ? 'alert' : 'status'} className="grid-hint-host">
      {hint && (
        <div ref={box} className={`grid-hint grid-hint-${hint.kind}`}>
          {hint.kind === 'refused' && <CircleAlert size={14} strokeWidth={1.75} aria-hidden="true" />}
          <div>
            <div className="grid-hint-lead">
              <bdi>{hint.lead}</bdi>
            </div>
            {hint.more.map((line) => (
              <div key={line} className="grid-hint-more">
                {line}
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
