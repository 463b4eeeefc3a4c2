import { type ReactNode, useLayoutEffect, useRef } from 'react';
import './fitted-heading.css';

/** Sizes in px, largest first; the last one may wrap into two lines. */
const SIZES = [20, 18, 16, 14] as const;
const SMALLEST = 14;

/** A heading of one line that gets smaller, never cut, where there is less room. */
export function FittedHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = heading.current;
    const room = element?.parentElement;
    if (!element || !room) return;
    const shrink = () => {
      element.style.fontSize = `${SIZES[0]}px`;
      element.dataset['wraps'] = 'false';
      // Widths go with the size of the letters: measured once, as each look at a width lays the page out.
      const share = room.clientWidth / element.scrollWidth;
      const size = SIZES.find((one) => one <= SIZES[0] * share) ?? SMALLEST;
      element.style.fontSize = `${size}px`;
      element.dataset['wraps'] = String(size === SMALLEST);
    };
    shrink();
    const observer = new ResizeObserver(shrink);
    observer.observe(room);
    return () => observer.disconnect();
  });
  return (
    <h1 ref={heading} className="ui-fitted">
      {children}
    </h1>
  );
}
