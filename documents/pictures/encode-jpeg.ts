/** Writes pixels as a baseline JPEG (ITU-T T.81) that holds nothing but the picture: no date, no place, no camera. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, line by line; the opacity is left out of account. */
  readonly rgba: Uint8Array;
}

/** T.81, K.1: how coarsely brightness and colour are kept at a quality of 50. */
const BRIGHTNESS = [
  ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56],
  ...[14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92],
  ...[49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99],
];
const COLOUR = [
  ...[17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99],
  ...[47, 66, 99, 99, 99, 99, 99, 99, ...Array.from({ length: 32 }, () => 99)],
];

/** T.81, figure A.6: at which place of a block the nth value stands. */
const ZIGZAG = [
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14],
  ...[21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60],
  ...[61, 54, 47, 55, 62, 63],
];

interface HuffmanTable {
  /** How many codes there are of each length from 1 to 16 bits. */
  readonly counts: readonly number[];
  readonly values: readonly number[];
}

/** T.81, K.3.3.1: of the differences of averages. */
const AVERAGES: readonly [brightness: HuffmanTable, colour: HuffmanTable] = [
  { counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
  { counts: [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
];

/** T.81, K.3.3.2: of all other values. */
const DETAILS: readonly [brightness: HuffmanTable, colour: HuffmanTable] = [
  {
    counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
    values: bytesOf(
      '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a' +
        '434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aa' +
        'b2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
    ),
  },
  {
    counts: [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119],
    values: bytesOf(
      '000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a' +
        '434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aa' +
        'b2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa',
    ),
  },
];

function bytesOf(hexadecimal: string): readonly number[] {
  return [...Buffer.from(hexadecimal, 'hex')];
}

/** @param quality 1 to 100, as in the IJG's library; colours are kept at half the width and height */
export function encodeJpeg({ width, height, rgba }: Pixels, quality: number): Uint8Array {
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
  const scaled = (table: readonly number[]) =>
    table.map((value) => Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))));
  const steps = [scaled(BRIGHTNESS), scaled(COLOUR)] as const;
  const bits = new BitWriter();
  writePicture(bits, { width, height, rgba }, steps);
  return Buffer.concat([head({ width, height }, steps), bits.end(), Buffer.from([0xff, 0xd9])]);
}

function segment(marker: number, content: readonly number[]): Buffer {
  const length = content.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content]);
}

function head(
  { width, height }: Pick<Pixels, 'width' | 'height'>,
  [brightness, colour]: readonly [readonly number[], readonly number[]],
): Buffer {
  const table = (at: number, values: readonly number[]) => [at, ...ZIGZAG.map((place) => values[place] ?? 1)];
  const codes = (at: number, { counts, values }: HuffmanTable) => [at, ...counts, ...values];
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    // JFIF 1.01, square pixels, no picture within the picture.
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [...table(0, brightness), ...table(1, colour)]),
    segment(0xc0, [8, ...size, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
    segment(0xc4, [
      ...[...codes(0x00, AVERAGES[0]), ...codes(0x10, DETAILS[0])],
      ...[...codes(0x01, AVERAGES[1]), ...codes(0x11, DETAILS[1])],
    ]),
    segment(0xda, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]),
  ]);
}

/** Bits, with a zero byte after each byte of ones, which would begin a marker. */
class BitWriter {
  private bytes = Buffer.alloc(1 << 16);
  private length = 0;
  private held = 0;
  private count = 0;

  write(value: number, size: number): void {
    this.held = (this.held << size) | value;
    this.count += size;
    while (this.count >= 8) {
      this.count -= 8;
      this.put((this.held >> this.count) & 255);
    }
    this.held &= (1 << this.count) - 1;
  }

