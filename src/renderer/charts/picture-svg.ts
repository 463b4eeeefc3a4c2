const SVG = 'http://www.w3.org/2000/svg';

/** Everything that decides how a drawn element looks; the rest of the computed style is left behind. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'direction',
  'unicode-bidi',
] as const;

/** What these hold by themselves; a style that only repeats it is not written. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  opacity: '1',
  visibility: 'visible',
  stroke: 'none',
  'unicode-bidi': 'normal',
};

const GEOMETRY = new Set(
  'x y x1 y1 x2 y2 cx cy r rx ry d width height points transform id viewBox clip-path patternUnits patternTransform text-anchor'.split(
    ' ',
  ),
);
const TEXT_ONLY = /^(font|text|direction|unicode)/;

/** A copy that stands without the page: looks written on each element, no classes, no handlers. */
export function standaloneCopy(drawn: SVGElement): SVGElement {
  const copy = document.createElementNS(SVG, drawn.tagName) as SVGElement;
  for (const { name, value } of drawn.attributes) if (GEOMETRY.has(name)) copy.setAttribute(name, value);
  const style = looksOf(drawn);
  if (style !== '') copy.setAttribute('style', style);
  for (const child of drawn.childNodes) {
    if (child instanceof SVGElement) {
      if (!isLeftOut(child)) copy.append(standaloneCopy(child));
    } else if (child.nodeType === Node.TEXT_NODE && child.textContent) {
      copy.append(child.textContent);
    }
  }
  return copy;
}

/** Compared by name: selectors fold the case of `foreignObject`. */
const FOREIGN = new Set(['script', 'foreignObject', 'image', 'use', 'a']);

/** What only a pointer or a screen reader needs. */
function isLeftOut(element: SVGElement): boolean {
  return FOREIGN.has(element.tagName) || element.matches('.chart-hit, .chart-rings, title, desc');
}

function looksOf(element: SVGElement): string {
  if (element.tagName === 'g' || element.tagName === 'defs' || element.tagName === 'pattern') return '';
  const computed = getComputedStyle(element);
  const isText = element.tagName === 'text' || element.tagName === 'tspan';
  return LOOKS.filter((name) => isText || !TEXT_ONLY.test(name))
    .map((name) => [name, computed.getPropertyValue(name)] as const)
    .filter(([name, value]) => value !== '' && value !== DEFAULTS[name])
    .map(([name, value]) => `${name}:${localReference(value)}`)
    .join(';');
}

/** Browsers may write `url("#id")` with the address of the page before it. */
function localReference(value: string): string {
  return value.replace(/url\("?[^"#)]*#([^")]+)"?\)/g, 'url(#$1)');
}

export function svgElement(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** An element that holds one text; characters such as `<` are escaped when it is written out. */
export function svgText(
  tag: string,
  text: string,
  attributes: Readonly<Record<string, string | number>> = {},
) {
  const element = svgElement(tag, attributes);
  element.append(text);
  return element;
}
