/** Limits what the PDF library unpacks: its streams grow outside of the memory that a thread's limits count. */
import { constants, inflateSync } from 'node:zlib';

/** A stream doubles its room while it grows, so that it ends at half of this. Of text, and of the largest Japanese fonts, 16 MB are enough. */
const MOST_IN_PIECE = 16 * 1024 * 1024 + 1;
/** Of all pieces worth counting, whether still in use or not. */
const MOST_TOGETHER = 512 * 1024 * 1024;
const WORTH_COUNTING = 64 * 1024;

/** Thrown where the library asks for more; it may swallow that, so that `isOver` is to be asked in the end. */
class TooManyBytes extends RangeError {
  override name = 'TooManyBytes';
}

let [together, isOver, isThere] = [0, false, false];

/** For the whole thread, from now on. @returns whether the limit was reached since */
export function limitBytes(): { readonly isOver: boolean } {
  [together, isOver] = [0, false];
  if (!isThere) countBytes();
  isThere = true;
  return {
    get isOver() {
      return isOver;
    },
  };
}

function countBytes(): void {
  const counted = new Proxy(Uint8Array, {
    construct(target, given: unknown[], newTarget) {
      const [length] = given;
      if (typeof length === 'number' && length >= WORTH_COUNTING) {
        together += length;
        if (length > MOST_IN_PIECE || together > MOST_TOGETHER) {
          isOver = true;
          throw new TooManyBytes(`${length} bytes are more than a document may unpack to.`);
        }
      }
      const made: object = Reflect.construct(target, given, newTarget === counted ? target : newTarget);
      return made;
    },
  });
  Reflect.set(globalThis, 'Uint8Array', counted);
  // The original unpacks without being counted.
  Reflect.set(globalThis, 'DecompressionStream', CountedDecompression);
}

/** As much of a DecompressionStream as the library uses: all is written at once, and then read. */
class CountedDecompression {
  private readonly unpacked: { readonly promise: Promise<Buffer>; settle: (packed: Uint8Array) => void };

  constructor() {
    let settle: (packed: Uint8Array) => void = () => {};
    const promise = new Promise<Uint8Array>((resolve) => {
      settle = resolve;
    }).then(unpack);
    // Nobody reads what was given up.
    promise.catch(() => {});
    this.unpacked = { promise, settle };
  }

  get writable() {
    const write = async (packed: Uint8Array) => this.unpacked.settle(packed);
    return { getWriter: () => ({ ready: Promise.resolve(), write, close: async () => {} }) };
  }

  get readable(): AsyncIterable<Uint8Array> {
    const { promise } = this.unpacked;
    return (async function* () {
      yield await promise;
    })();
  }
}

function unpack(packed: Uint8Array): Buffer {
  try {
    // As lenient with an end that is missing as the library's own way is.
    return inflateSync(packed, { maxOutputLength: MOST_IN_PIECE, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    isOver ||= error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw error;
  }
}
