/** Reads a story of a Word document (its body, its notes, its comments) as paragraphs, as they look with all changes accepted. */
import { DocumentRefused } from '../document-fault.js';
import { type Fields, followFields } from './fields.js';
import type { Docx } from './open-docx.js';
import { type Attributes, isOn, numberOf, type PartHandlers } from './parse-part.js';
import {
  type CommentMark,
  continued,
  emptyParagraph,
  finished,
  type StoryParagraph,
  type UnfinishedParagraph,
} from './story-paragraph.js';
import type { DocxStyles } from './styles.js';
import { symbolAt } from './symbols.js';

/** Nothing below these is part of the text: earlier looks, readings above a word, what an older Word shows instead. */
const leftOut = new Set([
  ...['w:pPrChange', 'w:rPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:tblPrExChange', 'w:trPrChange'],
  ...['w:tcPrChange', 'w:tblGridChange', 'w:numberingChange', 'w:rt', 'w:rubyPr', 'mc:Fallback'],
]);

/** A deleted end of a paragraph does not reach over the ends of these, nor into a table. */
const containers = new Set(['w:body', 'w:tc', 'w:txbxContent', 'w:footnote', 'w:endnote', 'w:comment']);

/** Signs that stand for a character. */
const signs: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
]);

const deletes = new Set(['w:del', 'w:moveFrom']);
const inserts = new Set(['w:ins', 'w:moveTo']);

/** A thousand pages have two million. */
const MOST_CHARACTERS = 5_000_000;

/** Empty where there is no such part. @throws {DocumentRefused} */
export async function readStory(
  docx: Docx,
  path: string | null,
  styles: DocxStyles,
): Promise<readonly StoryParagraph[]> {
  const story = emptyStory(styles, false);
  await docx.parse(path, handlersOf(story));
  if (!story.fields.isInContents) return story.paragraphs;
  // A table of contents that never ends would swallow the rest of the document.
  const whole = emptyStory(styles, true);
  await docx.parse(path, handlersOf(whole));
  return whole.paragraphs;
}

interface Change {
  readonly isDeletion: boolean;
  readonly author: string;
  readonly date: string | null;
  /** Null where it is about a mark of a paragraph or a row, not about text. */
  readonly paragraph: UnfinishedParagraph | null;
  /** Where an insertion begins in its paragraph. */
  readonly from: number;
  deleted: string;
}

interface Story {
  readonly styles: DocxStyles;
  readonly keepsContents: boolean;
  readonly paragraphs: StoryParagraph[];
  /** The names of the open tags, the innermost last. */
  readonly names: string[];
  /** The open paragraphs: one in a text box stands in another one. */
  readonly open: UnfinishedParagraph[];
  /** A paragraph that goes on in the next one, by how many are open around it. */
  readonly goingOn: Map<number, UnfinishedParagraph>;
  readonly fields: Fields;
  /** The open content controls: true for a table of contents. */
  readonly controls: boolean[];
  readonly changes: Change[];
  /** Marks between two paragraphs. */
  marks: Omit<CommentMark, 'at'>[];
  owner: string | null;
  /** Open tags below one that is left out, with it. */
  skipped: number;
  characters: number;
  keepsSpace: boolean;
}

function emptyStory(styles: DocxStyles, keepsContents: boolean): Story {
  return {
    ...{ styles, keepsContents, paragraphs: [], names: [], open: [], goingOn: new Map(), controls: [], changes: [] },
    ...{ fields: followFields(keepsContents), marks: [], owner: null, skipped: 0, characters: 0, keepsSpace: false },
  };
}

function handlersOf(story: Story): PartHandlers {
  return {
    open(name, attributes) {
      if (story.skipped > 0 || leftOut.has(name)) story.skipped += 1;
      if (story.skipped > 0) return;
      openTag(story, name, attributes);
      story.names.push(name);
    },
    text: (text) => addText(story, text),
    close(name) {
      if (story.skipped > 0) {
        story.skipped -= 1;
        return;
      }
      story.names.pop();
      closeTag(story, name);
    },
  };
}

function openTag(story: Story, name: string, attributes: Attributes): void {
  const paragraph = story.open.at(-1);
  if (name === 'w:p') openParagraph(story, attributes('paraId') ?? null);
  else if (name === 'w:tbl') finishGoingOn(story);
  else if (name === 'w:footnote' || name === 'w:endnote' || name === 'w:comment')
    story.owner = attributes('id') ?? null;
  else if (name === 'w:sdt') story.controls.push(false);
  else if (name === 'w:docPartGallery' && /^table of contents$/i.test(attributes('val') ?? ''))
    story.controls[story.controls.length - 1] = true;
  else if (deletes.has(name) || inserts.has(name)) openChange(story, name, attributes);
  else if (name.startsWith('w:comment')) markComment(story, name, attributes('id') ?? '');
  else if (name === 'w:fldSimple') story.fields.simple(attributes('instr') ?? '');
  else if (name === 'w:fldChar') followField(story, attributes('fldCharType'));
  else if (name === 'w:t' || name === 'w:delText') story.keepsSpace = attributes('space') === 'preserve';
  else if (paragraph !== undefined) readProperty(story, paragraph, name, attributes);
}

