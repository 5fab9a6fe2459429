/** Brings the sample programme of 2024 into a database that holds none. */
import { openLog } from '../../app/log.js';
import { openDatabase } from '../../prisma/client.js';
import { importProgramme } from '../../programme/import/import-programme.js';
import type { Clock } from '../../programme/requests/context.js';
import { sampleFile } from './sample.js';

/** Changes nothing where there is a programme already. @param clock what is written is stamped with its time */
export async function fillWithSample(databaseUrl: string, clock: Clock): Promise<void> {
  const { database, close } = openDatabase(databaseUrl, { poolSize: 1, asOwner: true });
  try {
    if ((await database.programme.count()) > 0) return;
    const [programmeFile, rosterFile] = await Promise.all([sampleFile('programme.json'), sampleFile('roster.csv')]);
    const result = await importProgramme(
      { database, clock, log: openLog('silent') },
      { programmeFile, rosterFile, dryRun: false },
    );
    if (!result.ok) throw new Error(`The sample programme has faults: ${JSON.stringify(result.faults)}`);
  } finally {
    await close();
  }
}
