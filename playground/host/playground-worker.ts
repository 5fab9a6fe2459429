/** The playground's worker as a process of its own, which can be killed in earnest; started and steered over IPC by `fork-worker.ts`. */
import type { Assistant } from '../../app/assistant.js';
import { type FromWorker, readToWorker, type WorkerProcessConfiguration } from './worker-messages.js';

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
    clock: { now: () => new Date(Date.now() + ahead) },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
  });
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
          tell({ tell: 'failed', why: error instanceof Error ? error.message : String(error) });
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
    case 'close':
      void opening
        ?.then((assistant) => assistant.close())
        .catch((error: unknown) => log('warn')({ error }, 'the worker could not be closed in order'))
        .finally(() => process.disconnect());
  }
}

// Ctrl-C reaches the whole group: what is being sent is finished first, as the playground says when to end.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', hear);
// The playground may have ended before anybody listened here.
if (!process.connected) process.exit(0);
