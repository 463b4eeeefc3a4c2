import { createRoot } from 'react-dom/client';
import type { Viewpoint } from '#shared/engine/results.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { type Chart, leftOutMessage, subtitleMessage, titleMessage } from '#shared/report/chart-message.ts';
import type { ChartId } from '#shared/report/chart-series.ts';
import type { Rows } from '#shared/report/row-reading.ts';
import { ChartDrawing } from './chart-drawing.tsx';
import type { ChartTexts } from './chart-texts.ts';
import { drawn } from './drawn.ts';
import { fontRules, loadFonts } from './picture-fonts.ts';
import { standaloneCopy, svgElement, svgText } from './picture-svg.ts';
import { sourcesLine, stampLine } from './picture-words.ts';
import { chartsOf } from './use-charts.ts';
import { wrapText } from './wrap-text.ts';
import './charts.css';

/** What a picture is of, and the language it speaks. */
export interface PictureSubject {
  readonly scenario: Scenario;
  readonly rows: Rows;
  readonly viewpoint: Viewpoint;
  readonly texts: ChartTexts;
}

const WIDTH = 760;
const EDGE = 24;
const HEIGHTS: Readonly<Record<ChartId, number>> = {
  'funding-obligations': 340,
  'gap-ladder': 224,
  'cash-runway': 300,
};

/**
 * One chart as a standalone SVG in the colours of the light theme, with title, measure, legend,
 * scenario, case, as-of date and sources inside, and fonts embedded. Throws when the scenario has no such chart.
 */
export async function drawPicture(subject: PictureSubject, id: ChartId): Promise<string> {
  const { scenario, rows, viewpoint, texts } = subject;
  const chart = chartsOf(scenario, rows, viewpoint).find((one) => one.kind === id);
  if (!chart) throw new Error(`This scenario draws no chart ${id}: it names no rows for it`);
  await loadFonts('A٣ا');
  const inner = await drawInner(chart, texts);
  const { parts, top, height } = around(subject, chart, texts);
  inner.setAttribute('transform', `translate(${EDGE} ${top})`);
  const picture = svgElement('svg', {
    width: WIDTH,
    height,
    viewBox: `0 0 ${WIDTH} ${height}`,
    role: 'img',
    direction: 'ltr',
  });
  const [title, description] = words(subject, chart, texts);
  picture.append(svgText('title', title), svgText('desc', description));
  const looks = [...inner.querySelectorAll('text')].map((text) => text.style.fontWeight);
  const weights = new Set([...looks, '400', '600']);
  const letters = `${inner.textContent} ${parts.map((part) => part.textContent).join(' ')}`;
  picture.append(svgText('style', await fontRules(letters, weights)));
  picture.append(svgElement('rect', { width: WIDTH, height, fill: '#ffffff' }), ...parts, inner);
  return new XMLSerializer().serializeToString(picture);
}

function words({ scenario, viewpoint }: PictureSubject, chart: Chart, texts: ChartTexts): [string, string] {
  const title = texts.say(titleMessage(chart, texts.language));
  const description = [
    texts.say(subtitleMessage(chart, texts.language)),
    stampLine(scenario, viewpoint, texts),
    sourcesLine(scenario, texts),
  ].join('. ');
  return [title, description];
}

/** Draws off the screen, in the light theme, and takes the drawing out of the page. */
async function drawInner(chart: Chart, texts: ChartTexts): Promise<SVGElement> {
  const stage = document.createElement('div');
  stage.className = 'chart-picture';
  stage.dataset['theme'] = 'light';
  stage.lang = texts.language;
  stage.dir = 'ltr';
  stage.setAttribute('aria-hidden', 'true');
  document.body.append(stage);
  const root = createRoot(stage);
  try {
    const size = { width: WIDTH - 2 * EDGE, height: HEIGHTS[chart.kind] };
    root.render(<ChartDrawing chart={chart} {...size} detail="print" texts={texts} />);
    await drawn(stage, '.recharts-wrapper > svg .chart-labels');
    const svg = stage.querySelector<SVGSVGElement>('.recharts-wrapper > svg');
    if (!svg) throw new Error('The chart drew nothing');
    const copy = svgElement('g', {});
    copy.append(...[...svg.children].map((child) => standaloneCopy(child as SVGElement)));
    return copy;
  } finally {
    root.unmount();
    stage.remove();
  }
}

interface Around {
  readonly parts: readonly SVGElement[];
  /** Where the drawing begins. */
  readonly top: number;
  readonly height: number;
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  readonly leading: number;
}

/** Title and measure above, stamp and sources below; `y` grows line by line. */
function around(subject: PictureSubject, chart: Chart, texts: ChartTexts): Around {
  const { scenario, viewpoint } = subject;
  const lines = (text: string, look: Omit<Line, 'text'>): Line[] =>
    wrapText(text, WIDTH - 2 * EDGE, look.size, look.weight).map((one) => ({ ...look, text: one }));
  const leftOut = leftOutMessage(chart.leftOut);
  const head = [
    ...lines(texts.say(titleMessage(chart, texts.language)), TITLE),
    ...lines(texts.say(subtitleMessage(chart, texts.language)), SMALL),
    ...(leftOut ? lines(texts.say(leftOut), { ...SMALL, fill: '#b3122e' }) : []),
  ];
  const foot = [
    ...lines(stampLine(scenario, viewpoint, texts), { ...SMALL, fill: '#4a5361' }),
    ...lines(sourcesLine(scenario, texts), SMALL),
  ];
  const top = EDGE + head.reduce((sum, line) => sum + line.leading, 0) + 10;
  const bottom = top + HEIGHTS[chart.kind] + 14;
  const height = Math.ceil(bottom + foot.reduce((sum, line) => sum + line.leading, 0) + EDGE - 8);
  return { parts: [...written(head, EDGE, texts), ...written(foot, bottom, texts)], top, height };
}

const TITLE = { size: 17, weight: 600, fill: '#14181f', leading: 24 };
const SMALL = { size: 12, weight: 400, fill: '#5c6572', leading: 18 };

function written(lines: readonly Line[], from: number, texts: ChartTexts): SVGElement[] {
  let y = from;
  return lines.map(({ text, size, weight, fill, leading }) => {
    y += leading;
    return svgText('text', text, {
      x: texts.mirror ? WIDTH - EDGE : EDGE,
      y: y - leading * 0.28,
      'text-anchor': texts.mirror ? 'end' : 'start',
      style: `${FACE};font-size:${size}px;font-weight:${weight};fill:${fill}${texts.mirror ? ';unicode-bidi:plaintext' : ''}`,
    });
  });
}

const FACE = `font-family:'Inter Variable','IBM Plex Sans Arabic','Segoe UI',Arial,sans-serif;font-variant-numeric:tabular-nums`;
