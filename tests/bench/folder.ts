/** The folders and database servers of benches and chaos cases, which go with the run, also with one that is interrupted. */
import { rmSync } from 'node:fs';
import { removeInterruptedRuns, runFolder, temporaryServer, undoneAtEnd } from '../support/interrupted-runs.js';

const PREFIX = 'spp-bench-';

/** Once in a process: what earlier runs left. */
let cleaned: Promise<void> | undefined;

export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  cleaned ??= removeInterruptedRuns(PREFIX);
  await cleaned;
  const path = runFolder(PREFIX);
  const removed = undoneAtEnd(async () => rmSync(path, { recursive: true, force: true }));
  return { path, remove: async () => void (await removed()) };
}

/** A database server with nothing in it; stopping it removes its data. */
export async function temporaryDatabase(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  cleaned ??= removeInterruptedRuns(PREFIX);
  await cleaned;
  return await temporaryServer(PREFIX);
}
