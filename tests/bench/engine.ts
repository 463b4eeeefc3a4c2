import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initSync, Model } from '@ironcalc/wasm';
import { HyperFormula } from 'hyperformula';
import { createEngine } from '../../src/shared/engine/engine.ts';
import type { Scenario } from '../../src/shared/model/scenario.ts';
import { handWritten } from './lower-bound.ts';
import { compare, compareOnce, type Line, line } from './measure.ts';
import {
  buildWorkload,
  inputReaching,
  inputValues,
  ourScenario,
  sheetOf,
  type Workload,
  withInput,
} from './workload.ts';

const BASE = { caseId: null, asOf: null };

/** P1 to P4: our engine beside HyperFormula and IronCalc on W(500, 40), and its cost by size. */
export function engineLines(benchFolder: string): Line[] {
  const workload = buildWorkload(500, 40);
  const scenario = ourScenario(workload);
  const sheet = sheetOf(workload);
  const full = compare(
    () => HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3' }).destroy(),
    () => createEngine(scenario, BASE),
  );
  const lines = [line('P1', 'full recalculation with compile, HyperFormula ÷ ours', '≥ 60', full, 'below')];
  sameValues(workload, scenario, sheet);
  lines.push(...hyperFormulaEdits(workload, scenario, sheet));
  lines.push(...ironCalcEdits(workload, scenario, sheet, benchFolder));
  return [...lines, ...lowerBounds(workload, scenario), ...growth()];
}

/** A comparison of speed means something only where both give the same numbers. */
function sameValues(workload: Workload, scenario: Scenario, sheet: ReturnType<typeof sheetOf>): void {
  const peer = HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3' });
  const engine = createEngine(scenario, BASE);
  const theirs = peer.getSheetValues(0);
  workload.rows.forEach((_, row) => {
    const ours = engine.row(`r${row}`)?.periods ?? [];
    ours.forEach((value, period) => {
      const other = theirs[row]?.[period + 1];
      if (
        typeof value !== 'number' ||
        typeof other !== 'number' ||
        !(Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(other)))
      ) {
        throw new Error(`row ${row} period ${period}: ours ${String(value)}, HyperFormula ${String(other)}`);
      }
    });
  });
  peer.destroy();
}

const SHARES = [0.01, 0.2, 0.76];

function ourEdit(workload: Workload, scenario: Scenario, row: number): () => void {
  const engine = createEngine(scenario, BASE);
  const versions = [
    withInput(scenario, row, workload.periods, 1),
    withInput(scenario, row, workload.periods, 2),
  ];
  let turn = 0;
  return () => {
    turn = 1 - turn;
    engine.update(versions[turn] ?? scenario, { items: [`r${row}`], everything: false });
  };
}

function hyperFormulaEdits(
  workload: Workload,
  scenario: Scenario,
  sheet: ReturnType<typeof sheetOf>,
): Line[] {
  const peer = HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3' });
  const lines = SHARES.map((wanted) => {
    const { row, share } = inputReaching(workload, wanted);
    let turn = 0;
    const theirs = (): void => {
      turn = 1 - turn;
      peer.setCellContents({ sheet: 0, row, col: 1 }, [inputValues(row, workload.periods, 1 + turn)]);
    };
    const measured = compare(theirs, ourEdit(workload, scenario, row));
    return line('P2', `edit touching ${percent(share)}, HyperFormula ÷ ours`, '≥ 40', measured, 'below');
  });
  peer.destroy();
  return lines;
}

function ironCalcEdits(
  workload: Workload,
  scenario: Scenario,
  sheet: ReturnType<typeof sheetOf>,
  benchFolder: string,
): Line[] {
  const wasm = readFileSync(join(benchFolder, 'node_modules/@ironcalc/wasm/wasm_bg.wasm'));
  initSync({ module: wasm });
  const peer = new Model('bench', 'en', 'UTC', 'en');
  peer.pauseEvaluation();
  sheet.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell !== null) peer.setUserInput(0, row + 1, column + 1, String(cell));
    });
  });
  peer.resumeEvaluation();
  peer.evaluate();
  return SHARES.map((wanted) => {
    const { row, share } = inputReaching(workload, wanted);
    let turn = 0;
    const theirs = (): void => {
      turn = 1 - turn;
      peer.pauseEvaluation();
      inputValues(row, workload.periods, 1 + turn).forEach((value, period) => {
        peer.setUserInput(0, row + 1, period + 2, String(value));
      });
      peer.resumeEvaluation();
      peer.evaluate();
    };
    const measured = compareOnce(theirs, ourEdit(workload, scenario, row));
    return line('P3', `edit touching ${percent(share)}, IronCalc ÷ ours`, '≥ 25', measured, 'below');
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** P4: cost per cell from a thousand to a million cells, each size beside ten thousand cells. */
function growth(): Line[] {
  const thousands = ourScenario(buildWorkload(250, 40));
  return [25, 2500, 25_000].map((rows) => {
    const scenario = ourScenario(buildWorkload(rows, 40));
    // As many cells on both sides: small scenarios are calculated often enough.
    const [ours, theirs] = [Math.max(1, 250 / rows), Math.max(1, rows / 250)];
    const measured = compareOnce(repeated(scenario, ours), repeated(thousands, theirs));
    const nanoseconds = (measured.above * 1e6) / (ours * rows * 40);
    const what = `cost per cell at ${(rows * 40).toLocaleString('en')} cells ÷ at 10,000; ${nanoseconds.toFixed(0)} ns`;
    return line('P4', what, '≤ 1.5', measured, 'above');
  });
}

function repeated(scenario: Scenario, times: number): () => void {
  return () => {
    for (let round = 0; round < times; round++) createEngine(scenario, BASE);
  };
}

/** Ours ÷ loops written by hand for the same rows, everything and the widest edit. */
function lowerBounds(workload: Workload, scenario: Scenario): Line[] {
  const byHand = handWritten(workload, [...workload.rows.keys()]);
  const engine = createEngine(scenario, BASE);
  for (const [row, values] of byHand().entries()) {
    const ours = engine.row(`r${row}`)?.periods ?? [];
    if (values.some((value, period) => value !== ours[period])) throw new Error(`row ${row} by hand differs`);
  }
  const everything = compare(() => void createEngine(scenario, BASE), byHand);
  const { row, share, reached } = inputReaching(workload, 0.76);
  const edit = compare(ourEdit(workload, scenario, row), handWritten(workload, reached));
  return [
    line('bound', 'full recalculation with compile ÷ loops by hand', '', everything, 'above'),
    line('bound', `edit touching ${percent(share)} ÷ loops by hand`, '', edit, 'above'),
  ];
}
