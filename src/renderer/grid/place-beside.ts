const GAP = 4;
const EDGE = 8;

/** Puts a floating box under a cell, or over it where there is no room, inside the window. Physical sides. */
export function placeBeside(box: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = box;
  const rtl = getComputedStyle(box).direction === 'rtl';
  const left = rtl ? anchor.right - width : anchor.left;
  const below = anchor.bottom + GAP;
  const top = below + height + EDGE > window.innerHeight ? anchor.top - GAP - height : below;
  box.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE))}px`;
  box.style.top = `${Math.max(EDGE, top)}px`;
}
