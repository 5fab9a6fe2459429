/** The playground's worker in the process of the test: to load the app anew for it took seconds of each file. */
import { openAssistant } from '../../app/assistant.js';
import type { ForkedWorker, ForkOptions } from '../../playground/host/fork-worker.js';
import { playgroundRates } from '../../playground/host/rates.js';

/** In place of `forkWorker`, where a test is not about the worker's own process: it cannot be killed. */
export async function workerHere({ configuration, clock, log }: ForkOptions): Promise<ForkedWorker> {
  const { worker, close } = await openAssistant({
    ...configuration,
    parts: ['worker'],
    host: '127.0.0.1',
    port: 0,
    rates: playgroundRates,
    clock,
    log,
  });
  if (worker === null) throw new Error('no worker was opened');
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    processId: process.pid,
    ended,
    wake: () => worker.wake(),
    idle: () => worker.idle(),
    kill: () => Promise.reject(new Error('This worker shares the process of the test.')),
    async close() {
      await close();
      end();
    },
  };
}
