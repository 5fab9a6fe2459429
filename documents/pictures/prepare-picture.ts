/** Makes of a picture that somebody sent one for a document: upright, no larger than a page shows, and with nothing in it but the picture. */
import { openRenderer } from '../charts/open-renderer.js';
import { DocumentRefused } from '../document-fault.js';
import { encodeJpeg, type Pixels } from './encode-jpeg.js';
import { type PictureFacts, readPicture } from './read-picture.js';

export interface PreparedPicture {
  /** Made anew from the pixels, so that where and when it was taken, and by what, is gone with all else beside them. */
  readonly jpeg: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * A pixel takes twelve bytes while it is decoded, so that a larger picture would take more than half of the 512 MB that a process
 * may have. Telephones take 12 to 24 million (support.apple.com/guide/iphone, "Save camera settings").
 */
export const MOST_PIXELS = 25_000_000;

/** Of the longer side: 240 dots an inch over the width of the text of A4, of which print shows no more. */
const LONGEST_SIDE = 1_500;

/** Of the IJG's scale: its differences are not seen, and a photograph takes a quarter of a megabyte. */
const QUALITY = 82;

/** @throws {DocumentRefused} where it is no picture, too large, or damaged */
export async function preparePicture(content: Uint8Array): Promise<PreparedPicture> {
  const facts = readPicture(content);
  if (facts === null) throw new DocumentRefused({ kind: 'wrong_type' });
  if (facts.width * facts.height > MOST_PIXELS) throw new DocumentRefused({ kind: 'too_large' });
  const pixels = await draw(content, facts);
  return { jpeg: encodeJpeg(pixels, QUALITY), width: pixels.width, height: pixels.height };
}

/** Exif's eight ways to store a picture, each as what has to be done with it: SVG 1.1, 7.6, over a width and height of 1. */
const TURNS = [
  ...['1 0 0 1 0 0', '-1 0 0 1 1 0', '-1 0 0 -1 1 1', '1 0 0 -1 0 1'],
  ...['0 1 1 0 0 0', '0 1 -1 0 1 0', '0 -1 -1 0 1 1', '0 -1 1 0 0 1'],
];

async function draw(content: Uint8Array, { type, width, height, orientation }: PictureFacts): Promise<Pixels> {
  const isLying = orientation >= 5;
  const [across, down] = isLying ? [height, width] : [width, height];
  const scale = Math.min(1, LONGEST_SIDE / Math.max(across, down));
  const size = { width: Math.max(1, Math.round(across * scale)), height: Math.max(1, Math.round(down * scale)) };
  // Twice as large, and then each four pixels as one: a point of a large picture would flicker in a small one otherwise.
  const drawn = { width: size.width * 2, height: size.height * 2 };
  const data = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('base64');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${drawn.width}" height="${drawn.height}" viewBox="0 0 1 1" preserveAspectRatio="none">` +
    `<image width="1" height="1" preserveAspectRatio="none" transform="matrix(${TURNS[orientation - 1]})" href="data:image/${type};base64,${data}"/></svg>`;
  const { Resvg } = await openRenderer();
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
  try {
    const rendered = drawing.render();
    const rgba = rendered.pixels;
    rendered.free();
    // What cannot be decoded is left out without a word.
    if (!rgba.some((byte) => byte !== 0)) throw new DocumentRefused({ kind: 'damaged' });
    return halved(rgba, size);
  } finally {
    drawing.free();
  }
}

/** Each four pixels as one, upon white: what is drawn has its colours multiplied by its opacity. */
function halved(rgba: Uint8Array, { width, height }: Omit<Pixels, 'rgba'>): Pixels {
  const half = new Uint8Array(width * height * 4);
  const line = width * 8;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = y * 2 * line + x * 8;
      const to = (y * width + x) * 4;
      const sum = (at: number) =>
        (rgba[at] ?? 0) + (rgba[at + 4] ?? 0) + (rgba[at + line] ?? 0) + (rgba[at + line + 4] ?? 0);
      const lack = 1_020 - sum(from + 3);
      for (let channel = 0; channel < 3; channel += 1) half[to + channel] = (sum(from + channel) + lack) / 4;
      half[to + 3] = 255;
    }
  }
  return { width, height, rgba: half };
}
