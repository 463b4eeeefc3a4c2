import { useMemo } from 'react';
import { useAllRows, useAsOf, useScenario } from '#renderer/store/hooks.ts';
import { type RegisterRow, registerRows } from './register-rows.ts';

/** Deals as they stand on the as-of date, with the values on screen. */
export function useRegister(): readonly RegisterRow[] {
  const scenario = useScenario((whole) => whole);
  const asOf = useAsOf();
  const values = useAllRows();
  return useMemo(
    () => registerRows(scenario, asOf, (key, period) => values.get(key)?.periods[period] ?? null),
    [scenario, asOf, values],
  );
}
