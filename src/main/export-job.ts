import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ExportJob } from '#shared/ipc/answers.ts';
import type { RequestOf } from '#shared/ipc/contract.ts';
import type { AppError, Reply } from '#shared/ipc/errors.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { ScenarioFiles } from './document-desk.ts';

/** What the command line writes into the file that `--export-job` names. Paths are absolute. */
const jobFileSchema = z.strictObject({
  input: z.string(),
  output: z.string(),
  caseId: z.string().nullable(),
  asOf: z.string().nullable(),
  language: z.enum(['en', 'ar']),
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('chart'), chart: z.string() }),
    z.strictObject({ kind: z.literal('report') }),
  ]),
  format: z.enum(['png', 'svg', 'pdf']),
  scale: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});

export type ExportJobFile = z.infer<typeof jobFileSchema>;

export interface PreparedJob {
  readonly job: ExportJob;
  readonly output: string;
}

export const INPUT_REFUSED = 3;
export const OUTPUT_NOT_WRITTEN = 4;

export async function prepareJob(path: string, files: ScenarioFiles): Promise<Reply<PreparedJob>> {
  const file = await readJobFile(path);
  if (!file.ok) return file;
  const { input, output, ...wanted } = file.data;
  const scenario = await files.read(input);
  if (!scenario.ok) return scenario;
  const name = scenario.data.scenario.title[wanted.language];
  return { ok: true, data: { output, job: { ...wanted, name, scenario: scenario.data.scenario } } };
}

async function readJobFile(path: string): Promise<Reply<ExportJobFile>> {
  try {
    return { ok: true, data: jobFileSchema.parse(JSON.parse(await readFile(path, 'utf8'))) };
  } catch (error) {
    return { ok: false, error: { code: 'bad-request', params: { reason: String(error) } } };
  }
}

export interface JobEnd {
  readonly exitCode: number;
  /** One line for stderr; empty when all went well. */
  readonly line: string;
}

/** Writes what the page made. `print` makes a PDF of the page. */
export async function finishJob(
  outcome: RequestOf<'jobDone'>,
  output: string,
  print: () => Promise<Uint8Array>,
  write: (path: string, bytes: Uint8Array) => Promise<Reply<null>>,
): Promise<JobEnd> {
  switch (outcome.kind) {
    case 'failed':
      return { exitCode: OUTPUT_NOT_WRITTEN, line: jobLine(outcome.code, outcome.message) };
    case 'file':
      return written(await write(output, outcome.bytes));
    case 'print':
      return written(await write(output, await print()));
    default:
      return assertNever(outcome);
  }
}

function written(reply: Reply<null>): JobEnd {
  return reply.ok
    ? { exitCode: 0, line: '' }
    : { exitCode: OUTPUT_NOT_WRITTEN, line: errorLine(reply.error) };
}

export function errorLine(error: AppError): string {
  const reason = error.params['reason'] ?? error.where ?? '';
  return jobLine(error.code, String(reason));
}

function jobLine(code: string, sentence: string): string {
  return `headroom: ${code}: ${sentence.replaceAll(/\s+/g, ' ')}`;
}
