// `npm run behaviours [-- VITEST ARGUMENTS]`: tries every row of docs/grid-behaviour.md in the built program, from
// left to right and from right to left.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './electron-binary.mjs';

const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'grid', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, HEADROOM_BEHAVIOURS: 'all' } },
);
process.exit(status ?? 1);
