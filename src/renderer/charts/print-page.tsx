import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { allRows, useScenario, useViewpoint } from '../store/hooks.ts';
import { useChartTexts } from './chart-texts.ts';
import { ReportPage } from './report-page.tsx';

/** The one-page report of the open document. It exists only while the window prints. */
export function PrintPage() {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing ? createPortal(<OpenReport />, document.body) : null;
}

function OpenReport() {
  const texts = useChartTexts();
  const scenario = useScenario((whole) => whole);
  const viewpoint = useViewpoint();
  return (
    <div className="chart-print">
      <ReportPage scenario={scenario} rows={allRows()} viewpoint={viewpoint} texts={texts} />
    </div>
  );
}
