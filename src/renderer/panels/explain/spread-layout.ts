/** A source in the spread of values. */
export interface SpreadMark {
  readonly id: string;
  readonly value: number;
  /** Ends of the range that the source itself gives. */
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

export interface PlacedMark extends SpreadMark {
  readonly x: number;
  /** The line of text that belongs to it, 0 for the lowest. */
  readonly row: number;
  readonly anchor: 'start' | 'end';
}

export interface SpreadLayout {
  readonly marks: readonly PlacedMark[];
  readonly modelX: number;
  /** From the least number that a source names to the largest. */
  readonly band: readonly [from: number, to: number];
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
  readonly rows: number;
}

const EDGE = 8;

/** Places values on a line of this width; each label has a row of its own, so that none meets another. */
export function spreadLayout(marks: readonly SpreadMark[], model: number, width: number): SpreadLayout {
  const ends = marks.flatMap(({ low: least, high: most }) => [least, most]);
  const values = [model, ...ends];
  const ticks = ticksOf(Math.min(...values), Math.max(...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const x = (value: number) => EDGE + ((value - low) / (high - low)) * (width - 2 * EDGE);
  const sorted = [...marks].sort((a, b) => b.value - a.value);
  return {
    marks: sorted.map((mark, row) => {
      const at = x(mark.value);
      return { ...mark, x: at, row, anchor: at > width / 2 ? 'end' : 'start' };
    }),
    modelX: x(model),
    band: [x(Math.min(...ends)), x(Math.max(...ends))],
    ticks: ticks.map((value) => ({ value, x: x(value) })),
    rows: marks.length,
  };
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round values, at most five, around the least and the largest. */
function ticksOf(least: number, most: number): number[] {
  const span = most - least || Math.abs(most) || 1;
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.floor(least / step) * step;
  const count = Math.max(1, Math.ceil((most - first) / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((first + index * step).toPrecision(12)));
}
