/** Makes the symbolic links in PostgreSQL's packages where an install without scripts left them out. */
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

/** As a package lists them, both ends from its own folder, in which all are below `native`. */
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the links among the libraries, which npm cannot carry and no program of PostgreSQL starts without. The package does so
 * itself when it is installed, but not with `--ignore-scripts`.
 * @param native the folder of `bin` and `lib`
 */
export function makeMissingLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(native, relative('native', target));
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Another start has made it in this moment.
      if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
      throw new Error(
        `PostgreSQL's programs in ${native} lack the link ${target}, and it cannot be made (${String(error)}): run "npm ci" with its scripts, or start once as the account that installed.`,
        { cause: error },
      );
    }
  }
}
