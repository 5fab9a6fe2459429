/** A company's drafts and reviews with everything that hangs on them, as rows, and who stands around them: for tests of the walls. */
import { randomBytes } from 'node:crypto';
import type { Company, Programme } from '../../prisma/client.js';
import { type BuiltPerson, buildAssignment, buildCompany, buildPerson, type TestServices } from './factories.js';

/** The rows of one company. */
export interface WalledDrafts {
  readonly programmeId: string;
  readonly companyId: string;
  readonly typeId: string;
  readonly deliverableId: string;
  /** Two versions, the older one first; everything hangs on the newer one. */
  readonly draftIds: readonly [string, string];
  readonly draftId: string;
  readonly reviewId: string;
  readonly sentCommentId: string;
  readonly unsentCommentId: string;
  readonly originalId: string;
  readonly attachmentId: string;
  /** What the sender has dropped and not handed in. */
  readonly receivedId: string;
}

export interface DraftPeople {
  readonly company: Company;
  readonly member: BuiltPerson;
  /** A colleague of the member's. */
  readonly sender: BuiltPerson;
  readonly adviser: BuiltPerson;
}

/** A company with two of its people and the adviser who looks after it. */
export async function buildDraftPeople(services: TestServices, programme: Programme): Promise<DraftPeople> {
  const company = await buildCompany(services, programme);
  const member = await buildPerson(services, { programme, company });
  const sender = await buildPerson(services, { programme, company });
  const adviser = await buildPerson(services, { programme, role: 'adviser' });
  await buildAssignment(services, { company, adviserId: adviser.id });
  return { company, member, sender, adviser };
}

/**
 * Two versions with all that can be written about them. Everything that people write holds `words`.
 * @param services as the owner of the tables
 */
export async function buildWalledDrafts(
  services: TestServices,
  programme: Programme,
  { company, member, sender, adviser }: DraftPeople,
  words: string,
): Promise<WalledDrafts> {
  const { database, clock } = services;
  const at = clock.now();
  const of = { programmeId: programme.id, companyId: company.id };
  const type = await database.deliverableType.upsert({
    where: { programmeId_code: { programmeId: programme.id, code: 'human_rights_policy' } },
    create: {
      ...{ programmeId: programme.id, code: 'human_rights_policy', checklist: 'human_rights_policy', position: 0 },
      ...{ titleJa: '人権方針', titleEn: 'Human rights policy' },
    },
    update: {},
  });
  const { id: deliverableId } = await database.deliverable.create({
    data: { ...of, typeId: type.id, stage: 'in_review', stageAt: at, drafts: 2, comments: 2 },
  });
  const { id: eventId } = await database.deliverableEvent.create({
    data: { ...of, deliverableId, position: 1, kind: 'submitted', draftNumber: 1, personId: member.id, at },
  });
  await database.publicationLook.create({
    data: { ...of, deliverableId, eventId, outcome: 'shows_title', status: 200, lookedAt: at },
  });
  await database.companyNote.create({ data: { ...of, text: words, byId: adviser.id, at } });
  await database.dueExtension.create({
    data: { ...of, deliverableId, state: 'asked', until: new Date('2025-04-30'), askedById: member.id, askedAt: at },
  });
  const originalId = await buildFile(services, of, 'draft', words);
  const attachmentId = await buildFile(services, of, 'review', words);
  const receivedId = await buildReceived(services, sender.id, words);
  const versions = [];
  for (const number of [1, 2]) {
    const submitted = { submittedById: member.id, submittedAt: at, source: 'plain', language: 'ja' } as const;
    const fileId = number === 2 ? originalId : null;
    const { id: draftId } = await database.draft.create({
      data: {
        ...of,
        ...submitted,
        deliverableId,
        number,
        fileId,
        note: words,
        sha256: randomBytes(32).toString('hex'),
      },
    });
    // What changed between them holds the words, too.
    const text = number === 1 ? `${words} ${words}` : words;
    const paragraphs = [{ text, heading: null, label: null, page: null }];
    await database.draftText.create({ data: { ...of, draftId, paragraphs, characters: text.length } });
    const found = { id: 'E02', status: 'found', strength: 'commitment', parts: [], sentences: [words], negated: [] };
    await database.draftCheck.create({
      data: { ...of, draftId, checklist: 'human_rights_policy', elements: [found], checkedAt: at },
    });
    versions.push(draftId);
  }
  const [first = '', draftId = ''] = versions;
  await database.draftDeclaration.create({
    data: { ...of, deliverableId, element: 'E02', words, personId: member.id, at },
  });
  const by = { ...of, personId: adviser.id, at };
  await database.checkMark.create({ data: { ...by, draftId, element: 'E02', kind: 'missed', sentence: words } });
  for (const personId of [member.id, adviser.id]) {
    await database.draftLook.create({ data: { ...by, personId, deliverableId, draftId } });
  }
  const { id: reviewId } = await database.review.create({
    data: { ...of, draftId, reviewerId: adviser.id, begunAt: at, words, fileId: attachmentId },
  });
  const comment = { ...of, deliverableId, draftId, reviewId, authorId: adviser.id, at, words, quotation: words };
  const sent = await database.reviewComment.create({
    data: { ...comment, target: 'quotation', number: 1, sentAt: at },
  });
  const unsent = await database.reviewComment.create({ data: { ...comment, target: 'whole', number: 2 } });
  for (const { id: commentId } of [sent, unsent]) {
    await database.reviewCommentVersion.create({ data: { ...of, commentId, version: 1, words, until: at } });
  }
  await database.commentAnswer.create({ data: { ...of, commentId: sent.id, words, draftId, personId: member.id, at } });
  return {
    ...{ ...of, typeId: type.id, deliverableId, draftIds: [first, draftId], draftId, reviewId },
    ...{ sentCommentId: sent.id, unsentCommentId: unsent.id, originalId, attachmentId },
    receivedId,
  };
}

/** A file in somebody's chat with the bot, with what was read of it. */
async function buildReceived(services: TestServices, personId: string, words: string): Promise<string> {
  const id = await buildFile(services, { personId }, 'received', words);
  const paragraphs = [{ text: words, heading: null, label: null, page: null }];
  await services.database.receivedDocument.create({
    data: { fileId: id, source: 'plain', text: { paragraphs, pages: null } },
  });
  return id;
}

async function buildFile(
  { database, clock }: TestServices,
  of: { readonly programmeId: string; readonly companyId: string } | { readonly personId: string },
  kind: 'draft' | 'review' | 'received',
  words: string,
): Promise<string> {
  const bytes = Buffer.from(words);
  const about = { name: `${words}.txt`, contentType: 'text/plain', size: bytes.byteLength, sha256: '' };
  const { id } = await database.file.create({
    data: { ...of, ...about, kind, createdAt: clock.now(), chunks: { create: { position: 0, bytes } } },
  });
  await database.fileOpening.create({ data: { fileId: id, at: clock.now(), agent: 'browser' } });
  return id;
}

/** Every table that stands behind the walls. */
export const walledTables = [
  'deliverable',
  'deliverable_event',
  'publication_look',
  'due_extension',
  'draft',
  'draft_text',
  'draft_check',
  'draft_declaration',
  'check_mark',
  'draft_look',
  'review',
  'review_comment',
  'review_comment_version',
  'comment_answer',
  'file',
  'file_chunk',
  'file_opening',
  'received_document',
  'company_note',
] as const;
