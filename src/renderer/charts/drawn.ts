const LOOK_EVERY = 8;
const ALIKE = 3;
const PATIENCE = 5000;

/**
 * Waits until an element looks the same several times in a row. The chart library draws in steps,
 * and a hidden window has no animation frames to wait for.
 */
export async function drawn(element: Element, holds: string): Promise<void> {
  const start = performance.now();
  const writer = new XMLSerializer();
  let [former, alike] = ['', 0];
  while (alike < ALIKE) {
    if (performance.now() - start > PATIENCE) throw new Error('The picture was not drawn in time');
    await pause(LOOK_EVERY);
    const now = element.querySelector(holds) ? writer.serializeToString(element) : '';
    alike = now !== '' && now === former ? alike + 1 : 0;
    former = now;
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
