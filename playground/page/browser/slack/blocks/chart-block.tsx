/** Draws a chart that the bot sent as Slack does: bars or lines over their categories, with a legend. */
import type { Json } from '../../../protocol.js';
import { asJson, asList, asText } from '../json.js';

const WIDTH = 360;
const HEIGHT = 140;
/** Below the plot, for the names of the categories. */
const FOOT = 18;
/** Dark enough on white for each to be told from it, and different in grey. */
const COLOURS = ['#1264a3', '#e8912d', '#2bac76', '#7c3085', '#616061'];
const WIDEST_BAR = 28;

interface Drawing {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly top: number;
}

function read(block: Json): Drawing {
  const chart = asJson(block.chart);
  const axis = asJson(chart.axis_config).categories;
  const categories = Array.isArray(axis) ? axis.map(String) : [];
  const series = asList(chart.series).map((one) => ({
    name: asText(one.name) ?? '',
    values: asList(one.data).map(({ value }) => (typeof value === 'number' ? value : 0)),
  }));
  return { categories, series, top: Math.max(1, ...series.flatMap(({ values }) => values)) };
}

export function ChartBlock({ block }: { readonly block: Json }) {
  const drawing = read(block);
  const title = asText(block.title) ?? '';
  return (
    <figure className="slack-chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        {asJson(block.chart).type === 'bar' ? <Bars {...drawing} /> : <Lines {...drawing} />}
        {drawing.categories.map((name, at) => (
          <text key={name} x={middleOf(drawing, at)} y={HEIGHT - 5} textAnchor="middle">
            {/^\d{4}-/.test(name) ? name.slice(5) : name}
          </text>
        ))}
      </svg>
      <ul>
        {drawing.series.map(({ name }, at) => (
          <li key={name}>
            <span style={{ background: colourOf(at) }} />
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}

const colourOf = (at: number) => COLOURS[at % COLOURS.length] ?? '#616061';
const middleOf = ({ categories }: Drawing, at: number) => ((at + 0.5) * WIDTH) / Math.max(1, categories.length);
const heightOf = ({ top }: Drawing, value: number) => (value / top) * (HEIGHT - FOOT - 6);

function Bars(drawing: Drawing) {
  const { categories, series } = drawing;
  const room = WIDTH / Math.max(1, categories.length);
  const width = Math.min(WIDEST_BAR, (room * 0.8) / Math.max(1, series.length));
  return series.flatMap(({ name, values }, which) =>
    values.map((value, at) => (
      <rect
        key={`${name} ${categories[at]}`}
        x={middleOf(drawing, at) + (which - series.length / 2) * width}
        y={HEIGHT - FOOT - heightOf(drawing, value)}
        width={width - 2}
        height={heightOf(drawing, value)}
        fill={colourOf(which)}
      />
    )),
  );
}

function Lines(drawing: Drawing) {
  return drawing.series.map(({ name, values }, which) => (
    <polyline
      key={name}
      points={values
        .map((value, at) => `${middleOf(drawing, at)},${HEIGHT - FOOT - heightOf(drawing, value)}`)
        .join(' ')}
      fill="none"
      stroke={colourOf(which)}
      strokeWidth={2}
    />
  ));
}
