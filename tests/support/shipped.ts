import { openScenario } from '#shared/format/open.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import text from '../../resources/openai.scenario?raw';

/** The shipped scenario where there is no file system, as in component tests. */
export function shippedScenario(): Scenario {
  const opened = openScenario(Uint8Array.from(new TextEncoder().encode(text)));
  if (!opened.ok) throw new Error(`The shipped scenario does not open: ${JSON.stringify(opened.error)}`);
  return opened.value.scenario;
}
