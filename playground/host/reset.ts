/** `npm run reset`: empties the playground, database and clock. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removePrivateData } from '../../app/database.js';
import { say } from '../../app/say.js';

export async function reset(dataFolder: string): Promise<void> {
  await removePrivateData(dataFolder);
  await rm(join(dataFolder, 'playground.json'), { force: true });
  say(`${dataFolder} is empty.`);
}
