/** What changed between two versions, as a message; what is too long for one comes as files for the person alone. */

import type { DifferenceDocument } from '../../../documents/difference-document.js';
import { contentTypes } from '../../../documents/type-by-content.js';
import { writeDifferenceDocx } from '../../../documents/write-difference-docx.js';
import { writeDifferenceHtml } from '../../../documents/write-difference-html.js';
import { computedApart } from '../../../prisma/client.js';
import type { DraftDifference } from '../../drafts/difference/compare-drafts.js';
import { answeredLines, differenceDocument, differenceElements } from '../../drafts/difference/describe-difference.js';
import { summariseDifference } from '../../drafts/difference/summarise-difference.js';
import { differenceTexts } from '../../drafts/difference/texts.js';
import { oneByOne } from '../../files/file-bytes.js';
import { linkLifetimes } from '../../files/file-links.js';
import { pick } from '../../messages/bilingual.js';
import { type Element, elements, type Message } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { fingerprintOf } from '../../requests/fingerprint.js';
import type { ReviewedDraft } from '../drafts.js';
import { type CommentEntry, sentComments, unsentComments } from '../queries.js';
import { changeTexts } from './texts.js';
import { versionOf } from './versions.js';

/** As much as `differenceElements` shows in a chat. */
const CHAT = { characters: 4_000, clauses: 12 };

/** Both files of a comparison, while no transaction is open. */
const writtenApart = computedApart(async (document: DifferenceDocument) => ({
  docx: await writeDifferenceDocx(document),
  html: writeDifferenceHtml(document),
}));

export interface Compared {
  readonly older: ReviewedDraft;
  readonly newer: ReviewedDraft;
  readonly difference: DraftDifference;
}

export async function differenceMessage(context: Context, compared: Compared): Promise<Message> {
  const { language } = context;
  const { older, newer, difference } = compared;
  const texts = changeTexts[language];
  const about = { company: pick(language, newer.company), title: pick(language, newer.title) };
  const summary = texts.title({ ...about, older: older.number, newer: newer.number });
  const comments = await quotingComments(context, newer);
  const lines = answeredLines(difference, comments, language);
  const isLong = summariseDifference(difference, CHAT).left > 0 || difference.isCoarse;
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: summary },
      ...differenceElements(difference, language),
      lines.length > 0 && { kind: 'text', text: [texts.comments, ...lines].join('\n') },
      ...(isLong ? await fileElements(context, compared, comments) : []),
    ),
  };
}

/** What quotes something and was written on this version or an earlier one; unsent ones are shown to advisers only. */
async function quotingComments(
  { transaction, membership }: Context,
  { deliverableId, number }: ReviewedDraft,
): Promise<readonly CommentEntry[]> {
  const sent = await sentComments(transaction, deliverableId);
  const own = membership.role === 'adviser' ? await unsentComments(transaction, deliverableId) : [];
  return [...sent, ...own].filter(({ quotation, draftNumber }) => quotation !== '' && draftNumber <= number);
}

async function fileElements(
  { transaction, files, fileLinks, language, person, membership, now }: Context,
  { older, newer, difference }: Compared,
  comments: readonly CommentEntry[],
): Promise<readonly Element[]> {
  const texts = changeTexts[language];
  const { versions, fileTitle } = differenceTexts[language];
  const document = differenceDocument(
    difference,
    {
      ...{ title: fileTitle(pick(language, newer.title)), comments },
      facts: [
        { label: versions.older, value: versionOf(language, older) },
        { label: versions.newer, value: versionOf(language, newer) },
      ],
    },
    language,
  );
  // By all that is in them: a comment that comes meanwhile is in them, too.
  const { docx, html } = writtenApart(transaction, fingerprintOf(document), document);
  const write = async (ending: 'docx' | 'html', contentType: string, bytes: Uint8Array, label: string) => {
    // Its name tells nothing of what it compares.
    const name = `comparison-v${older.number}-v${newer.number}.${ending}`;
    const expiresAt = new Date(now.getTime() + linkLifetimes.draft);
    const whose = { programmeId: membership.programmeId, companyId: newer.companyId, personId: person.id };
    const about = { kind: 'difference', name, contentType, now, expiresAt, ...whose } as const;
    const file = await files.write(about, oneByOne(bytes), transaction);
    return { kind: 'file', file: file.id, name, label, link: fileLinks.linkTo(file.id, 'draft') } as const;
  };
  return [
    { kind: 'note', text: texts.inFiles },
    await write('docx', contentTypes.docx, docx, texts.docx),
    await write('html', 'text/html; charset=utf-8', html, texts.html),
  ];
}
