/** Turns a chart into a picture (PNG), written in the font that comes with the app. */
import type { Chart } from './chart.js';
import { drawChart } from './draw-chart.js';
import { openRenderer } from './open-renderer.js';
import { FONT_FAMILY, readFont } from './read-font.js';
import { HEIGHT, WIDTH } from './svg.js';

export interface ChartPicture {
  readonly png: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The same chart gives the same bytes. */
export async function renderChart(chart: Chart): Promise<ChartPicture> {
  const { Resvg } = await openRenderer();
  const { bytes, legible } = await readFont();
  const drawing = new Resvg(legible(drawChart(chart, FONT_FAMILY)), {
    font: { fontBuffers: [bytes], defaultFontFamily: FONT_FAMILY, loadSystemFonts: false },
  });
  try {
    const rendered = drawing.render();
    const png = rendered.asPng();
    rendered.free();
    return { png, width: WIDTH, height: HEIGHT };
  } finally {
    drawing.free();
  }
}
