/** The few parts of SVG that charts are drawn with. */

/** In pixels of the picture. */
export const WIDTH = 960;
export const HEIGHT = 480;

export const INK = '#1a1a1a';
const GRID = '#d0d0d0';

type Attributes = Readonly<Record<string, string | number>>;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

export function rectangle(x: number, y: number, width: number, height: number, fill: string): string {
  return element('rect', { x, y, width, height, fill, stroke: INK, 'stroke-width': 1 });
}

export function line(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  look: Attributes = {},
): string {
  return element('line', { x1, y1, x2, y2, stroke: GRID, 'stroke-width': 1, ...look });
}

export function path(d: string, look: Attributes): string {
  return element('path', { d, fill: 'none', stroke: INK, ...look });
}

export function circle(cx: number, cy: number, fill: string): string {
  return element('circle', { cx, cy, r: 5, fill, stroke: INK, 'stroke-width': 2 });
}

/** `anchor`: which part of the text stands at `x`. */
export function text(
  x: number,
  y: number,
  words: string,
  look: Attributes & { readonly anchor?: string } = {},
): string {
  const { anchor = 'start', ...rest } = look;
  return element('text', { x, y, 'text-anchor': anchor, 'font-size': 18, fill: INK, ...rest }, escaped(words));
}

/** @param fontFamily the one that the picture is drawn with */
export function picture(fontFamily: string, ...parts: readonly string[]): string {
  const hatch = element(
    'pattern',
    { id: 'hatch', width: 10, height: 10, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    `${element('rect', { width: 10, height: 10, fill: '#ffffff' })}${element('rect', { width: 3, height: 10, fill: '#4a4a4a' })}`,
  );
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: HEIGHT, 'font-family': fontFamily },
    [element('defs', {}, hatch), element('rect', { width: WIDTH, height: HEIGHT, fill: '#ffffff' }), ...parts].join(''),
  );
}

/** Round numbers from 0 to at least `most`, at most six of them. */
export function ticksUpTo(most: number): readonly number[] {
  const rough = Math.max(most, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10);
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, at) => at * step);
}
