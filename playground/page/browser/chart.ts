/** Draws a chart that the bot sent, as the clients of Slack and Teams do: bars or lines over their categories, with a legend. */
import './chart.css';

export interface Chart {
  readonly form: 'bars' | 'lines';
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 360;
const HEIGHT = 140;
/** Below the plot, for the names of the categories. */
const FOOT = 18;
const ABOVE = 6;
/** Dark enough on white for each to be told from it, and different in grey. */
const COLOURS = ['#1264a3', '#e8912d', '#2bac76', '#7c3085', '#616061'] as const;
const WIDEST_BAR = 28;

export function drawChart({ form, title, categories, series }: Chart): HTMLElement {
  const top = Math.max(1, ...series.flatMap(({ values }) => values));
  const room = WIDTH / Math.max(1, categories.length);
  const middleOf = (at: number) => (at + 0.5) * room;
  const heightOf = (value: number) => (value / top) * (HEIGHT - FOOT - ABOVE);
  const svg = make('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': title });
  const width = Math.min(WIDEST_BAR, (room * 0.8) / Math.max(1, series.length));
  for (const [which, { values }] of series.entries()) {
    if (form === 'lines') {
      const points = values.map((value, at) => `${middleOf(at)},${HEIGHT - FOOT - heightOf(value)}`).join(' ');
      svg.append(make('polyline', { points, fill: 'none', stroke: colourOf(which), 'stroke-width': 2 }));
      continue;
    }
    for (const [at, value] of values.entries()) {
      const x = middleOf(at) + (which - series.length / 2) * width;
      const [y, height] = [HEIGHT - FOOT - heightOf(value), heightOf(value)];
      svg.append(make('rect', { x, y, width: width - 2, height, fill: colourOf(which) }));
    }
  }
  for (const [at, name] of categories.entries()) {
    const text = make('text', { x: middleOf(at), y: HEIGHT - 5, 'text-anchor': 'middle' });
    // The year of a day would run into its neighbour.
    text.textContent = /^\d{4}-/.test(name) ? name.slice('2025-'.length) : name;
    svg.append(text);
  }
  const figure = document.createElement('figure');
  figure.className = 'chart';
  const caption = document.createElement('figcaption');
  caption.textContent = title;
  figure.append(caption, svg, legendOf(series));
  return figure;
}

function legendOf(series: Chart['series']): HTMLElement {
  const legend = document.createElement('ul');
  for (const [which, { name }] of series.entries()) {
    const [entry, mark] = [document.createElement('li'), document.createElement('span')];
    mark.style.background = colourOf(which);
    entry.append(mark, name);
    legend.append(entry);
  }
  return legend;
}

function colourOf(which: number): string {
  return COLOURS[which % COLOURS.length] ?? COLOURS[0];
}

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
