/** Makes comments of what an adviser left in a Word document: its comments with their replies, and its tracked changes. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { readReviewedDocx } from '../../documents/read-reviewed-docx.js';
import { computedApart, type Transaction } from '../../prisma/client.js';
import type { FileStore } from '../files/file-store.js';
import { readWhole } from '../files/read-whole.js';
import type { Language } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { refuseUpload } from './refuse-upload.js';
import { uploadTexts } from './upload-texts.js';
import { LONGEST_COMMENT, LONGEST_QUOTATION, type NewComment } from './write-comment.js';

/** Of one document; who has more has rewritten the draft. */
const MOST_OF_A_DOCUMENT = 100;

export type DocumentedComment = NewComment & Required<Pick<NewComment, 'document'>>;

/** What it is shown by and what is done after it are the same document, within minutes. By the file's identifier and the language. */
const readBefore = new LRUCache<string, readonly DocumentedComment[]>({ max: 20, ttl: 15 * 60_000 });

interface Reviewed {
  readonly files: FileStore;
  readonly fileId: string;
  readonly language: Language;
}

/** No transaction is open while a document is read, which takes seconds: the one that asked looks anew whose the file is. */
const readApart = computedApart(async (reviewed: Reviewed) => {
  const read = await readComments(reviewed);
  if (!isRefused(read)) readBefore.set(keyOf(reviewed), read);
  return read;
});

/** For a transaction that has found the file to be its person's. In the order of the document. Resolved comments are left out: they are done with. */
export function documentedComments(
  transaction: Transaction,
  reviewed: Reviewed,
): readonly DocumentedComment[] | Refusal {
  const key = keyOf(reviewed);
  return readBefore.get(key) ?? readApart(transaction, key, reviewed);
}

function keyOf({ fileId, language }: Reviewed): string {
  return `${fileId} ${language}`;
}

/** Whether this is no list of comments. */
export function isRefused(read: readonly DocumentedComment[] | Refusal): read is Refusal {
  return 'refused' in read;
}

async function readComments({ files, fileId, language }: Reviewed): Promise<readonly DocumentedComment[] | Refusal> {
  const content = await readWhole(files, fileId);
  if (content === null) return refuse('file_not_found', {}, { field: 'files' });
  const read = await readReviewedDocx(content);
  if (!read.ok) return refuseUpload('document_unread', {}, { field: 'files' });
  const { comments, changes } = read.reviewed;
  const texts = uploadTexts[language];
  const said = [
    ...comments
      .filter(({ isResolved }) => !isResolved)
      .map(({ author, text, quoted, replies }) => ({
        ...{ author, quotation: quoted },
        words: [text, ...replies.map((reply) => texts.reply(reply.author, reply.text))].join('\n'),
        key: ['comment', author, quoted, text],
      })),
    ...changes.map(({ author, kind, text }) => ({
      author,
      // What was added stands nowhere in the version that the company sent.
      quotation: kind === 'deletion' ? text : '',
      words: kind === 'deletion' ? texts.deletion(text) : texts.insertion(text),
      key: [kind, author, text],
    })),
  ].filter(({ words }) => words.trim() !== '');
  if (said.length === 0) return refuseUpload('document_without_comments', {}, { field: 'files' });
  return withKeys(said.slice(0, MOST_OF_A_DOCUMENT));
}

interface Said {
  readonly author: string;
  readonly quotation: string;
  readonly words: string;
  readonly key: readonly string[];
}

/** By what it says, so that the same document saved twice has the same keys; two that say the same are told apart by their order. */
function withKeys(said: readonly Said[]): readonly DocumentedComment[] {
  const seen = new Map<string, number>();
  return said.map(({ author, quotation, words, key }) => {
    const text = JSON.stringify(key);
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    const hash = createHash('sha256').update(`${text} ${before}`).digest('hex');
    return {
      ...{ element: null, quotation: quotation.trim().slice(0, LONGEST_QUOTATION) },
      words: words.trim().slice(0, LONGEST_COMMENT),
      document: { writtenBy: author.slice(0, 200), key: hash },
    };
  });
}
