/** One process of the app, bot or worker, as the tests of crowds start it; it gets its settings by the environment and jumps of the clock by IPC. */
import { openAssistant } from '../../app/assistant.js';
import { readSettings, readToApp, type ToParent } from './app-messages.js';

const { ahead: first, rates, intervals, concurrency, ...settings } = readSettings(process.env.CROWD);
let ahead = first;

function tell(message: ToParent): void {
  if (process.connected) process.send?.(message);
}

const say = (level: 'info' | 'warn' | 'error') => (fields: object, sentence: string) => {
  const { error } = { error: undefined, ...fields };
  tell({ tell: 'log', level, sentence, ...(error !== undefined && { reason: String(error) }) });
};

// The parent may be killed, and must leave nobody behind.
process.on('disconnect', () => process.exit(0));
const assistant = await openAssistant({
  ...settings,
  host: '127.0.0.1',
  port: 0,
  clock: { now: () => new Date(Date.now() + ahead) },
  log: { info: say('info'), warn: say('warn'), error: say('error') },
  ...(rates && { rates }),
  worker: { ...(concurrency !== undefined && { concurrency }), ...(intervals && { intervals }) },
});
process.on('message', (message) => {
  const told = readToApp(message);
  if (told.tell === 'jump') {
    ahead = told.ahead;
    assistant.worker?.wake();
  } else tell({ tell: 'memory', megabytes: process.memoryUsage.rss() / 1e6 });
});
tell({ tell: 'ready', url: assistant.url });
