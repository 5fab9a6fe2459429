/** Loads the PDF library for reading text alone, in a thread that does nothing else: it changes globals. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Pdfjs from 'pdfjs-dist';

/** What it would draw with. Reading text needs their names only, and the package that has them is 30 MB of compiled code. */
const unused = ['DOMMatrix', 'ImageData', 'Path2D'];

/** Required, not imported: a loader of TypeScript, where there is one, would rewrite all of it first, which takes seconds. */
const require = createRequire(import.meta.url);

export function loadPdfjs(): typeof Pdfjs {
  for (const name of unused) Reflect.set(globalThis, name, class {});
  const original = process.getBuiltinModule;
  // It looks for that package while it is loaded.
  Reflect.set(process, 'getBuiltinModule', (name: string) =>
    name === 'module' ? { createRequire: () => () => ({}) } : Reflect.apply(original, process, [name]),
  );
  try {
    // Its second half, which it would import by itself.
    require('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
    const library: typeof Pdfjs = require('pdfjs-dist/legacy/build/pdf.min.mjs');
    return library;
  } finally {
    Reflect.set(process, 'getBuiltinModule', original);
  }
}

/** What a document is opened with: nothing is evaluated, fetched or taken from the machine's fonts. */
export function openingOptions(data: Uint8Array): Parameters<typeof Pdfjs.getDocument>[0] {
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  return {
    data,
    // Without these maps, Japanese text comes out empty, and no error says so.
    ...{ cMapUrl: `${folder}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}/standard_fonts/` },
    ...{
      isEvalSupported: false,
      useSystemFonts: false,
      useWasm: false,
      disableFontFace: true,
      fontExtraProperties: false,
    },
    ...{ enableXfa: false, disableAutoFetch: true, disableStream: true, stopAtErrors: false, verbosity: 0 },
  };
}
