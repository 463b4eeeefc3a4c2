import { useState } from 'react';
import { performById } from '../actions/registry.ts';
import { ChartCard } from './chart-card.tsx';
import { ChartDialog } from './chart-dialog.tsx';
import { useChartTexts } from './chart-texts.ts';
import { useCharts } from './use-charts.ts';
import './charts.css';
import './ring.css';

/** The gap ladder beside the register; nothing where the document has no roles for it. */
export function GapLadder() {
  const texts = useChartTexts();
  const { charts } = useCharts();
  const [isLarge, setLarge] = useState(false);
  const ladder = charts.find(({ kind }) => kind === 'gap-ladder');
  if (!ladder) return null;
  return (
    <div className="chart-ring-ladder">
      <ChartCard chart={ladder} detail="column" texts={texts} onExpand={() => setLarge(true)} />
      {isLarge && (
        <ChartDialog
          chart={ladder}
          texts={texts}
          onClose={() => setLarge(false)}
          onCopy={() => performById(`export.${ladder.kind}.copy`)}
        />
      )}
    </div>
  );
}
