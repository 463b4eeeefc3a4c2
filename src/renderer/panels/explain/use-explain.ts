import { useMemo } from 'react';
import { explainCell } from '#shared/analysis/explain.ts';
import type { Explanation } from '#shared/analysis/explanation.ts';
import { nameOfPlace, ViewedModel } from '#shared/analysis/viewed-model.ts';
import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import type { Explain } from './branches.ts';
import { useCalculated } from './use-calculated.ts';
import { useWords, type Words } from './words.ts';

/** All that the parts of the view share. */
export interface ExplainContext {
  readonly calculated: CalculatedScenario;
  readonly model: ViewedModel;
  readonly explain: Explain;
  readonly words: Words;
}

export function useExplain(): ExplainContext {
  const calculated = useCalculated();
  const words = useWords(calculated.scenario);
  return useMemo(() => {
    const known = new Map<string, Explanation>();
    const explain: Explain = (place) => {
      const name = nameOfPlace(place);
      const cell = known.get(name) ?? explainCell(calculated, place, { depth: 1 });
      known.set(name, cell);
      return cell;
    };
    return { calculated, model: new ViewedModel(calculated), explain, words };
  }, [calculated, words]);
}
