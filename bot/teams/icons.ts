/** Draws the app's two icons as PNG files: a tick in a ring. Format: w3.org/TR/png. */
import { crc32, deflateSync } from 'node:zlib';

export const accentColor = '#1F6F54';

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** How much of the pixel at this place (0 to 1 both ways) the figure covers, 0 to 1; `edge` is one pixel's width. */
type Figure = (x: number, y: number, edge: number) => number;

function distanceToLine(x: number, y: number, from: readonly [number, number], to: readonly [number, number]): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy);
}

const tickInRing: Figure = (x, y, edge) => {
  const ring = Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.36);
  const corner = [0.46, 0.62] as const;
  const tick = Math.min(distanceToLine(x, y, [0.34, 0.5], corner), distanceToLine(x, y, corner, [0.67, 0.38]));
  const distance = Math.min(ring, tick) - 0.035;
  return Math.min(1, Math.max(0, 0.5 - distance / edge));
};

function draw(size: number, colour: (covered: number) => Pixel): Buffer {
  const stride = 1 + size * 4;
  const rows = Buffer.alloc(stride * size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const covered = tickInRing((column + 0.5) / size, (row + 0.5) / size, 1 / size);
      rows.set(colour(covered), row * stride + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel, red, green, blue and alpha.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** 192 × 192, in full colour. */
export function colorIcon(): Buffer {
  const ground = [1, 3, 5].map((at) => Number.parseInt(accentColor.slice(at, at + 2), 16));
  return draw(192, (covered) => {
    const [red = 0, green = 0, blue = 0] = ground.map((channel) => Math.round(channel + (255 - channel) * covered));
    return [red, green, blue, 255];
  });
}

/** 32 × 32, white on transparent, as Teams asks. */
export function outlineIcon(): Buffer {
  return draw(32, (covered) => [255, 255, 255, Math.round(255 * covered)]);
}
