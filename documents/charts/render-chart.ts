/** Turns a chart into a picture (PNG), written in the font that comes with the app. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Chart } from './chart.js';
import { drawChart } from './draw-chart.js';
import { FONT_FAMILY, readFont } from './read-font.js';
import { HEIGHT, WIDTH } from './svg.js';

export interface ChartPicture {
  readonly png: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

let opening: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** Two and a half megabytes, which a process needs first when somebody asks for a report. */
async function renderer(): Promise<typeof import('@resvg/resvg-wasm')> {
  opening ??= (async () => {
    const library = await import('@resvg/resvg-wasm');
    await library.initWasm(readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return library;
  })();
  return await opening;
}

/** The same chart gives the same bytes. */
export async function renderChart(chart: Chart): Promise<ChartPicture> {
  const { Resvg } = await renderer();
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
