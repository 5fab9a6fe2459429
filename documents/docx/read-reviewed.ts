/** Reads what reviewers left in a Word document: comments with their answers, and tracked changes. */
import type { DocumentText } from '../document-text.js';
import { type Docx, openDocx } from './open-docx.js';
import { type DocxParagraphs, readDocxParagraphs } from './read-docx.js';
import { readStory } from './read-story.js';
import type { Tracked } from './story-paragraph.js';
import type { DocxStyles } from './styles.js';

export interface ReviewedDocx {
  /** The document with all changes accepted. */
  readonly text: DocumentText;
  /** In the order of the places that they are about. */
  readonly comments: readonly ReviewedComment[];
  readonly changes: readonly ReviewedChange[];
}

export interface ReviewedReply {
  readonly author: string;
  /** As the document has it: Word writes the reviewer's local time with a Z. Null where it says none. */
  readonly date: string | null;
  /** Paragraphs on a line each. */
  readonly text: string;
}

export interface ReviewedComment extends ReviewedReply {
  readonly id: string;
  /** What it is about, paragraphs on a line each; '' for a comment on a place. Without what a change took out. */
  readonly quoted: string;
  /** The place among the text's paragraphs of the one in which it begins, or of the next one where that is gone; null after the last. */
  readonly paragraph: number | null;
  readonly isResolved: boolean;
  readonly replies: readonly ReviewedReply[];
}

export interface ReviewedChange extends Tracked {
  /** As with a comment. */
  readonly paragraph: number | null;
}

/** @throws {DocumentRefused} @throws {ArchiveError} */
export async function readReviewed(content: Uint8Array): Promise<ReviewedDocx> {
  const docx = await openDocx(content);
  const read = await readDocxParagraphs(docx);
  const shown = read.paragraphs.map(({ paragraph }) => paragraph).filter(({ text }) => text !== '');
  return {
    text: { paragraphs: shown, pages: null },
    comments: await readComments(docx, read),
    changes: placed(read).flatMap(({ story, place }) =>
      story.tracked.map((change) => ({ ...change, paragraph: place })),
    ),
  };
}

/** Each paragraph with its place among those that show something. */
function placed({ paragraphs }: DocxParagraphs) {
  const count = paragraphs.filter(({ paragraph }) => paragraph.text !== '').length;
  let next = 0;
  return paragraphs.map(({ paragraph, story }) => {
    const place = next < count ? next : null;
    if (paragraph.text !== '') next += 1;
    return { story, place };
  });
}

interface Anchor {
  paragraph: number | null;
  quoted: string[];
}

async function readComments(docx: Docx, read: DocxParagraphs): Promise<readonly ReviewedComment[]> {
  const comments = await readCommentTexts(docx, read.styles);
  const threads = await readThreads(docx);
  const anchors = anchorsOf(read);
  const parentOf = new Map<string, string>();
  for (const { id, paraId } of comments.values()) {
    const parent = threads.get(paraId)?.parent ?? null;
    const of = [...comments.values()].find((one) => parent !== null && one.paraId === parent);
    if (of !== undefined && of.id !== id) parentOf.set(id, of.id);
  }
  const order = [...anchors.keys(), ...comments.keys()];
  return [...new Set(order)].flatMap((id): readonly ReviewedComment[] => {
    const comment = comments.get(id);
    if (comment === undefined || parentOf.has(id)) return [];
    const { author, date, paraId, text } = comment;
    const anchor = anchors.get(id);
    return [
      {
        ...{ id, author, date, text, paragraph: anchor?.paragraph ?? null },
        quoted: anchor?.quoted.join('\n').trim() ?? '',
        isResolved: threads.get(paraId)?.isDone ?? false,
        replies: [...comments.values()]
          .filter((reply) => parentOf.get(reply.id) === id)
          .map((reply) => ({ author: reply.author, date: reply.date, text: reply.text })),
      },
    ];
  });
}

interface CommentText extends ReviewedReply {
  readonly id: string;
  /** Of its last paragraph, by which answers name it. */
  readonly paraId: string;
}

async function readCommentTexts(docx: Docx, styles: DocxStyles): Promise<ReadonlyMap<string, CommentText>> {
  const path = docx.related('comments');
  const paragraphs = await readStory(docx, path, styles);
  const comments = new Map<string, CommentText>();
  await docx.parse(path, {
    open(name, attributes) {
      const id = attributes('id');
      if (name !== 'w:comment' || id === undefined) return;
      const own = paragraphs.filter(({ owner }) => owner === id);
      const text = own
        .map((paragraph) => paragraph.text)
        .join('\n')
        .trim();
      const paraId = own.at(-1)?.id ?? '';
      comments.set(id, { id, author: attributes('author') ?? '', date: attributes('date') ?? null, text, paraId });
    },
  });
  return comments;
}

/** Which comments answer which, and which are done: [MS-DOCX] 2.5.2 (commentEx). */
async function readThreads(docx: Docx) {
  const threads = new Map<string, { readonly parent: string | null; readonly isDone: boolean }>();
  await docx.parse(docx.related('commentsExtended'), {
    open(name, attributes) {
      const paraId = attributes('paraId');
      if (name !== '?:commentEx' || paraId === undefined) return;
      const isDone = /^(?:1|true|on)$/.test(attributes('done') ?? '');
      threads.set(paraId, { parent: attributes('paraIdParent') ?? null, isDone });
    },
  });
  return threads;
}

/** A comment is about all that stands between its two marks, over several paragraphs too, or about the place of its sign. */
function anchorsOf(read: DocxParagraphs): ReadonlyMap<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  const open = new Set<string>();
  for (const { place, story } of placed(read)) {
    const from = new Map([...open].map((comment) => [comment, 0]));
    for (const { at, comment, kind } of story.marks) {
      if (kind === 'start') {
        anchors.set(comment, { paragraph: place, quoted: [] });
        open.add(comment);
        from.set(comment, at);
      }
      if (kind === 'end' && open.delete(comment)) {
        anchors.get(comment)?.quoted.push(story.text.slice(from.get(comment) ?? 0, at));
        from.delete(comment);
      }
      if (kind === 'sign' && !anchors.has(comment)) anchors.set(comment, { paragraph: place, quoted: [] });
    }
    for (const [comment, at] of from) anchors.get(comment)?.quoted.push(story.text.slice(at));
  }
  return anchors;
}
