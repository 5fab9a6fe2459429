/** Draws a block of type data_visualization. */
import { useEffect, useRef } from 'react';
import type { Json } from '../../../protocol.js';
import { type Chart, drawChart } from '../../chart.js';
import { asJson, asList, asText } from '../json.js';

export function ChartBlock({ block }: { readonly block: Json }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.replaceChildren(drawChart(readChart(block))), [block]);
  return <div ref={place} />;
}

function readChart(block: Json): Chart {
  const chart = asJson(block.chart);
  const { categories } = asJson(chart.axis_config);
  return {
    form: chart.type === 'bar' ? 'bars' : 'lines',
    title: asText(block.title) ?? '',
    categories: Array.isArray(categories) ? categories.map(String) : [],
    series: asList(chart.series).map(({ name, data }) => ({
      name: asText(name) ?? '',
      values: asList(data).map(({ value }) => (typeof value === 'number' ? value : 0)),
    })),
  };
}
