/** A paragraph of a Word document while it is put together, with what reviewers left in it. */
import type { ListPlace } from './styles.js';

export interface Tracked {
  readonly kind: 'insertion' | 'deletion';
  readonly author: string;
  /** As the document has it, usually in the reviewer's local time with a Z; null where it says none. */
  readonly date: string | null;
  /** What was put in or taken out. */
  readonly text: string;
}

/** Where a comment's quotation begins or ends, or its sign stands, by its place in the paragraph's text. */
export interface CommentMark {
  readonly kind: 'start' | 'end' | 'sign';
  readonly comment: string;
  readonly at: number;
}

export interface StoryParagraph {
  readonly text: string;
  readonly style: string | null;
  readonly place: ListPlace;
  /** From 0, as the paragraph itself says it; null where it leaves that to its style. */
  readonly outline: number | null;
  /** Footnotes that it refers to. */
  readonly notes: readonly string[];
  /** The note or comment that it stands in; null in the document itself. */
  readonly owner: string | null;
  readonly tracked: readonly Tracked[];
  readonly marks: readonly CommentMark[];
  /** By which what is said of comments elsewhere names this paragraph; null in older documents. */
  readonly id: string | null;
}

/** What is collected of a paragraph from its first tag to its last. */
export interface UnfinishedParagraph {
  text: string;
  style: string | null;
  list: string | null;
  level: number | null;
  outline: number | null;
  id: string | null;
  notes: string[];
  tracked: Tracked[];
  marks: CommentMark[];
  /** Paragraphs of text boxes that hang on it. */
  within: StoryParagraph[];
  /** Its end was deleted: it goes on in the next one. */
  goesOn: boolean;
  /** What its innermost run says of itself. */
  run: { isHidden: boolean | null; style: string | null };
}

export function emptyParagraph(id: string | null): UnfinishedParagraph {
  return {
    ...{ text: '', style: null, list: null, level: null, outline: null, id },
    ...{ notes: [], tracked: [], marks: [], within: [], goesOn: false, run: { isHidden: null, style: null } },
  };
}

/** The beginning of a paragraph, of the one before it that goes on in it. */
export function continued(before: UnfinishedParagraph, id: string | null): UnfinishedParagraph {
  const { text, notes, tracked, marks, within } = before;
  return { ...emptyParagraph(id), text, notes, tracked, marks, within };
}

export function finished(paragraph: UnfinishedParagraph, owner: string | null): StoryParagraph {
  const { style, list, level, outline, notes, tracked, id } = paragraph;
  const text = paragraph.text.trim();
  const before = paragraph.text.length - paragraph.text.trimStart().length;
  const marks = paragraph.marks.map((mark) => ({ ...mark, at: Math.min(Math.max(mark.at - before, 0), text.length) }));
  return { text, style, place: { list, level }, outline, notes, owner, tracked, marks, id };
}
