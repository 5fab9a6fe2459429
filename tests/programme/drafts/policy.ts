/** A labelled policy in Japanese, as a text that companies submit. */
import { readFile } from 'node:fs/promises';

export async function readPolicy(name = 'ja-01-complete.txt'): Promise<string> {
  return await readFile(new URL(`../../drafts/policies/${name}`, import.meta.url), 'utf8');
}
