/** The floor of a start: a process that only imports Bolt, teams-ai and the Prisma client and opens the database that `FLOOR_DATABASE_URL` names. */
import '@slack/bolt';
import '@microsoft/teams-ai';
import { openDatabase } from '../../prisma/client.js';

const { database, close } = openDatabase(process.env.FLOOR_DATABASE_URL ?? '');
await database.$queryRaw`SELECT 1`;
process.stdout.write('open\n');
await close();
process.exit();
