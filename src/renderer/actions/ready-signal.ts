/**
 * Sets `data-ready` on the page once the first view is drawn: the welcome page, or grid and
 * charts of a document. What drives the program from outside waits for it. Returns the end of it.
 */
export function signalReady(page: Document): () => void {
  const root = page.documentElement;
  const look = () => {
    if (!isDrawn(page)) return;
    observer.disconnect();
    void page.fonts.ready.then(() => {
      requestAnimationFrame(() => {
        root.dataset['ready'] = 'true';
      });
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(page.body, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
}

function isDrawn(page: Document): boolean {
  if (page.querySelector('[data-view="welcome"]')) return true;
  const rows = page.querySelector('[data-region="grid"] [role="gridcell"]');
  const charts = page.querySelector('[data-region="charts"]');
  return (
    rows !== null &&
    charts !== null &&
    charts.childElementCount > 0 &&
    !charts.querySelector('[aria-busy="true"]')
  );
}
