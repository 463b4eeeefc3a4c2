/** Calls once in a frame in which rows, cells or the place scrolled to have changed. Returns the end of it. */
export function whenDrawn(root: HTMLElement, act: () => void): () => void {
  let waiting = 0;
  const wake = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      act();
    });
  };
  const drawn = new MutationObserver(wake);
  drawn.observe(root.querySelector('.ag-root') ?? root, { childList: true, subtree: true });
  const sized = new ResizeObserver(wake);
  sized.observe(root);
  root.addEventListener('scroll', wake, { capture: true, passive: true });
  return () => {
    cancelAnimationFrame(waiting);
    drawn.disconnect();
    sized.disconnect();
    root.removeEventListener('scroll', wake, { capture: true });
  };
}
