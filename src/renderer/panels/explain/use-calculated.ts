import { useMemo, useRef } from 'react';
import { useAllRows, useCalculating, useLoops, useScenario, useViewpoint } from '#renderer/store/hooks.ts';
import type { CalculatedScenario } from '#shared/engine/explain-error.ts';

/** The document with its values; the former pair while new values are on their way. */
export function useCalculated(): CalculatedScenario {
  const scenario = useScenario((whole) => whole);
  const viewpoint = useViewpoint();
  const rows = useAllRows();
  const loops = useLoops();
  const calculating = useCalculating();
  const next = useMemo(() => ({ scenario, viewpoint, rows, loops }), [scenario, viewpoint, rows, loops]);
  const settled = useRef(next);
  if (!calculating) settled.current = next;
  return settled.current;
}
