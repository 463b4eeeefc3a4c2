import { GitFork, MoveHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAsOf, useScenario } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { FactPlace } from '#shared/model/fact-places.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { makeCases, putAsRange } from './fact-actions.ts';
import { figureText } from './fact-words.ts';
import { caseSources } from './source-steps.ts';

interface SpreadUseProps {
  readonly item: LineItem;
  readonly spread: Pick<FactPlace, 'statements' | 'low' | 'high'>;
}

/** What to make of sources that disagree about a driver: its range, or a case for each of them. */
export function SpreadUse({ item, spread }: SpreadUseProps) {
  const { t } = useTranslation('conflicts');
  const asOf = useAsOf();
  const scenario = useScenario((whole) => whole);
  const { low, high, statements } = spread;
  const isWhole = item.content.kind === 'constant' || item.content.kind === 'dated';
  const takesRange = item.role === 'driver' && isWhole && high > low;
  const sources = caseSources(scenario, item, statements, asOf);
  const range = { low: figureText(low, item.unit), high: figureText(high, item.unit) };
  return (
    <>
      {takesRange && (
        <Button small onPress={() => putAsRange(spread, item.key)}>
          <MoveHorizontal size={13} strokeWidth={1.75} aria-hidden />
          {t('useAsRange', range)}
        </Button>
      )}
      {sources.length > 1 && (
        <Button small onPress={() => makeCases(item.key, sources)}>
          <GitFork size={13} strokeWidth={1.75} aria-hidden />
          {t('case.each')}
        </Button>
      )}
    </>
  );
}
