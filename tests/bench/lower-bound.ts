import { inputValues, type Workload, type WorkloadRow } from './workload.ts';

/**
 * What the same numbers cost at the least in this language: loops written by hand for each kind of
 * row, over arrays that stand ready. No formulas, blanks, errors, years or changes to report.
 */
export function handWritten(workload: Workload, rows: readonly number[]): () => readonly Float64Array[] {
  const values = workload.rows.map((_, row) => Float64Array.from(inputValues(row, workload.periods)));
  for (const row of workload.rows.keys()) calculateRow(workload.rows[row], row, values);
  return () => {
    for (const row of rows) calculateRow(workload.rows[row], row, values);
    return values;
  };
}

function calculateRow(spec: WorkloadRow | undefined, row: number, values: readonly Float64Array[]): void {
  const out = values[row];
  const inputs = spec?.reads.map((read) => values[read] ?? NONE) ?? [];
  const [a = NONE, b = NONE, c = NONE] = inputs;
  if (!spec || !out) return;
  if (spec.kind === 'growth') grow(out, a);
  if (spec.kind === 'sum') add(out, inputs);
  if (spec.kind === 'logic') choose(out, a, b);
  if (spec.kind === 'mixed') mix(out, a, b, c);
}

const NONE = new Float64Array(0);

const at = (values: Float64Array, period: number): number => values[period] ?? 0;

function grow(out: Float64Array, a: Float64Array): void {
  for (let period = 0; period < out.length; period++) out[period] = at(out, period - 1) * 0.9 + at(a, period);
}

function add(out: Float64Array, inputs: readonly Float64Array[]): void {
  out.fill(0);
  for (const input of inputs) {
    for (let period = 0; period < out.length; period++) out[period] = at(out, period) + at(input, period);
  }
}

function choose(out: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let period = 0; period < out.length; period++) {
    out[period] = at(a, period) > at(b, period) ? Math.max(at(a, period), 1) : Math.min(at(b, period), 2);
  }
}

function mix(out: Float64Array, a: Float64Array, b: Float64Array, c: Float64Array): void {
  for (let period = 0; period < out.length; period++) {
    out[period] = (at(a, period) + at(b, period) * 0.5) / 3 - at(c, period - 1) * 0.1;
  }
}
