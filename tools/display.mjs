import { spawn } from 'node:child_process';

const SCREEN = '1600x1200x24';
const START_LIMIT_MS = 15_000;

/** Has this machine a screen to open a window on? */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * A screen to draw on: the one of this machine, or a virtual one started for it. Call `stop` at the end.
 * `env` is what a program needs in its environment to find the screen. On Linux `own` asks for a virtual one in
 * any case: each has a clipboard of its own.
 * @param {{ own?: boolean }} [options]
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>}
 */
export async function startDisplay({ own = false } = {}) {
  if (hasDisplay() && !(own && process.platform === 'linux')) return { env: {}, stop: () => {} };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await displayNumber(server);
  const stop = () => server.kill();
  process.once('exit', stop);
  // Only this screen: a Wayland session would be tried first.
  return { env: { DISPLAY: `:${number}` }, stop };
}

/**
 * Runs `use` with a screen and takes a virtual one away again.
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} use
 */
export async function withDisplay(use) {
  const display = await startDisplay();
  try {
    return await use(display.env);
  } finally {
    display.stop();
  }
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => fail('it did not start in time'), START_LIMIT_MS);
    const fail = (reason) => {
      clearTimeout(limit);
      server.kill();
      reject(new Error(`No screen, and Xvfb gave none: ${reason}`));
    };
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`it ended with ${code}`));
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(limit);
      server.removeAllListeners('exit');
      resolve(text.trim());
    });
  });
}
