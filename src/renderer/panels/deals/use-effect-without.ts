import { useEffect, useState } from 'react';
import { useAllRows, useScenario, useViewpoint } from '#renderer/store/hooks.ts';
import { createEngine } from '#shared/engine/engine.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
import { withoutDeals } from '#shared/finance/change-deals.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { type Headline, headline } from '#shared/report/headline.ts';

export interface EffectWithout {
  readonly before: Headline;
  readonly after: Headline;
}

/** The answer with and without a deal; null until the program had a quiet moment to calculate it. */
export function useEffectWithout(id: string): EffectWithout | null {
  const scenario = useScenario((whole) => whole);
  const viewpoint = useViewpoint();
  const rows = useAllRows();
  const [found, setFound] = useState<{ rows: typeof rows; effect: EffectWithout } | null>(null);
  useEffect(() => {
    const request = requestIdle(() => {
      const before = headline(scenario, rows, viewpoint);
      setFound({ rows, effect: { before, after: headlineWithout(scenario, viewpoint, id) } });
    });
    return () => cancelIdle(request);
  }, [scenario, viewpoint, rows, id]);
  return found?.rows === rows ? found.effect : null;
}

function headlineWithout(scenario: Scenario, viewpoint: Viewpoint, id: string): Headline {
  const without = withoutDeals(scenario, new Set([id]));
  return headline(without, createEngine(without, viewpoint).rows(), viewpoint);
}

function requestIdle(work: () => void): number {
  return 'requestIdleCallback' in window
    ? window.requestIdleCallback(work)
    : (globalThis.setTimeout(work) as unknown as number);
}

function cancelIdle(request: number): void {
  if ('cancelIdleCallback' in window) window.cancelIdleCallback(request);
  else globalThis.clearTimeout(request);
}
