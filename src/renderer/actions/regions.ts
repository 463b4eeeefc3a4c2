/** Elements with `data-region` are the parts of the window that F6 goes round. */
const REGION = '[data-region]';
const FOCUSABLE =
  '[tabindex="0"], button:not([disabled]), input:not([disabled]), select:not([disabled]), a[href], [data-region-entry]';

const lastFocus = new WeakMap<Element, HTMLElement>();

/** Remembers where in each region the focus was. Returns the end of it. */
export function rememberFocus(root: Document): () => void {
  const listen = (event: FocusEvent) => {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const region = target.closest(REGION);
    if (region) lastFocus.set(region, target);
  };
  root.addEventListener('focusin', listen);
  return () => root.removeEventListener('focusin', listen);
}

/** Moves the focus to the next region, or the previous one, skipping what is hidden or cannot take it. */
export function moveToRegion(direction: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter(isShown);
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const start = current < 0 && direction < 0 ? 0 : current;
  for (let step = 1; step <= regions.length; step++) {
    const region = regions[(start + direction * step + regions.length * 2) % regions.length];
    if (region && enter(region)) return;
  }
}

function enter(region: HTMLElement): boolean {
  const remembered = lastFocus.get(region);
  const candidates = [
    ...(remembered?.isConnected ? [remembered] : []),
    ...region.querySelectorAll<HTMLElement>('[data-region-entry]'),
    ...region.querySelectorAll<HTMLElement>(FOCUSABLE),
  ];
  for (const candidate of candidates) {
    candidate.focus();
    if (region.contains(document.activeElement)) return true;
  }
  return false;
}

function isShown(element: HTMLElement): boolean {
  return !element.closest('[hidden], [inert], [aria-hidden="true"]');
}
