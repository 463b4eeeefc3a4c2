import { startDisplay } from '../../tools/display.mjs';

/** One screen for all tests; the environment is handed down to the processes that run them. */
export async function setup(): Promise<() => void> {
  const display = await startDisplay();
  Object.assign(process.env, display.env);
  return display.stop;
}
