import { type RefObject, useEffect } from 'react';
import { followTrail } from '#renderer/store/trail.ts';
import type { SheetCore } from '../use-sheet-core.ts';
import type { SheetRows } from '../use-sheet-rows.ts';
import { TraceArrows } from './trace-arrows.tsx';
import { WalkList } from './walk-list.tsx';
import './trace.css';

interface Props {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly core: Pick<SheetCore, 'current' | 'selection' | 'announce'>;
  readonly shown: { readonly rows: SheetRows; readonly columns: readonly string[] };
}

/** What a cell reads and what reads it, over the sheet; and the memory of where one was. */
export function TraceLayer({ root, core, shown }: Props) {
  useEffect(followTrail, []);
  return (
    <>
      <TraceArrows root={root} announce={core.announce} />
      <WalkList root={root} core={core} shown={shown} />
    </>
  );
}
