/** A process that delivers until it is killed; started by the crash tests with its settings in SENDER. */
import { inspect } from 'node:util';
import { z } from 'zod';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import { startWorker } from '../../jobs/worker.js';
import { openDatabase } from '../../prisma/client.js';
import { collectRooms } from '../../programme/rooms.js';
import { withFiles } from '../support/files.js';
import { gatewayTo } from './platform.js';

const settings = z
  .object({
    databaseUrl: z.string(),
    redisUrl: z.string().optional(),
    prefix: z.string(),
    platform: z.string(),
    concurrency: z.number(),
  })
  .parse(JSON.parse(process.env.SENDER ?? '{}'));

const { redisUrl, platform, ...rest } = settings;
const { database } = openDatabase(settings.databaseUrl);
const log = {
  info: () => {},
  warn: () => {},
  error: (fields: object, sentence: string) => process.stderr.write(`${sentence} ${inspect(fields)}\n`),
};
const clock = { now: () => new Date() };
const rooms = collectRooms();
const interpreter = interpreterByRules(rooms.actions);
const services = { database, clock, log, ...rooms, interpreter, ...withFiles(database, clock) };
await startWorker(services, { slack: gatewayTo(platform) }, { ...rest, ...(redisUrl !== undefined && { redisUrl }) });
