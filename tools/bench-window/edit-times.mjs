/** No more changes on screen for as long: the edit is done. */
const QUIET_MS = 250;

/**
 * Milliseconds from pressing Enter to the last painted change inside `watched`, for so many edits.
 * `before` brings the cursor to the cell, `texts` are typed in turn.
 * @param {import('playwright-core').Page} page
 * @param {{ watched: string, edits: number, before: () => Promise<void>, texts: readonly string[] }} what
 */
export async function editTimes(page, { watched, edits, before, texts }) {
  const spent = [];
  for (let edit = 0; edit < edits; edit++) {
    await before();
    await page.keyboard.type(texts[edit % texts.length]);
    const time = page.evaluate(nextEdit, { watched, quiet: QUIET_MS });
    await page.waitForFunction(() => document.documentElement.dataset.measures === 'true');
    await page.keyboard.press('Enter');
    spent.push(await time);
  }
  return spent;
}

/** In the page: waits for Enter, then for the paint of the last change that it brings about. */
function nextEdit({ watched, quiet }) {
  return new Promise((resolve) => {
    let start = 0;
    let changed = 0;
    let painted = 0;
    const afterPaint = () => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          painted = performance.now();
        };
        channel.port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(() => {
      changed = performance.now();
      afterPaint();
    });
    const check = () => {
      if (changed === 0 || performance.now() - Math.max(changed, painted) < quiet)
        setTimeout(check, quiet / 4);
      else {
        observer.disconnect();
        delete document.documentElement.dataset.measures;
        resolve(painted - start);
      }
    };
    const begin = (event) => {
      if (event.code !== 'Enter') return;
      removeEventListener('keydown', begin, true);
      start = event.timeStamp;
      for (const part of document.querySelectorAll(watched)) {
        observer.observe(part, { subtree: true, childList: true, characterData: true, attributes: true });
      }
      setTimeout(check, quiet);
    };
    addEventListener('keydown', begin, true);
    document.documentElement.dataset.measures = 'true';
  });
}
