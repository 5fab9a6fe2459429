/** Opens the program that draws SVG, with what stands in it, as pixels. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

let opening: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** Two and a half megabytes, which a process needs first when somebody asks for a report. */
export async function openRenderer(): Promise<typeof import('@resvg/resvg-wasm')> {
  opening ??= (async () => {
    const library = await import('@resvg/resvg-wasm');
    await library.initWasm(readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return library;
  })();
  return await opening;
}
