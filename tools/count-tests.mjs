// Prints `N passed, N failed` from the report of the last test run. A run that ended badly without
// a failed test, such as one whose checks did not pass, counts as one failure.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './electron-binary.mjs';

const endedBadly = process.argv[2] !== '0';
const path = join(root, 'out', 'test-report.json');
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
const passed = report?.numPassedTests ?? 0;
const brokenFiles = report?.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
);
const found = (report?.numFailedTests ?? 0) + (brokenFiles?.length ?? 0);
const failed = found === 0 && (endedBadly || passed === 0) ? 1 : found;

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
