import type { ChartId } from '#shared/report/chart-series.ts';
import { i18n } from '../i18n/i18n.ts';
import { allRows, currentScenario, currentSession, viewpoint } from '../store/hooks.ts';
import { chartTexts } from './chart-texts.ts';
import { drawPicture, type PictureSubject } from './picture.tsx';
import { pngBytes, pngImage } from './picture-png.ts';

type Scale = 1 | 2 | 3;

/** Draws the charts of the open document into files, as they stand. */
export const chartPictures = {
  svg: async (chart: ChartId): Promise<Uint8Array<ArrayBuffer>> =>
    new TextEncoder().encode(await drawPicture(openSubject(), chart)),
  png: async (chart: ChartId, scale: Scale): Promise<Uint8Array<ArrayBuffer>> =>
    pngBytes(await drawPicture(openSubject(), chart), scale),
  copy: copyChartPicture,
};

/** Puts the picture of a chart on the clipboard. */
export async function copyChartPicture(chart: ChartId): Promise<void> {
  const image = drawPicture(openSubject(), chart).then((svg) => pngImage(svg, 2));
  // The promise goes in as it is: the permission of the click would be gone after waiting.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
}

function openSubject(): PictureSubject {
  const { language } = currentSession();
  return {
    scenario: currentScenario(),
    rows: allRows(),
    viewpoint: viewpoint(),
    texts: chartTexts(i18n.getFixedT(language, 'charts'), language),
  };
}
