/** Photographs are made ready for documents: upright, small enough, and without the place where they were taken; what is no picture is refused. */
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerTask } from '../../documents/answer-task.js';
import { openRenderer } from '../../documents/charts/open-renderer.js';
import { encodeJpeg } from '../../documents/pictures/encode-jpeg.js';
import { MOST_PIXELS } from '../../documents/pictures/prepare-picture.js';
import { readPicture } from '../../documents/pictures/read-picture.js';
import { readPhotograph } from '../../documents/read-photograph.js';
import { photographBytes, picturePixels, TAKEN_AT } from '../support/photographs.js';

async function prepared(content: Uint8Array) {
  const answer = await answerTask({ task: 'picture', content: new Uint8Array(content), name: undefined });
  if (!answer.ok || !('picture' in answer)) throw new Error(JSON.stringify(answer));
  return answer.picture;
}

async function faultOf(content: Uint8Array) {
  const answer = await answerTask({ task: 'picture', content: new Uint8Array(content), name: undefined });
  return answer.ok ? null : answer.fault.kind;
}

/** As a program that is not ours decodes it. */
async function decoded(jpeg: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const { Resvg } = await openRenderer();
  const data = Buffer.from(jpeg).toString('base64');
  const drawing = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/jpeg;base64,${data}"/></svg>`,
  );
  return drawing.render().pixels;
}

const colourAt = (pixels: Uint8Array, width: number, x: number, y: number) => {
  const [red = 0, green = 0, blue = 0] = pixels.subarray((y * width + x) * 4);
  if (red > 200 && green > 200 && blue > 200) return 'white';
  return red > blue ? 'red' : 'blue';
};

function pngOf(width: number, height: number, line: (y: number) => readonly number[], more: Buffer[] = []): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8);
  const lines = Array.from({ length: height }, (_, y) => Buffer.from([0, ...line(y)]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...more.map((content) => chunk('tEXt', content)),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a JPEG that is written', () => {
  it.each([
    [64, 48],
    [17, 9],
    [1, 1],
  ])('of %i by %i is read by others as what it was made of', async (width, height) => {
    const rgba = new Uint8Array(width * height * 4).fill(255);
    for (let at = 0; at < width * height; at += 1) {
      const [x, y] = [at % width, Math.floor(at / width)];
      rgba.set([(x * 200) / width + 20, (y * 200) / height + 20, 90], at * 4);
    }
    const jpeg = encodeJpeg({ width, height, rgba }, 95);
    expect(readPicture(jpeg)).toEqual({ type: 'jpeg', width, height, orientation: 1 });
    const read = await decoded(jpeg, width, height);
    const differences = rgba.map((byte, at) => Math.abs(byte - (read[at] ?? 0)));
    expect(differences.reduce((sum, one) => sum + one, 0) / rgba.length).toBeLessThan(4);
  });
});

describe('a photograph', () => {
  // Where its white edge and its red half are to be, by how Exif says that it is stored: the upper edge and the left half are as stored.
  it.each([
    [1, 64, 48, 'top', 'left'],
    [2, 64, 48, 'top', 'right'],
    [3, 64, 48, 'bottom', 'right'],
    [4, 64, 48, 'bottom', 'left'],
    [5, 48, 64, 'left', 'top'],
    [6, 48, 64, 'right', 'top'],
    [7, 48, 64, 'right', 'bottom'],
    [8, 48, 64, 'left', 'bottom'],
  ] as const)('that is stored in way %i is put upright', async (orientation, width, height, white, red) => {
    const picture = await prepared(photographBytes({ orientation }));
    expect(picture).toMatchObject({ width, height });
    const pixels = await decoded(picture.jpeg, width, height);
    const edge = {
      top: [width / 2, 1],
      bottom: [width / 2, height - 2],
      left: [1, height / 2],
      right: [width - 2, height / 2],
    };
    const [edgeX = 0, edgeY = 0] = edge[white];
    expect(colourAt(pixels, width, edgeX, edgeY)).toBe('white');
    const half = {
      top: [width / 2, height / 4],
      bottom: [width / 2, (height * 3) / 4],
      left: [width / 4, height / 2],
      right: [(width * 3) / 4, height / 2],
    };
    const [halfX = 0, halfY = 0] = half[red];
    expect(colourAt(pixels, width, halfX, halfY)).toBe('red');
  });

  it('loses where it was taken, and all else beside the picture', async () => {
    const sent = photographBytes({ orientation: 6 });
    expect(Buffer.from(sent).includes(TAKEN_AT)).toBe(true);
    expect(Buffer.from(sent).includes('Exif')).toBe(true);
    const { jpeg } = await prepared(sent);
    for (const trace of [TAKEN_AT, 'Exif', 'GPS']) expect(Buffer.from(jpeg).includes(trace)).toBe(false);
    const png = pngOf(4, 4, () => Array.from({ length: 16 }, () => 200), [Buffer.from(`Comment\0${TAKEN_AT}`)]);
    expect(png.includes(TAKEN_AT)).toBe(true);
    expect(Buffer.from((await prepared(png)).jpeg).includes(TAKEN_AT)).toBe(false);
  });

  it('is made smaller where a page shows no more, and never larger', async () => {
    const large = encodeJpeg({ width: 3000, height: 600, rgba: picturePixels(3000, 600) }, 60);
    expect(await prepared(large)).toMatchObject({ width: 1500, height: 300 });
    expect(await prepared(photographBytes({ width: 20, height: 10 }))).toMatchObject({ width: 20, height: 10 });
  });

  it('stands upon white where a PNG is see-through', async () => {
    const png = pngOf(8, 8, (y) =>
      Array.from({ length: 32 }, (_, at) => (y < 4 ? 0 : at % 4 === 3 ? 255 : at % 4 === 0 ? 200 : 0)),
    );
    const pixels = await decoded((await prepared(png)).jpeg, 8, 8);
    expect([colourAt(pixels, 8, 4, 0), colourAt(pixels, 8, 4, 7)]).toEqual(['white', 'red']);
  });

  it('is refused with the reason where it is none, damaged, or has too many pixels', async () => {
    expect(await faultOf(Buffer.from('%PDF-1.7 no picture'))).toBe('wrong_type');
    expect(await faultOf(Buffer.from('ffd8ffe000', 'hex'))).toBe('wrong_type');
    const whole = Buffer.from(photographBytes());
    const cut = Buffer.concat([whole.subarray(0, whole.indexOf(Buffer.from([0xff, 0xda]))), Buffer.from([0xff, 0xd9])]);
    expect(await faultOf(cut)).toBe('damaged');
    // Only its head is read: a picture of this size is never decoded.
    const huge = Buffer.from(whole);
    const frame = huge.indexOf(Buffer.from([0xff, 0xc0]));
    huge.writeUInt16BE(60_000, frame + 5);
    huge.writeUInt16BE(60_000, frame + 7);
    expect(readPicture(huge)).toMatchObject({ width: 60_000, height: 60_000 });
    expect(60_000 * 60_000).toBeGreaterThan(MOST_PIXELS);
    expect(await faultOf(huge)).toBe('too_large');
  });

  it('is made ready in a thread of its own', async () => {
    const [one, other] = await Promise.all([readPhotograph(photographBytes()), readPhotograph(Buffer.from('no'))]);
    expect(one).toMatchObject({ ok: true, picture: { width: 64, height: 48 } });
    expect(other).toEqual({ ok: false, fault: { kind: 'wrong_type' } });
  });
});
