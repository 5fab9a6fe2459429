/** Lets a document be read in a thread of its own, which is ended when it takes too long or too much. */
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask } from './answer-task.js';

export interface WorkerLimits {
  readonly signal?: AbortSignal;
  /** Of reading it, without waiting for others. */
  readonly milliseconds?: number;
  /** Of the thread's own objects; large pieces of bytes are limited where they are made. */
  readonly megabytes?: number;
}

/** Larger files are not looked at. */
const MOST_BYTES = 10 * 1024 * 1024;
const MILLISECONDS = 10_000;
const MEGABYTES = 192;

/** Together they may take so many times the limit of one. */
const MOST_AT_ONCE = 2;

/**
 * Never throws for what is in `content`, which is copied once and stays as it is.
 * @throws what the signal says where it is aborted, and where the thread cannot start
 */
export async function inWorker(
  task: WorkerTask['task'],
  content: Uint8Array,
  name: string | undefined,
  { signal, milliseconds = MILLISECONDS, megabytes = MEGABYTES }: WorkerLimits,
): Promise<WorkerAnswer> {
  signal?.throwIfAborted();
  if (content.byteLength > MOST_BYTES) return { ok: false, fault: { kind: 'too_large' } };
  if (content.byteLength === 0) return { ok: false, fault: { kind: 'empty' } };
  await turn();
  try {
    signal?.throwIfAborted();
    return await run({ task, content: new Uint8Array(content), name }, { signal, milliseconds, megabytes });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/** Who waits gets the place of one that has ended. */
async function turn(): Promise<void> {
  if (running < MOST_AT_ONCE) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

interface Limits {
  readonly signal: AbortSignal | undefined;
  readonly milliseconds: number;
  readonly megabytes: number;
}

function run(given: WorkerTask, { signal, milliseconds, megabytes }: Limits): Promise<WorkerAnswer> {
  const worker = openWorker(given, megabytes);
  let timer: NodeJS.Timeout | undefined;
  const abort = new AbortController();
  return new Promise<WorkerAnswer>((resolve, reject) => {
    let hasStarted = false;
    const fail = (kind: 'damaged' | 'took_too_long' | 'too_much_memory') => resolve({ ok: false, fault: { kind } });
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: abort.signal });
    worker.on('message', (message: WorkerAnswer | 'started') => {
      if (message !== 'started') {
        resolve(message);
        return;
      }
      hasStarted = true;
      // Its own loading, on a machine that has much to do, is not the document's fault.
      timer = setTimeout(() => fail('took_too_long'), milliseconds);
    });
    worker.on('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') fail('too_much_memory');
      // A thread that cannot even start says nothing about the document.
      else if (hasStarted) fail('damaged');
      else reject(error);
    });
    worker.on('exit', () => fail('damaged'));
  }).finally(async () => {
    clearTimeout(timer);
    abort.abort();
    await worker.terminate();
  });
}

function openWorker(task: WorkerTask, megabytes: number): Worker {
  // Beside this file wherever that was compiled to; `import.meta.url` names the source where the playground compiles it.
  const here = import.meta.filename;
  const entry = extname(here) === '.ts' ? './start-from-source.mjs' : './document-worker.js';
  return new Worker(new URL(entry, pathToFileURL(here)), {
    workerData: task,
    transferList: [task.content.buffer],
    execArgv: [],
    // What a library says about a document may quote it, and belongs into no log.
    ...{ stdout: true, stderr: true, stdin: false },
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
  });
}
