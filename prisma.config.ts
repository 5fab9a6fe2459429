/** Tells the Prisma command line where the schema and its migrations are. */
import { defineConfig } from 'prisma/config';

// `prisma generate` never runs the native schema engine but would download it; naming any program lets an install work offline.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
