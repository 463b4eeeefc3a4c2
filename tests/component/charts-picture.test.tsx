import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { chartTexts } from '#renderer/charts/chart-texts.ts';
import { standaloneCopy, svgText } from '#renderer/charts/picture-svg.ts';
import { sourcesLine, stampLine } from '#renderer/charts/picture-words.ts';
import { PrintPage } from '#renderer/charts/print-page.tsx';
import { ReportPage } from '#renderer/charts/report-page.tsx';
import { i18n } from '#renderer/i18n/i18n.ts';
import { engineOf } from '#tests/support/openai.ts';
import { show, startSession } from '#tests/support/render.tsx';
import { shippedScenario } from '#tests/support/shipped.ts';

const texts = (language: 'en' | 'ar') => chartTexts(i18n.getFixedT(language, 'charts'), language);
const SVG = 'http://www.w3.org/2000/svg';

function drawn(
  markup: (make: (tag: string, attributes?: Record<string, string>) => SVGElement) => SVGElement,
) {
  const make = (tag: string, attributes: Record<string, string> = {}) => {
    const element = document.createElementNS(SVG, tag) as SVGElement;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const root = markup(make);
  document.body.append(root);
  return root;
}

describe('a picture that leaves the program', () => {
  it('carries geometry and looks, but nothing that acts', () => {
    const root = drawn((make) => {
      const group = make('g', { class: 'chart-mark', role: 'button', tabindex: '0', onclick: 'alert(1)' });
      const bar = make('rect', { x: '1', y: '2', width: '3', height: '4', style: 'fill: rgb(1, 2, 3)' });
      group.append(bar, make('rect', { class: 'chart-hit' }), make('script'), make('foreignObject'));
      return group;
    });
    const text = new XMLSerializer().serializeToString(standaloneCopy(root));
    expect(text).toMatch(/<rect x="1" y="2" width="3" height="4" style="[^"]*fill:rgb\(1, 2, 3\)/);
    expect(text).not.toMatch(/class|role|tabindex|onclick|script|foreignObject/i);
    expect(text.match(/<rect/g)).toHaveLength(1);
    root.remove();
  });

  it('writes a hostile label as text', () => {
    const text = new XMLSerializer().serializeToString(
      svgText('text', '</text><script>alert("x")</script>&'),
    );
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;/text&gt;&lt;script&gt;');
  });

  it('says scenario, case, as-of date and sources', () => {
    const scenario = shippedScenario();
    const viewpoint = { caseId: 'growth-miss', asOf: null };
    expect(stampLine(scenario, viewpoint, texts('en'))).toBe(
      'OpenAI funding, 2025 to 2030 · Case: Growth miss · As of 31 Jul 2026',
    );
    expect(stampLine(scenario, { caseId: null, asOf: '2025-12-31' }, texts('ar'))).toContain(
      'حتى تاريخ 31 ديسمبر 2025',
    );
    expect(sourcesLine(scenario, texts('en'))).toMatch(/^Sources: .*REV-06.*deal register.* assumptions\.$/);
  });
});

describe('report page', () => {
  it.each(['en', 'ar'] as const)('holds sentence, charts, table, stamp and sources in %s', (language) => {
    const scenario = shippedScenario();
    startSession(scenario, language);
    const viewpoint = { caseId: null, asOf: null };
    const rows = engineOf(scenario).rows();
    const { container } = show(
      <ReportPage scenario={scenario} rows={rows} viewpoint={viewpoint} texts={texts(language)} />,
    );
    const page = container.textContent ?? '';
    expect(page).toContain('40.4');
    expect(page).toContain('68%');
    expect(container.querySelectorAll('.recharts-wrapper > svg')).toHaveLength(3);
    const gap = container.querySelector('.chart-page-row--gap');
    expect([...(gap?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual([
      '\u2013',
      '\u2013',
      '(2.4)',
      '(37.5)',
      '(0.4)',
      '(40.4)',
    ]);
    expect(page).toContain(language === 'en' ? '27 of 27 pass' : 'نجح 27 من 27 فحصاً');
    expect(page).toContain('REV-06');
  });
});

describe('printing', () => {
  // The window prints at once: what the charts would draw a moment later is not on the paper.
  it('draws the whole page while the window prepares, and takes it away afterwards', () => {
    startSession(shippedScenario());
    show(<PrintPage />);
    expect(document.querySelector('.chart-print')).toBeNull();
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
      expect(document.querySelectorAll('.chart-print .recharts-wrapper .chart-labels')).toHaveLength(3);
    });
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    expect(document.querySelector('.chart-print')).toBeNull();
  });
});
