/** Looks through a finished image for what has no business in it. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { BuiltStage } from './carry-out.js';

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional() })),
});

/** One sentence for each thing that is wrong. @param lock package-lock.json, parsed */
export function inspectImage({ folder, root, stage }: BuiltStage, lock: unknown): readonly string[] {
  const faults: string[] = [];
  if (stage.user === null || /^(root|0)(:|$)/.test(stage.user)) faults.push('The image runs as root.');
  if (stage.command === null) faults.push('The image has no CMD.');
  if (stage.healthcheck === null) faults.push('The image has no HEALTHCHECK.');
  if (stage.environment.NODE_ENV !== 'production') faults.push('NODE_ENV is not production in the image.');
  for (const [path, { dev, devOptional }] of Object.entries(lockSchema.parse(lock).packages)) {
    if ((dev || devOptional) && existsSync(join(folder, path))) faults.push(`${path} is for development only.`);
  }
  for (const path of filesOf(root)) {
    if (path.split('/').includes('node_modules')) continue;
    if (/playground/.test(path)) faults.push(`${path} belongs to the playground.`);
    if (/(^|\/)(tests?|\.git|\.data)\//.test(path)) faults.push(`${path} is for development only.`);
    if (/(^|\/)\.env|\.pem$|\.key$/.test(path)) faults.push(`${path} may hold secrets.`);
    if (/\.ts$/.test(path)) faults.push(`${path} is a source file.`);
  }
  return faults;
}

/** What the image adds to the one it is made from, in bytes. */
export function sizeOf({ root }: BuiltStage): number {
  let bytes = 0;
  for (const path of filesOf(root)) bytes += lstatSync(join(root, path)).size;
  return bytes;
}

function filesOf(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
