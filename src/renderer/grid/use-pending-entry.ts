import { useEffect, useRef } from 'react';
import { addPending, dropPending } from '#renderer/store/hooks.ts';

/** Says while something is typed, so that saving and closing enter it first. */
export function usePendingEntry(isTyping: boolean, enter: () => boolean): void {
  const latest = useRef(enter);
  latest.current = enter;
  useEffect(() => {
    if (!isTyping) return;
    const entry = { enter: () => latest.current() };
    addPending(entry);
    return () => dropPending(entry);
  }, [isTyping]);
}
