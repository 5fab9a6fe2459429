/** Photographs for tests: small pictures as a camera saves them, turned and with the place where they were taken, and those of a report. */

import { encodeJpeg } from '../../documents/pictures/encode-jpeg.js';
import { contentTypes } from '../../documents/type-by-content.js';
import type { Session } from '../../prisma/client.js';
import { oneByOne } from '../../programme/files/file-bytes.js';
import type { TestServices } from './factories.js';
import { storeReceivedFile } from './files.js';

/** Left half red, right half blue, but for its uppermost eighth, which is white. */
export function picturePixels(width: number, height: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    if (Math.floor(at / width) < height / 8) continue;
    rgba.set(at % width < width / 2 ? [220, 20, 20] : [20, 20, 220], at * 4);
  }
  return rgba;
}

/** Where it was taken, as it stands in the picture. */
export const TAKEN_AT = 'GPS 35.6812 N 139.7671 E';

/** What a camera writes in front of the picture: TIFF 6.0 within Exif, with one tag for the turning, and behind it a text. */
function exifSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(TAKEN_AT)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

interface TakenPhotograph {
  readonly width?: number;
  readonly height?: number;
  /** 1 to 8, as Exif counts. */
  readonly orientation?: number;
}

export function photographBytes({ width = 64, height = 48, orientation = 1 }: TakenPhotograph = {}): Uint8Array {
  const jpeg = Buffer.from(encodeJpeg({ width, height, rgba: picturePixels(width, height) }, 90));
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(orientation), jpeg.subarray(2)]);
}

/** A photograph that a person has dropped; returns its identifier. */
export async function storePhotograph(
  services: Pick<TestServices, 'files' | 'clock'>,
  personId: string,
  { name = 'IMG_0001.jpg', ...taken }: TakenPhotograph & { readonly name?: string } = {},
): Promise<string> {
  return await storeReceivedFile(services, personId, {
    name,
    type: 'jpeg',
    content: Buffer.from(photographBytes(taken)),
  });
}

interface BuiltPhotograph {
  readonly session: Pick<Session, 'id' | 'programmeId'>;
  readonly name?: string;
  readonly captionJa?: string;
}

/** One that stands in the report, after those of its session. */
export async function buildPhotograph(
  { database, files, clock }: Pick<TestServices, 'database' | 'files' | 'clock'>,
  { session: { id: sessionId, programmeId }, name = 'photo.jpg', captionJa = '' }: BuiltPhotograph,
) {
  const now = clock.now();
  const about = { kind: 'report-photograph', programmeId, contentType: contentTypes.jpeg, name, now } as const;
  const jpeg = encodeJpeg({ width: 64, height: 48, rgba: picturePixels(64, 48) }, 80);
  const { id: fileId } = await files.write(about, oneByOne(jpeg));
  const position = (await database.reportPhotograph.count({ where: { sessionId } })) + 1;
  const data = { programmeId, sessionId, fileId, position, captionJa, width: 64, height: 48, addedAt: now };
  return await database.reportPhotograph.create({ data });
}