function readProperty(story: Story, paragraph: UnfinishedParagraph, name: string, attributes: Attributes): void {
  const parent = story.names.at(-1) ?? '';
  const isOfRun = parent === 'w:rPr' && story.names.at(-2)?.endsWith(':r') === true;
  const value = attributes('val') ?? '';
  if (name === 'w:r' || name === 'm:r') paragraph.run = { isHidden: null, style: null };
  else if (name === 'w:vanish' && isOfRun) paragraph.run.isHidden = isOn(attributes);
  else if (name === 'w:rStyle' && isOfRun) paragraph.run.style = value;
  else if (name === 'w:pStyle') paragraph.style = value;
  else if (name === 'w:numId' && parent === 'w:numPr') paragraph.list = value;
  else if (name === 'w:ilvl' && parent === 'w:numPr') paragraph.level = numberOf(value);
  else if (name === 'w:outlineLvl') paragraph.outline = numberOf(value);
  else if (name === 'w:sym') {
    add(story, symbolAt(Number.parseInt(attributes('char') ?? '', 16) || 0, attributes('font') ?? ''));
  } else if (name === 'w:footnoteReference' && isShown(story, paragraph)) paragraph.notes.push(attributes('id') ?? '');
  // A stop that a paragraph's properties define is a tab of another kind.
  else if (parent.endsWith(':r')) add(story, signs.get(name) ?? '');
}

function closeTag(story: Story, name: string): void {
  if (name === 'w:p') closeParagraph(story);
  else if (containers.has(name)) finishGoingOn(story);
  else if (name === 'w:sdt') story.controls.pop();
  else if (name === 'w:fldSimple') story.fields.end();
  else if (deletes.has(name) || inserts.has(name)) closeChange(story);
}

function openParagraph(story: Story, id: string | null): void {
  const before = story.goingOn.get(story.open.length);
  story.goingOn.delete(story.open.length);
  const paragraph = before === undefined ? emptyParagraph(id) : continued(before, id);
  paragraph.marks.push(...story.marks.map((mark) => ({ ...mark, at: paragraph.text.length })));
  story.marks = [];
  story.open.push(paragraph);
}

function closeParagraph(story: Story): void {
  const paragraph = story.open.pop();
  if (paragraph === undefined) return;
  if (paragraph.goesOn) story.goingOn.set(story.open.length, paragraph);
  else keep(story, paragraph);
}

/** What was to go on has nothing to go on in. */
function finishGoingOn(story: Story): void {
  const paragraph = story.goingOn.get(story.open.length);
  if (paragraph === undefined) return;
  story.goingOn.delete(story.open.length);
  // An end that was deleted leaves no paragraph where nothing is in it.
  if (paragraph.text.trim() !== '' || paragraph.tracked.length > 0) keep(story, paragraph);
}

function keep(story: Story, paragraph: UnfinishedParagraph): void {
  const target = story.open.at(-1)?.within ?? story.paragraphs;
  const isContents = !story.keepsContents && story.styles.isContents(paragraph.style);
  if (!isContents) target.push(finished(paragraph, story.owner));
  for (const one of paragraph.within) target.push(one);
}

function followField({ fields }: Story, type: string | undefined): void {
  if (type === 'begin') fields.begin();
  if (type === 'separate') fields.separate();
  if (type === 'end') fields.end();
}

function openChange(story: Story, name: string, attributes: Attributes): void {
  const isDeletion = deletes.has(name);
  const paragraph = story.open.at(-1) ?? null;
  const isOfMark = story.names.at(-1)?.endsWith('Pr') === true;
  if (isOfMark && isDeletion && story.names.at(-2) === 'w:pPr' && paragraph !== null) paragraph.goesOn = true;
  story.changes.push({
    ...{ isDeletion, author: attributes('author') ?? '', date: attributes('date') ?? null },
    ...{ paragraph: isOfMark ? null : paragraph, from: paragraph?.text.length ?? 0, deleted: '' },
  });
}

function closeChange(story: Story): void {
  const change = story.changes.pop();
  if (change === undefined || change.paragraph === null) return;
  const { author, date, isDeletion, paragraph } = change;
  const text = isDeletion ? change.deleted : paragraph.text.slice(change.from);
  if (text !== '') paragraph.tracked.push({ kind: isDeletion ? 'deletion' : 'insertion', author, date, text });
}

function markComment(story: Story, name: string, comment: string): void {
  const kinds = { 'w:commentRangeStart': 'start', 'w:commentRangeEnd': 'end', 'w:commentReference': 'sign' } as const;
  if (name !== 'w:commentRangeStart' && name !== 'w:commentRangeEnd' && name !== 'w:commentReference') return;
  const paragraph = story.open.at(-1);
  if (paragraph === undefined) story.marks.push({ kind: kinds[name], comment });
  else paragraph.marks.push({ kind: kinds[name], comment, at: paragraph.text.length });
}

function addText(story: Story, text: string): void {
  const inside = story.names.at(-1);
  if (story.skipped > 0 || inside === undefined) return;
  if (inside === 'w:instrText') story.fields.code(text);
  if (inside === 'm:t') add(story, text);
  // Spaces at the ends count only where the document says so: ECMA-376 part 1, 17.3.3.31.
  if (inside === 'w:t' || inside === 'w:delText')
    add(story, story.keepsSpace ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''));
}

function add(story: Story, text: string): void {
  const paragraph = story.open.at(-1);
  if (paragraph === undefined || text === '' || !isShown(story, paragraph)) return;
  story.characters += text.length;
  if (story.characters > MOST_CHARACTERS) throw new DocumentRefused({ kind: 'too_large' });
  const deletion = story.changes.findLast(({ isDeletion, paragraph: of }) => isDeletion && of !== null);
  if (deletion === undefined) paragraph.text += text;
  else deletion.deleted += text;
}

function isShown({ styles, fields, controls, keepsContents }: Story, { run, style }: UnfinishedParagraph): boolean {
  if (!fields.isShown || (!keepsContents && controls.includes(true))) return false;
  const ofRun = run.isHidden ?? (run.style === null ? null : styles.isHidden(run.style));
  return (ofRun ?? styles.isHidden(style)) !== true;
}
