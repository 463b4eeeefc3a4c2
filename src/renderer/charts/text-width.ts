const SVG = 'http://www.w3.org/2000/svg';
const DEFAULT_ADVANCE = 0.58;
const PROBE_SIZE = 100;

const known = new Map<string, number>();

/**
 * Width in px of a text as charts draw it. A canvas would be simpler, but it does not know
 * tabular figures, which are wider in digits, hyphens and signs.
 */
export function textWidth(text: string, size: number, weight = 400): number {
  const name = `${weight} ${text}`;
  const found = known.get(name);
  if (found !== undefined) return found * size;
  const advance = measured(text, weight);
  if (advance === null) return text.length * size * DEFAULT_ADVANCE;
  known.set(name, advance);
  return advance * size;
}

/** Widths measured before a face was there are wrong once it is. */
export function forgetWidths(): void {
  known.clear();
}

/** In parts of the font size; null where nothing is laid out. */
function measured(text: string, weight: number): number | null {
  const element = probe();
  if (typeof element.getComputedTextLength !== 'function') return null;
  element.style.fontWeight = String(weight);
  element.textContent = text;
  const length = element.getComputedTextLength();
  return length > 0 ? length / PROBE_SIZE : null;
}

function probe(): SVGTextElement {
  const kept = document.querySelector<SVGTextElement>('.chart-probe > text');
  if (kept) return kept;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'chart-probe');
  svg.setAttribute('aria-hidden', 'true');
  const text = document.createElementNS(SVG, 'text');
  text.style.fontSize = `${PROBE_SIZE}px`;
  svg.append(text);
  document.body.append(svg);
  return text;
}
