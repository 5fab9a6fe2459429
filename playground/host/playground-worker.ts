/** The process of the playground's worker, started and steered over IPC by `fork-worker.ts`. */
import type { Assistant } from '../../app/assistant.js';
import { playgroundRates } from './rates.js';
import { type Failure, type FromWorker, readToWorker, type WorkerProcessConfiguration } from './worker-messages.js';

let ahead = 0;
let opening: Promise<Assistant> | null = null;

function tell(message: FromWorker): void {
  // Nobody listens any more where the playground has ended; then so does this.
  if (process.connected) process.send?.(message);
}

function log(level: 'info' | 'warn' | 'error') {
  return (fields: object, sentence: string) => {
    try {
      tell({ tell: 'log', level, fields: { ...fields, worker: process.pid }, sentence });
    } catch {
      // Something in it cannot travel; the sentence can.
      tell({ tell: 'log', level, fields: { worker: process.pid }, sentence });
    }
  };
}

async function open(configuration: WorkerProcessConfiguration): Promise<Assistant> {
  const { openAssistant } = await import('../../app/assistant.js');
  return await openAssistant({
    ...configuration,
    parts: ['worker'],
    host: '127.0.0.1',
    port: 0,
    rates: playgroundRates,
    clock: { now: () => new Date(Date.now() + ahead) },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
  });
}

async function untilIdle(): Promise<void> {
  await (await opening)?.worker?.idle();
}

function failureOf(error: unknown): Failure {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}

function hear(message: unknown): void {
  const told = readToWorker(message);
  switch (told.tell) {
    case 'open':
      ahead = told.ahead;
      opening = open(told.configuration);
      opening.then(
        () => tell({ tell: 'ready' }),
        (error: unknown) => {
          tell({ tell: 'failed', failure: failureOf(error) });
          process.disconnect();
        },
      );
      break;
    case 'jump':
      ahead = told.ahead;
      break;
    case 'wake':
      void opening?.then(({ worker }) => worker?.wake());
      break;
    case 'wait for idle':
      void untilIdle().then(
        () => tell({ tell: 'idle', number: told.number, failure: null }),
        (error: unknown) => tell({ tell: 'idle', number: told.number, failure: failureOf(error) }),
      );
      break;
    case 'close':
      void opening
        ?.then((assistant) => assistant.close())
        .catch((error: unknown) => log('warn')({ error }, 'the worker could not be closed in order'))
        .finally(() => process.disconnect());
  }
}

// Each may reach the whole process group: what is being sent is finished first, as the playground says when to end.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('SIGHUP', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', hear);
// The playground may have ended before anybody listened here.
if (!process.connected) process.exit(0);
