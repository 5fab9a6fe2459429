/** R1: two processes try for the same few hours at once; then their history is judged. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import { openDatabase } from '../../prisma/client.js';
import { collectRooms } from '../../programme/rooms.js';
import { withFiles } from '../support/files.js';
import { unlockedAddress } from '../support/unlocked.js';
import { TRIES_A_DAY } from './contended-tries.js';
import { buildContended, dropConstraints, NOW, readHistory } from './contended-world.js';
import { type Answer, type History, judge, type Verdict } from './history.js';

const PROCESSES = 2;
/** In each process; together fewer than the server's connections. */
const AT_ONCE = 8;

export interface Contention {
  /** A migrated database with nothing in it. */
  readonly databaseUrl: string;
  readonly tries: number;
  readonly seed: number;
  /** With the constraints dropped and the adviser's lock locking nothing. */
  readonly unruled?: boolean;
  /** After which the processes are killed, in milliseconds. */
  readonly limit: number;
}

export interface Contended {
  readonly history: History;
  readonly verdict: Verdict;
}

export async function contend({ databaseUrl, tries, seed, unruled = false, limit }: Contention): Promise<Contended> {
  // As the owner, who watches the balances and takes the rules out; those who contend work as the app does.
  const { database, close } = openDatabase(databaseUrl, { asOwner: true });
  try {
    const clock = { now: () => NOW };
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const rooms = collectRooms();
    const interpreter = interpreterByRules(rooms.actions);
    const services = { database, clock, log, ...rooms, interpreter, ...withFiles(database, clock) };
    // One more, since people who are in the middle of a try finish it.
    await buildContended(services, Math.ceil(tries / TRIES_A_DAY) + 1);
    if (unruled) await dropConstraints(database);
    const address = unruled ? await unlockedAddress(database, databaseUrl) : databaseUrl;
    const answers = await fromProcesses(
      Array.from({ length: PROCESSES }, (_, place) => ({
        databaseUrl: address,
        seed: seed + place,
        tries: Math.ceil(tries / PROCESSES),
        processes: PROCESSES,
        atOnce: AT_ONCE,
      })),
      limit,
    );
    const history = await readHistory(database, { atLeast: tries, answers });
    return { history, verdict: judge(history) };
  } finally {
    await close();
  }
}

const answered = z.object({
  answers: z.array(z.object({ action: z.string(), outcome: z.enum(['done', 'refused', 'fault']), words: z.string() })),
});

async function fromProcesses(settings: readonly object[], limit: number): Promise<readonly Answer[]> {
  const file = fileURLToPath(new URL('contended-process.ts', import.meta.url));
  const children = settings.map((setting) =>
    spawn(process.execPath, ['--import', 'tsx', file], {
      env: { ...process.env, CONTENDED: JSON.stringify(setting) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );
  const timer = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
  }, limit);
  try {
    // Both begin once both are there.
    await Promise.all(children.map(messageOf));
    const results = children.map(messageOf);
    for (const child of children) child.send({ go: true });
    return (await Promise.all(results)).flatMap((result) => answered.parse(result).answers);
  } finally {
    clearTimeout(timer);
    for (const child of children) child.kill('SIGKILL');
  }
}

async function messageOf(child: ChildProcess): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null) =>
      reject(new Error(`a process ended with ${code ?? signal} before it had answered`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
