/** A temporary folder that the database's own account may enter, too, where root starts it. */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spp-bench-'));
  await chmod(folder, 0o755);
  return folder;
}
