/** Migrates one database and prints what it applied; run several times at once by the migration tests. */
import { migrateDatabase } from '../../prisma/migrate.js';

const [url, folder] = process.argv.slice(2);
if (url === undefined || folder === undefined) throw new Error('usage: migrate-worker <url> <folder>');
process.stdout.write(JSON.stringify(await migrateDatabase(url, { folder })));
