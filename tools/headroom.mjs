#!/usr/bin/env node
// The command line: built from its sources when they are newer, then run.
import { pathToFileURL } from 'node:url';
import { cliEntry, cliIsFresh } from './cli-freshness.mjs';

if (!cliIsFresh()) {
  const { buildCli } = await import('./build-cli.mjs');
  await buildCli();
}
await import(pathToFileURL(cliEntry).href);