  private put(byte: number): void {
    if (this.length + 2 > this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    this.bytes[this.length++] = byte;
    if (byte === 0xff) this.bytes[this.length++] = 0;
  }

  end(): Buffer {
    if (this.count > 0) this.write((1 << (8 - this.count)) - 1, 8 - this.count);
    return this.bytes.subarray(0, this.length);
  }
}

/** By value: its code and how many bits that has. */
function codesOf({ counts, values }: HuffmanTable): { readonly codes: Uint16Array; readonly sizes: Uint8Array } {
  const codes = new Uint16Array(256);
  const sizes = new Uint8Array(256);
  let [code, at] = [0, 0];
  for (const [index, count] of counts.entries()) {
    for (let one = 0; one < count; one += 1) {
      const value = values[at++] ?? 0;
      codes[value] = code++;
      sizes[value] = index + 1;
    }
    code <<= 1;
  }
  return { codes, sizes };
}

function writePicture(bits: BitWriter, pixels: Pixels, steps: readonly [readonly number[], readonly number[]]): void {
  const { width, height } = pixels;
  const writers = [0, 1, 1].map((kind) => blockWriter(bits, kind === 0 ? 0 : 1, kind === 0 ? steps[0] : steps[1]));
  const [brightness, blueness, redness] = writers;
  const square = [new Float64Array(256), new Float64Array(256), new Float64Array(256)] as const;
  const block = new Float64Array(64);
  for (let top = 0; top < height; top += 16) {
    for (let left = 0; left < width; left += 16) {
      readSquare(pixels, { top, left }, square);
      for (let quarter = 0; quarter < 4; quarter += 1) {
        const from = (quarter >> 1) * 128 + (quarter & 1) * 8;
        for (let at = 0; at < 64; at += 1) block[at] = square[0][from + (at >> 3) * 16 + (at & 7)] ?? 0;
        brightness?.(block);
      }
      for (const [plane, writer] of [[square[1], blueness] as const, [square[2], redness] as const]) {
        for (let at = 0; at < 64; at += 1) {
          const from = (at >> 3) * 32 + (at & 7) * 2;
          const two = (place: number) => (plane[place] ?? 0) + (plane[place + 1] ?? 0);
          block[at] = (two(from) + two(from + 16)) / 4;
        }
        writer?.(block);
      }
    }
  }
}

/** Brightness and both colours of sixteen by sixteen pixels around zero (JFIF 1.02); beyond its edges the picture goes on as it ended. */
function readSquare(
  { width, height, rgba }: Pixels,
  { top, left }: { readonly top: number; readonly left: number },
  [brightness, blueness, redness]: readonly [Float64Array, Float64Array, Float64Array],
): void {
  for (let at = 0; at < 256; at += 1) {
    const line = Math.min(top + (at >> 4), height - 1);
    const place = (line * width + Math.min(left + (at & 15), width - 1)) * 4;
    const [red, green, blue] = [rgba[place] ?? 0, rgba[place + 1] ?? 0, rgba[place + 2] ?? 0];
    brightness[at] = 0.299 * red + 0.587 * green + 0.114 * blue - 128;
    blueness[at] = -0.168736 * red - 0.331264 * green + 0.5 * blue;
    redness[at] = 0.5 * red - 0.418688 * green - 0.081312 * blue;
  }
}

/** By frequency and place: T.81, A.3.3, with the factors of both directions. */
const WAVES = Float64Array.from({ length: 64 }, (_, at) => {
  const [frequency, place] = [at >> 3, at & 7];
  return Math.cos(((2 * place + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** Writes the blocks of one component one after the other. */
function blockWriter(bits: BitWriter, kind: 0 | 1, steps: readonly number[]): (block: Float64Array) => void {
  const averages = codesOf(AVERAGES[kind]);
  const details = codesOf(DETAILS[kind]);
  const divisors = Float64Array.from(steps);
  const rows = new Float64Array(64);
  const values = new Int32Array(64);
  let before = 0;
  const put = ({ codes, sizes }: ReturnType<typeof codesOf>, symbol: number) =>
    bits.write(codes[symbol] ?? 0, sizes[symbol] ?? 0);
  const putValue = (value: number, size: number) => bits.write(value < 0 ? value + (1 << size) - 1 : value, size);
  return (block) => {
    transform(block, rows, divisors, values);
    const average = values[0] ?? 0;
    const size = sizeOf(average - before);
    put(averages, size);
    putValue(average - before, size);
    before = average;
    let zeros = 0;
    for (let at = 1; at < 64; at += 1) {
      const value = values[at] ?? 0;
      if (value === 0) {
        zeros += 1;
        continue;
      }
      for (; zeros > 15; zeros -= 16) put(details, 0xf0);
      const length = sizeOf(value);
      put(details, zeros * 16 + length);
      putValue(value, length);
      zeros = 0;
    }
    if (zeros > 0) put(details, 0);
  };
}

/** How many bits the value has without its sign. */
function sizeOf(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

function transform(block: Float64Array, rows: Float64Array, divisors: Float64Array, values: Int32Array): void {
  for (let line = 0; line < 64; line += 8) {
    for (let frequency = 0; frequency < 8; frequency += 1) {
      let sum = 0;
      for (let at = 0; at < 8; at += 1) sum += (block[line + at] ?? 0) * (WAVES[frequency * 8 + at] ?? 0);
      rows[line + frequency] = sum;
    }
  }
  for (let at = 0; at < 64; at += 1) {
    const place = ZIGZAG[at] ?? 0;
    const [vertical, horizontal] = [place >> 3, place & 7];
    let sum = 0;
    for (let line = 0; line < 8; line += 1)
      sum += (rows[line * 8 + horizontal] ?? 0) * (WAVES[vertical * 8 + line] ?? 0);
    values[at] = Math.round(sum / (divisors[place] ?? 1));
  }
}
