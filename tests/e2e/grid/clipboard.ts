import type { Page } from 'playwright-core';

/** What other programs put on the clipboard, and what they find there. */
export interface Clip {
  readonly text: string;
  readonly html?: string;
}

/**
 * Through the page's own events, as main's interface of the clipboard differs between versions of Electron: the
 * keys are real, and the grid does not hear of these two.
 */
export async function writeClipboard(page: Page, clip: Clip): Promise<void> {
  await page.evaluate(({ text, html }) => {
    const put = (event: ClipboardEvent) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      if (html !== undefined) event.clipboardData?.setData('text/html', html);
    };
    window.addEventListener('copy', put, { capture: true, once: true });
  }, clip);
  await page.keyboard.press('Control+c');
}

export async function readClipboard(page: Page): Promise<Clip> {
  const clip = page.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) => {
        const take = (event: ClipboardEvent) => {
          event.stopImmediatePropagation();
          event.preventDefault();
          const data = event.clipboardData;
          resolve({ text: data?.getData('text/plain') ?? '', html: data?.getData('text/html') ?? '' });
        };
        window.addEventListener('paste', take, { capture: true, once: true });
        document.documentElement.dataset['awaits'] = 'paste';
      }),
  );
  await page.waitForFunction(() => document.documentElement.dataset['awaits'] === 'paste');
  await page.keyboard.press('Control+v');
  await page.evaluate(() => delete document.documentElement.dataset['awaits']);
  return clip;
}
