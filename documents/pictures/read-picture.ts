/** Tells the size of a picture (PNG, JPEG) and how it is to be turned, from its bytes and without decoding it. */

export interface PictureFacts {
  readonly type: 'png' | 'jpeg';
  /** In pixels, as they are stored. */
  readonly width: number;
  readonly height: number;
  /** 1 to 8: Exif 2.32 (CIPA DC-008), tag 0x0112. */
  readonly orientation: number;
}

/** Null where it is no picture of these types, or its head is damaged. */
export function readPicture(content: Uint8Array): PictureFacts | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') return readPng(bytes);
  return bytes.toString('latin1', 0, 3) === '\xff\xd8\xff' ? readJpeg(bytes) : null;
}

/** PNG, third edition: chunks of a length, a name, content and a checksum, IHDR the first. */
function readPng(bytes: Buffer): PictureFacts | null {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  let orientation = 1;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'eXIf') orientation = readOrientation(bytes, at + 8, length);
    at += length + 12;
  }
  return width > 0 && height > 0 ? { type: 'png', width, height, orientation } : null;
}

/** The markers of frames, of which each has the size: T.81, B.1.1.3. C4, C8 and CC are something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readJpeg(bytes: Buffer): PictureFacts | null {
  let orientation = 1;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Filling, and markers that stand alone.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return null;
    if (marker === 0xe1 && bytes.toString('latin1', at + 4, at + 10) === 'Exif\0\0')
      orientation = readOrientation(bytes, at + 10, length - 8);
    if (isFrame(marker)) {
      if (at + 9 > bytes.length) return null;
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return width > 0 && height > 0 ? { type: 'jpeg', width, height, orientation } : null;
    }
    at += length + 2;
  }
  return null;
}

/** The tag of the first directory (TIFF 6.0, section 2); 1 where there is none, or the directory is damaged. */
function readOrientation(bytes: Buffer, from: number, length: number): number {
  const tiff = bytes.subarray(from, from + length);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 10 || (order !== 'II' && order !== 'MM')) return 1;
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(start); entry += 1) {
    const at = start + 2 + entry * 12;
    if (short(at) !== 0x0112) continue;
    const turned = short(at + 8);
    return turned >= 1 && turned <= 8 ? turned : 1;
  }
  return 1;
}
