/** `node dist/main.js audit`: compares what was planned with what became of it; one JSON line each fault, then the figures. */
import { openDatabase } from '../prisma/client.js';
import { auditNotifications } from '../programme/notifications/audit.js';
import { systemClock } from '../programme/requests/context.js';
import type { Configuration } from './configuration.js';
import { prepareDatabase } from './database.js';
import { say } from './say.js';

/** The exit status: 0 where every notification is sent or explained, 1 otherwise. */
export async function auditCommand(configuration: Configuration): Promise<number> {
  const prepared = await prepareDatabase(configuration);
  const { database, close } = openDatabase(prepared.url);
  try {
    const { faults, figures, unread } = await auditNotifications({ database, clock: systemClock });
    say(...faults.map((fault) => JSON.stringify(fault)), JSON.stringify({ ...figures, unread, faults: faults.length }));
    return faults.length === 0 ? 0 : 1;
  } finally {
    await close();
    await prepared.close();
  }
}
