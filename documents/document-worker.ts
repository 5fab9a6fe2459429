/** The thread in which one document is read; `in-worker.ts` starts and ends it. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerTask, type WorkerTask } from './answer-task.js';

const task: WorkerTask = workerData;
parentPort?.postMessage('started');
parentPort?.postMessage(await answerTask(task));
