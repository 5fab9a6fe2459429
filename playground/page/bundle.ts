/** Makes of the page's sources what a browser loads, in the moment of the start: the page is no part of any build. */
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

export interface Bundle {
  /** The page itself, naming what it needs. */
  readonly html: string;
  /** By path, such as `/main.js`. */
  readonly assets: ReadonlyMap<string, Asset>;
}

export interface Asset {
  readonly type: string;
  readonly content: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Takes a few hundred milliseconds. @throws what esbuild throws where the sources have faults */
export async function makeBundle(): Promise<Bundle> {
  const folder = fileURLToPath(new URL('./browser/', import.meta.url));
  try {
    const { outputFiles, metafile } = await build({
      absWorkingDir: folder,
      entryPoints: ['main.tsx'],
      outdir: '/',
      entryNames: '[name]-[hash]',
      chunkNames: 'part-[hash]',
      assetNames: 'asset-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    const assets = new Map(
      outputFiles.map(({ path, contents }) => [
        path,
        { type: types[extname(path)] ?? 'application/octet-stream', content: contents },
      ]),
    );
    const [main, entry] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint !== undefined) ?? [];
    if (main === undefined || entry?.cssBundle === undefined) throw new Error('The page has no entry or no style.');
    return {
      html: pageOf({
        main: addressOf(main),
        // Needed at once; the rest is fetched when it is shown.
        soon: entry.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => addressOf(path)),
        // Holds the style of the parts that are fetched later, too.
        style: addressOf(entry.cssBundle),
      }),
      assets,
    };
  } finally {
    // Otherwise esbuild's own process would stay for as long as ours.
    await stop();
  }
}

/** esbuild names what it has made by the way from the folder of the sources. */
function addressOf(path: string): string {
  return `/${basename(path)}`;
}

interface Needed {
  readonly main: string;
  readonly soon: readonly string[];
  readonly style: string;
}

function pageOf({ main, soon, style }: Needed): string {
  return [
    '<!doctype html>',
    '<html lang="ja">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<title>SPP プレイグラウンド / SPP playground</title>',
    '<link rel="icon" href="data:,">',
    `<link rel="stylesheet" href="${style}">`,
    ...soon.map((path) => `<link rel="modulepreload" href="${path}">`),
    `<script type="module" src="${main}"></script>`,
    '</head>',
    '<body><div id="root"></div><noscript>JavaScript を有効にしてください。 / Please switch JavaScript on.</noscript></body>',
    '</html>',
  ].join('\n');
}
