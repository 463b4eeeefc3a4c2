import { app, protocol } from 'electron';
import { startProgram } from './app-lifecycle.ts';
import { startExportJob } from './export-window.ts';
import { lockContents, lockNameResolution, lockSession } from './network-locks.ts';
import { SCHEME } from './page-origin.ts';
import { debuggingSwitches, readStartArguments } from './start-arguments.ts';

const DEVELOPMENT_ORIGIN = 'http://localhost:5173';

// The condition is false at build time, so that no built program knows the address.
const development = import.meta.env.DEV && !app.isPackaged ? DEVELOPMENT_ORIGIN : null;
const start = readStartArguments(process.argv.slice(1), process.cwd());

if (app.isPackaged && debuggingSwitches((name) => app.commandLine.hasSwitch(name)).length > 0) app.exit(1);

// With `--no-sandbox`, as root needs it, forcing the sandbox would crash the network service for ever.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
lockNameResolution(app.commandLine, development);
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
app.on('session-created', (session) => lockSession(session, development));
app.on('web-contents-created', (_event, contents) => lockContents(contents, development));

if (start.exportJob !== null) startExportJob(start.exportJob, development);
else startProgram(start, development);
