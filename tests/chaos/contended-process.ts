/** A process that tries for the contended hours, several people at once; its parent says when, and gets the answers. */
import { z } from 'zod';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import { openDatabase } from '../../prisma/client.js';
import { collectRooms } from '../../programme/rooms.js';
import { withFiles } from '../support/files.js';
import { seeded, TRIES_A_DAY, tryOnce } from './contended-tries.js';
import { NOW } from './contended-world.js';
import type { Answer } from './history.js';

const { databaseUrl, seed, tries, processes, atOnce } = z
  .object({
    databaseUrl: z.string(),
    seed: z.number(),
    tries: z.number(),
    processes: z.number(),
    atOnce: z.number(),
  })
  .parse(JSON.parse(process.env.CONTENDED ?? '{}'));

const { database, close } = openDatabase(databaseUrl);
const clock = { now: () => NOW };
const log = { info: () => {}, warn: () => {}, error: () => {} };
const rooms = collectRooms();
const interpreter = interpreterByRules(rooms.actions);
const services = { database, clock, log, ...rooms, interpreter, ...withFiles(database, clock) };
const answers: Answer[] = [];

await database.programme.findFirstOrThrow();
process.send?.({ ready: true });
await new Promise((resolve) => process.once('message', resolve));
const people = Array.from({ length: atOnce }, async (_, person) => {
  const random = seeded(seed * 1_000 + person);
  while (answers.length < tries) {
    const day = Math.floor((answers.length * processes) / TRIES_A_DAY);
    await tryOnce({ services, random, day, answers });
  }
});
await Promise.all(people);
await close();
process.send?.({ answers }, () => process.disconnect());
