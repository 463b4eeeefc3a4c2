import { evaluateText } from '#shared/formula/evaluate.ts';
import { isMatrix, type Matrix, type Operand } from '#shared/formula/matrix.ts';
import type { CellValue } from '#shared/model/value.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { type CellJson, cellJson, cellPlain } from '../export/cell-json.ts';
import type { Arguments, Command, Streams } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import { linesOf } from './lines.ts';

export const evalCommand: Command = {
  name: 'eval',
  usage: '[FORMULA…] [--json]',
  summary: 'Calculates formulas: those given, or one a line from the input with one JSON object a line out.',
  options: { '--json': null },
  positionals: ['FORMULA'],
  required: 0,
  many: true,
  run: evaluate,
};

async function evaluate(args: Arguments, { input, out }: Streams): Promise<ExitCode> {
  if (args.positionals.length === 0) {
    for await (const line of linesOf(input)) await out(jsonLine(line));
    return 0;
  }
  for (const formula of args.positionals)
    await out(args.has('--json') ? jsonLine(formula) : plainLine(formula));
  return 0;
}

/** An empty line is answered as well, so that answers stay beside their lines. */
function operandOf(formula: string): Operand {
  return formula.trim() === '' ? null : evaluateText(formula);
}

function jsonLine(formula: string): string {
  return `${JSON.stringify(operandJson(operandOf(formula)))}\n`;
}

function operandJson(operand: Operand): object {
  if (isMatrix(operand)) return { value: matrixRows(operand, cellJson) };
  return isErrorValue(operand) ? { error: operand.code } : { value: cellJson(operand) };
}

function plainLine(formula: string): string {
  const operand = operandOf(formula);
  if (!isMatrix(operand)) return `${cellPlain(operand)}\n`;
  return `${matrixRows(operand, cellPlain)
    .map((row) => row.join('\t'))
    .join('\n')}\n`;
}

function matrixRows<T extends CellJson | string>(matrix: Matrix, each: (value: CellValue) => T): T[][] {
  return Array.from({ length: matrix.rows }, (_, row) =>
    matrix.values.slice(row * matrix.columns, (row + 1) * matrix.columns).map(each),
  );
}
