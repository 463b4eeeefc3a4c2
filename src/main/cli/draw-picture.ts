import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ExportSubject } from '#shared/ipc/answers.ts';
import type { IsoDate } from '#shared/model/date.ts';
import { CHART_IDS } from '#shared/report/chart-series.ts';
import { choice } from './arguments.ts';
import { CliError, notWritten, wrongUsage } from './cli-error.ts';
import type { Arguments } from './command.ts';
import { caseOption, openDocument } from './documents.ts';
import { programFolder } from './program-files.ts';

export interface Picture {
  readonly path: string;
  readonly target: string;
  readonly ending: 'png' | 'svg' | 'pdf';
  readonly asOf: IsoDate | null;
  readonly args: Arguments;
}

const REPORTS = ['summary'] as const;
const SCALES = ['1', '2', '3'] as const;

/** Draws in a hidden window of the program. What is wrong with the input is found before it starts. */
export async function drawPicture({ path, target, ending, asOf, args }: Picture): Promise<void> {
  const subject = subjectOf(args, ending);
  const scale = Number(choice(args, '--scale', SCALES, '1'));
  const language = choice(args, '--language', ['en', 'ar'] as const, 'en');
  const unused = ['--items', ...(ending === 'png' ? [] : ['--scale'])].find((option) => args.has(option));
  if (unused !== undefined) throw wrongUsage('options-exclude', { option: unused, other: `--to ${target}` });
  const { scenario } = await openDocument(path);
  const caseId = caseOption(scenario, args);
  const files = { input: resolve(path), output: resolve(target) };
  await runJob({ ...files, caseId, asOf, language, subject, format: ending, scale }, target);
}

function subjectOf(args: Arguments, ending: Picture['ending']): ExportSubject {
  const chart = args.option('--chart');
  if (chart !== undefined && args.has('--report')) {
    throw wrongUsage('options-exclude', { option: '--chart', other: '--report' });
  }
  if (chart !== undefined) return { kind: 'chart', chart: choice(args, '--chart', CHART_IDS, CHART_IDS[0]) };
  const wantsReport = args.has('--report') || ending === 'pdf';
  if (wantsReport && ending !== 'pdf') {
    throw wrongUsage('option-invalid', { option: '--to', value: `.${ending}`, allowed: '.pdf' });
  }
  choice(args, '--report', REPORTS, REPORTS[0]);
  return wantsReport ? { kind: 'report' } : { kind: 'chart', chart: CHART_IDS[0] };
}

async function runJob(job: object, target: string): Promise<void> {
  const runner = join(programFolder(), 'tools', 'export-job.mjs');
  if (!existsSync(runner))
    throw notWritten('electron-missing', { reason: 'its starter is not beside the program' });
  const folder = await mkdtemp(join(tmpdir(), 'headroom-export-'));
  try {
    const jobFile = join(folder, 'job.json');
    await writeFile(jobFile, JSON.stringify(job));
    await run(runner, jobFile, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const LINE = /^headroom: ([\w-]+): (.*)$/m;

/** Runs the window's process; its one line of stderr becomes ours. */
function run(runner: string, jobFile: string, target: string): Promise<void> {
  const child = spawn(process.execPath, [runner, jobFile], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((done, failed) => {
    child.once('error', (error) => failed(notWritten('electron-missing', { reason: error.message })));
    child.once('close', (code) => {
      if (code === 0) done();
      else failed(jobError(code, LINE.exec(errors), target));
    });
  });
}

function jobError(code: number | null, line: RegExpExecArray | null, subject: string): CliError {
  const exitCode = code === 3 ? 3 : 4;
  const [, name, text] = line ?? [];
  if (name === undefined || text === undefined) {
    return new CliError(exitCode, 'drawing-failed', { reason: `the window ended with ${code}` }, { subject });
  }
  return new CliError(exitCode, name, { reason: text, system: text }, { subject });
}
