/** Fetches a file that a person sent from where their platform keeps it, and from nowhere else. */
import { LARGEST_FILE_BYTES } from '../programme/files/file-store.js';
import { NotFetched } from '../programme/files/sent-file.js';

/** How long the bytes of one file may take. */
const FETCH_MILLISECONDS = 30_000;

/** A file's address leads to its bytes in one step, or in two where the platform spreads its load. */
const MOST_REDIRECTS = 3;

export interface RemoteFile {
  readonly address: string;
  /** Whether anything is fetched from this address. Each redirect is asked about, too: a token goes along. */
  readonly trusts: (address: string) => boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether what was answered with 200 is the file: Slack answers a bad token with a page to sign in. */
  readonly accepts?: (contentType: string) => boolean;
}

/** The bytes as they come in. @throws NotFetched, also while they come */
export async function fetchFile(source: RemoteFile): Promise<AsyncIterable<Uint8Array>> {
  const response = await open(source);
  const { body } = response;
  const problem = problemOf(source, response);
  if (problem !== null || body === null) {
    await body?.cancel();
    throw new NotFetched(problem ?? 'failed', { cause: `answered with ${response.status}` });
  }
  return streaming(body);
}

async function open({ address, trusts, headers = {} }: RemoteFile): Promise<Response> {
  const signal = AbortSignal.timeout(FETCH_MILLISECONDS);
  let next = address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (!trusts(next)) throw new NotFetched('refused');
    const response = await fetch(next, { headers, redirect: 'manual', signal }).catch((error: unknown) => {
      throw new NotFetched('failed', { cause: reasonOf(error) });
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, next)) throw new NotFetched('refused');
    next = new URL(location, next).href;
  }
  throw new NotFetched('failed', { cause: 'too many redirects' });
}

function problemOf({ accepts }: RemoteFile, { status, headers }: Response): NotFetched['problem'] | null {
  if (status !== 200) return 'failed';
  if (accepts !== undefined && !accepts(headers.get('content-type') ?? '')) return 'failed';
  return Number(headers.get('content-length') ?? 0) > LARGEST_FILE_BYTES ? 'too-large' : null;
}

/** Ending the iteration ends the connection. */
async function* streaming(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw new NotFetched('failed', { cause: reasonOf(error) });
  }
}

/** Not the error itself, which may hold an address that opens the file to anyone. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';
  return `${error.name} ${cause}`.trim();
}
