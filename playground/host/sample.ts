/** The sample that is shipped: the pilot of 2024 with invented companies and people. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export async function sampleFile(name: 'programme.json' | 'roster.csv') {
  const path = fileURLToPath(new URL(`../../prisma/sample/${name}`, import.meta.url));
  return { name, content: new Uint8Array(await readFile(path)) };
}
