import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateText } from '../../src/shared/formula/evaluate.ts';
import { FUNCTIONS } from '../../src/shared/formula/functions/table.ts';
import { isMatrix } from '../../src/shared/formula/matrix.ts';
import { type CellValue, isErrorValue } from '../../src/shared/model/value.ts';
import { KNOWN_DIFFERENCES } from './differences.ts';
import { type OracleCell, workbook } from './workbook.ts';

/** Functions that only exist on a timeline. */
const TIMELINE_ONLY = /\b(PERIOD|QUARTER|IS_ACTUAL|DEALS)\(/;

interface Answered extends OracleCell {
  readonly values: readonly CellValue[];
}

/** Recalculates every example of the function table in LibreOffice and prints where the answers differ. */
export function runOracle(): number {
  const formulas = [...new Set(FUNCTIONS.flatMap((one) => one.examples.map((example) => example.formula)))];
  const ours = formulas.filter((formula) => !TIMELINE_ONLY.test(formula)).map(answered);
  const theirs = recalculated(ours);
  let different = 0;
  let row = 0;
  for (const cell of ours) {
    const given = theirs.slice(row, row + cell.rows).flatMap((line) => line.slice(0, cell.columns));
    row += cell.rows;
    if (cell.values.every((value, place) => agrees(value, given[place] ?? ''))) continue;
    const reason = KNOWN_DIFFERENCES[cell.formula];
    if (reason === undefined) different += 1;
    const mark = reason === undefined ? 'DIFFERS' : `known (${reason})`;
    console.log(
      `${mark}: ${cell.formula}: ours ${cell.values.map(shown).join(' ')}, LibreOffice ${given.join(' ')}`,
    );
  }
  console.log(`${ours.length} formulas, ${different} unexplained differences`);
  return different;
}

function answered(formula: string): Answered {
  const operand = evaluateText(formula);
  return isMatrix(operand)
    ? { formula, rows: operand.rows, columns: operand.columns, values: operand.values }
    : { formula, rows: 1, columns: 1, values: [operand] };
}

function recalculated(cells: readonly OracleCell[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-oracle-'));
  try {
    writeFileSync(join(folder, 'oracle.xlsx'), workbook(cells));
    const options = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'fods'];
    execFileSync('soffice', [...options, '--outdir', folder, join(folder, 'oracle.xlsx')], {
      stdio: 'ignore',
    });
    return sheetRows(readFileSync(join(folder, 'oracle.fods'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows of a flat OpenDocument sheet: full numbers, texts, and errors as they are shown. */
function sheetRows(xml: string): string[][] {
  return [...xml.matchAll(/<table:table-row.*?<\/table:table-row>/gs)].map(([row]) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(([, head, body]) =>
      cellText(head ?? '', body ?? ''),
    ),
  );
}

function cellText(head: string, body: string): string {
  const attribute = (name: string): string | undefined =>
    new RegExp(`office:${name}="([^"]*)"`).exec(head)?.[1];
  const text = body
    .replace(/<[^>]*>/g, '')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim();
  if (/^(#|Err:)/.test(text)) return text;
  const date = attribute('date-value');
  if (date !== undefined) return String(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569);
  return attribute('boolean-value')?.toUpperCase() ?? attribute('value') ?? text;
}

function agrees(ours: CellValue, theirs: string): boolean {
  if (typeof ours === 'number') {
    const number = Number(theirs);
    return theirs !== '' && Math.abs(ours - number) <= 1e-9 * Math.max(1, Math.abs(ours));
  }
  if (typeof ours === 'boolean') return theirs === String(Number(ours)) || theirs === shown(ours);
  return shown(ours) === theirs || (isErrorValue(ours) && /^(#|Err:)/.test(theirs));
}

function shown(value: CellValue): string {
  if (value === null) return '';
  if (isErrorValue(value)) return value.code;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
