/** Starts the private server on a folder, prints its address, and ends as it is told on standard input; run by the server tests. */
import { createInterface } from 'node:readline';
import { startDatabaseServer } from '../../prisma/server.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: server-owner <folder>');
try {
  const server = await startDatabaseServer({ folder });
  process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'stop') await server.stop();
    process.exit(0);
  }
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ name: error instanceof Error ? error.name : '', message: String(error) })}\n`,
  );
}
