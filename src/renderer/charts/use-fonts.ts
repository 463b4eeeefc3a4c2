import { useSyncExternalStore } from 'react';
import { forgetWidths } from './text-width.ts';

let loads = 0;

/** Counts how often faces arrived: what was measured before that must be measured again. */
export function useFonts(): number {
  return useSyncExternalStore(subscribe, () => loads);
}

function subscribe(wake: () => void): () => void {
  const { fonts } = document;
  if (!fonts) return () => {};
  const arrived = () => {
    loads += 1;
    forgetWidths();
    wake();
  };
  fonts.addEventListener('loadingdone', arrived);
  return () => fonts.removeEventListener('loadingdone', arrived);
}
