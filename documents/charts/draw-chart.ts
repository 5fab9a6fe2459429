/** Draws a chart as SVG: dark, hatched and dashed, so that it can be read in grey, with its numbers beside the shapes. */
import type { Chart, StackedBars, Steps } from './chart.js';
import { circle, HEIGHT, INK, line, path, picture, rectangle, text, ticksUpTo, WIDTH } from './svg.js';

const LEFT = 70;
const RIGHT = WIDTH - 30;
const TOP = 90;
const BOTTOM = HEIGHT - 60;

/** Dark and hatched: also told apart by who sees no colours, and on paper. */
const fills = ['#24405f', 'url(#hatch)'];
const strokes = ['', '12 5', '3 4'];

/** More labels than fit beside each other are written one in so many. */
const MOST_LABELS = 14;

export function drawChart(chart: Chart, fontFamily: string): string {
  const drawn = chart.kind === 'stacked bars' ? drawBars(chart) : drawSteps(chart);
  return picture(fontFamily, text(LEFT - 40, 34, chart.title, { 'font-size': 22, 'font-weight': 'bold' }), ...drawn);
}

/** The scale from 0 up, and where a value stands. */
function scale(most: number, unit: string) {
  const ticks = ticksUpTo(most);
  const top = ticks.at(-1) ?? 1;
  const at = (value: number) => BOTTOM - ((BOTTOM - TOP) * value) / top;
  const drawn = ticks.flatMap((tick) => [
    line([LEFT, at(tick)], [RIGHT, at(tick)]),
    text(LEFT - 10, at(tick) + 6, String(tick), { anchor: 'end', 'font-size': 16 }),
  ]);
  return { at, drawn: [text(LEFT - 40, TOP - 18, unit, { 'font-size': 16 }), ...drawn] };
}

function drawBars({ unit, parts, bars }: StackedBars): readonly string[] {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const { at, drawn } = scale(Math.max(...bars.map(({ values }) => total(values)), 0), unit);
  const room = (RIGHT - LEFT) / Math.max(bars.length, 1);
  const width = Math.min(90, room * 0.6);
  const every = Math.ceil(bars.length / MOST_LABELS);
  const shapes = bars.flatMap(({ label, values }, index) => {
    const middle = LEFT + room * (index + 0.5);
    const isLabelled = index % every === 0;
    return [
      ...values.flatMap((value, part) => {
        const below = total(values.slice(0, part));
        const [top, bottom] = [at(below + value), at(below)];
        if (value === 0) return [];
        return [rectangle(middle - width / 2, top, width, bottom - top, fills[part % fills.length] ?? INK)];
      }),
      ...(isLabelled
        ? [
            text(
              middle,
              at(total(values)) - 8,
              values.length > 1 ? `${total(values)} (${values.join('+')})` : `${total(values)}`,
              {
                anchor: 'middle',
                'font-size': every > 1 || room < 120 ? 14 : 18,
              },
            ),
            text(middle, BOTTOM + 26, label, { anchor: 'middle', 'font-size': room < 90 ? 13 : 17 }),
          ]
        : []),
    ];
  });
  return [
    ...drawn,
    ...shapes,
    line([LEFT, BOTTOM], [RIGHT, BOTTOM], { stroke: INK, 'stroke-width': 2 }),
    ...legend(parts),
  ];
}

function legend(parts: readonly string[]): readonly string[] {
  return parts.flatMap((name, part) => {
    const x = LEFT + 130 + part * 240;
    return [rectangle(x, 54, 26, 16, fills[part % fills.length] ?? INK), text(x + 36, 68, name, { 'font-size': 17 })];
  });
}

function drawSteps({ unit, from, to, limit, limitLabel, lines }: Steps): readonly string[] {
  const most = Math.max(limit, ...lines.flatMap(({ points }) => points.map(({ value }) => value)));
  const { at, drawn } = scale(most, unit);
  const [start, end] = [Date.parse(from), Math.max(Date.parse(to), Date.parse(from) + 86_400_000)];
  const across = (day: string) => {
    const share = (Date.parse(day) - start) / (end - start);
    return LEFT + (RIGHT - 60 - LEFT) * Math.min(1, Math.max(0, share));
  };
  const shapes = lines.flatMap(({ name, points }, index) => {
    const dash = strokes[index % strokes.length] ?? '';
    const shape = points.map(({ day, value }) => `H ${across(day)} V ${at(value)}`).join(' ');
    const last = points.at(-1);
    return [
      path(`M ${LEFT} ${at(0)} ${shape} H ${across(to)}`, {
        ...{ stroke: '#24405f', 'stroke-width': 4 },
        ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
      }),
      ...points.map(({ day, value }) => circle(across(day), at(value), index === 0 ? '#24405f' : '#ffffff')),
      ...(last === undefined ? [] : [text(across(to) + 10, at(last.value) + 6, String(last.value))]),
      line([LEFT + 130 + index * 260, 62], [LEFT + 170 + index * 260, 62], {
        ...{ stroke: '#24405f', 'stroke-width': 4 },
        ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
      }),
      text(LEFT + 180 + index * 260, 68, name, { 'font-size': 17 }),
    ];
  });
  return [
    ...drawn,
    line([LEFT, at(limit)], [RIGHT, at(limit)], { stroke: INK, 'stroke-dasharray': '4 6', 'stroke-width': 2 }),
    text(RIGHT, at(limit) - 8, limitLabel, { anchor: 'end', 'font-size': 16 }),
    ...monthLabels(from, to).map(({ day, label }) =>
      [
        line([across(day), BOTTOM], [across(day), BOTTOM + 6], { stroke: INK }),
        text(across(day), BOTTOM + 26, label, { anchor: 'middle', 'font-size': 15 }),
      ].join(''),
    ),
    line([LEFT, BOTTOM], [RIGHT, BOTTOM], { stroke: INK, 'stroke-width': 2 }),
    ...shapes,
  ];
}

/** The first days of months, as many as fit. */
function monthLabels(from: string, to: string): readonly { readonly day: string; readonly label: string }[] {
  const [year = 2000, month = 1] = from.split('-').map(Number);
  const months = Array.from({ length: 240 }, (_, at) => {
    const first = new Date(Date.UTC(year, month - 1 + at, 1)).toISOString();
    return { day: first.slice(0, 10), label: first.slice(0, 7) };
  }).filter(({ day }) => day >= from && day <= to);
  const every = Math.ceil(months.length / 8);
  return months.filter((_, at) => at % every === 0);
}
