/** One line of the table: a ratio of two things measured in the same run. */
export interface Line {
  readonly id: string;
  readonly what: string;
  readonly ratio: number;
  readonly spread: readonly [number, number];
  readonly asked: string;
  readonly ours: number;
  readonly theirs: number;
}

/** Calls and milliseconds of each side before anything counts: the compiler of the platform takes that long. */
const WARM_UP = { calls: 3, ms: 1200 };

function warm(run: () => void): void {
  const start = performance.now();
  for (let call = 0; call < WARM_UP.calls || performance.now() - start < WARM_UP.ms; call++) run();
}

/** Milliseconds that one call takes; short calls are repeated until the clock can tell. */
function time(run: () => void): number {
  let calls = 1;
  for (;;) {
    const start = performance.now();
    for (let call = 0; call < calls; call++) run();
    const spent = performance.now() - start;
    if (spent > 4 || calls > 4096) return spent / calls;
    calls *= 4;
  }
}

function timeOnce(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}

/** Milliseconds of one call, in nine rounds after warm-up. */
export function times(run: () => void): number[] {
  warm(run);
  return Array.from({ length: 9 }, () => time(run));
}

/** One picture of sixty in a second. */
const FRAME = 1000 / 60;

/** Times as shares of a frame; the ratio is their median or another quantile. */
export function shareOfFrame(
  id: string,
  what: string,
  asked: string,
  spent: readonly number[],
  quantile = 0.5,
): Line {
  const sorted = [...spent].sort((a, b) => a - b);
  const ours = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
  const spread = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN].map((ms) => ms / FRAME);
  return {
    id,
    what: `${what}, share of a frame`,
    asked,
    ratio: ours / FRAME,
    spread: [spread[0] ?? Number.NaN, spread[1] ?? Number.NaN],
    ours,
    theirs: FRAME,
  };
}

interface Comparison {
  readonly ratio: number;
  readonly spread: readonly [number, number];
  readonly above: number;
  readonly below: number;
}

/** `above` ÷ `below`, measured in turns so that a slow moment of the machine meets both. */
export function compare(above: () => void, below: () => void): Comparison {
  return inTurns(above, below, time, 9);
}

/** The same for things that take long or run outside: one call a round. */
export function compareOnce(above: () => void, below: () => void): Comparison {
  return inTurns(above, below, timeOnce, 7);
}

function inTurns(
  above: () => void,
  below: () => void,
  measure: (run: () => void) => number,
  rounds: number,
): Comparison {
  warm(above);
  warm(below);
  const pairs = Array.from({ length: rounds }, () => ({ above: measure(above), below: measure(below) }));
  const ratios = pairs.map((pair) => pair.above / pair.below);
  return {
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    above: median(pairs.map((pair) => pair.above)),
    below: median(pairs.map((pair) => pair.below)),
  };
}

export function line(
  id: string,
  what: string,
  asked: string,
  measured: Comparison,
  oursIs: 'above' | 'below',
): Line {
  const [ours, theirs] =
    oursIs === 'above' ? [measured.above, measured.below] : [measured.below, measured.above];
  return { id, what, asked, ratio: measured.ratio, spread: measured.spread, ours, theirs };
}
