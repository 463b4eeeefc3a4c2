const STEPS = [1, 2, 2.5, 5, 10];
const MOST = 5;

/** At most five round values inside [low, high], zero among them when it lies inside. */
export function roundTicks(low: number, high: number): number[] {
  const range = high - low;
  if (!(range > 0) || !Number.isFinite(range)) return [low];
  let scale = 10 ** Math.floor(Math.log10(range / MOST));
  for (;;) {
    for (const step of STEPS) {
      const ticks = multiples(step * scale, low, high);
      if (ticks.length <= MOST) return ticks;
    }
    scale *= 10;
  }
}

function multiples(step: number, low: number, high: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step + 0);
}

/** Digits after the point that a step between ticks needs: 0 for 50, 1 for 2.5. */
export function tickDecimals(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0));
  const wholeAt = [0, 1, 2, 3, 4, 5].find((digits) => {
    const scaled = step * 10 ** digits;
    return Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, scaled);
  });
  return wholeAt ?? 6;
}
