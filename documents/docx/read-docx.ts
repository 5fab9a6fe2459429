/** Reads a Word document (.docx) as paragraphs: with the labels of its lists, its tables cell by cell, its notes where they are referred to. */
import type { DocumentParagraph, DocumentText } from '../document-text.js';
import { type ListCounter, readNumbering } from './numbering.js';
import { type Docx, openDocx } from './open-docx.js';
import { readStory } from './read-story.js';
import type { StoryParagraph } from './story-paragraph.js';
import { type DocxStyles, readDocxStyles } from './styles.js';

/** @throws {DocumentRefused} @throws {ArchiveError} */
export async function readDocx(content: Uint8Array): Promise<DocumentText> {
  const { paragraphs } = await readDocxParagraphs(await openDocx(content));
  const shown = paragraphs.map(({ paragraph }) => paragraph).filter(({ text }) => text !== '');
  return { paragraphs: shown, pages: null };
}

export interface DocxParagraphs {
  /** Each with what it was made of. */
  readonly paragraphs: readonly { readonly paragraph: DocumentParagraph; readonly story: StoryParagraph }[];
  readonly styles: DocxStyles;
}

/** Without those that show nothing. */
export async function readDocxParagraphs(docx: Docx): Promise<DocxParagraphs> {
  const styles = await readDocxStyles(docx);
  const lists = await readNumbering(docx);
  const body = await readStory(docx, docx.main, styles);
  const footnotes = await readStory(docx, docx.related('footnotes'), styles);
  const endnotes = await readStory(docx, docx.related('endnotes'), styles);
  const notes = new Map<string | null, StoryParagraph[]>();
  for (const note of footnotes) notes.set(note.owner, [...(notes.get(note.owner) ?? []), note]);
  const inOrder = body.flatMap((story) => [story, ...story.notes.flatMap((note) => notes.get(note) ?? [])]);
  const read = [...inOrder, ...endnotes].map((story) => ({ story, paragraph: describe(story, styles, lists) }));
  return { paragraphs: read.filter(({ paragraph, story }) => paragraph.text !== '' || isMarked(story)), styles };
}

/** A paragraph without text may still carry what a reviewer left. */
function isMarked({ marks, tracked }: StoryParagraph): boolean {
  return marks.length > 0 || tracked.length > 0;
}

function describe(story: StoryParagraph, styles: DocxStyles, lists: ListCounter): DocumentParagraph {
  const { outline, style, text } = story;
  const ofItself = outline === null ? null : outline < 9 ? outline + 1 : 0;
  return {
    text,
    heading: story.owner !== null || text === '' ? null : (ofItself ?? styles.headingOf(style)) || null,
    label: labelOf(story, styles, lists),
    page: null,
  };
}

/** Counts also where a paragraph shows nothing but its number, as Word does. */
function labelOf({ place, style }: StoryParagraph, styles: DocxStyles, lists: ListCounter): string | null {
  const ofStyle = styles.listOf(style);
  const list = place.list ?? ofStyle.list;
  if (list === null || list === '0') return null;
  const named = place.list === null && style !== null ? lists.levelOf(list, style) : null;
  return lists.next(list, place.level ?? named ?? ofStyle.level ?? 0) || null;
}
