/** What somebody pastes becomes a file of their own for a day, as if they had sent it: no preview and no form then holds the text. */
import { createHash } from 'node:crypto';
import { contentTypes } from '../../documents/type-by-content.js';
import { oneByOne } from '../files/file-bytes.js';
import type { Values } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { readPasted } from './read-draft.js';
import { writeReading } from './received-documents.js';

const KEPT_MILLISECONDS = 24 * 3_600_000;

/** The input with the file in the place of the text. The same text is kept once. */
export async function withPastedText(context: Context, { text, ...given }: Values): Promise<Values> {
  if (typeof text !== 'string' || text.trim() === '') return given;
  const before = Array.isArray(given.files) ? given.files : [];
  const file = await keepPasted(context, text);
  return { ...given, files: [...new Set([...before, file])] };
}

async function keepPasted({ transaction, person, files, now }: Context, text: string): Promise<string> {
  const content = Buffer.from(text, 'utf8');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const own = { personId: person.id, kind: 'received', sha256, expiresAt: { gt: now } };
  const same = await transaction.file.findFirst({ where: own, select: { id: true } });
  if (same !== null) return same.id;
  const expiresAt = new Date(now.getTime() + KEPT_MILLISECONDS);
  const about = { kind: 'received', personId: person.id, name: 'text.txt', contentType: contentTypes.text } as const;
  const { id } = await files.write({ ...about, now, expiresAt }, oneByOne(content), transaction);
  await writeReading(transaction, id, readPasted(text));
  return id;
}
