import { useRef, useSyncExternalStore } from 'react';

/** Follows a media query. A page that is being printed keeps the layout of the screen. */
export function useMedia(query: string): boolean {
  const onScreen = useRef<boolean | null>(null);
  return useSyncExternalStore(
    (wake) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', wake);
      return () => media.removeEventListener('change', wake);
    },
    () => {
      if (onScreen.current === null || !window.matchMedia('print').matches) {
        onScreen.current = window.matchMedia(query).matches;
      }
      return onScreen.current;
    },
  );
}
