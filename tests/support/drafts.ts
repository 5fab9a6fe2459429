/** Deliverables and drafts for tests: what a programme asks for, what somebody sent, and versions that were submitted. */
import {
  type Company,
  type DeliverableType,
  inTransaction,
  type Prisma,
  type Programme,
  type Transaction,
} from '../../prisma/client.js';
import { findReading, keepReading } from '../../programme/drafts/received-documents.js';
import { type DraftSubmission, submitDraft } from '../../programme/drafts/submit-draft.js';
import { findReceivedFiles } from '../../programme/files/received-file.js';
import type { SentFile } from '../../programme/files/sent-file.js';
import type { ActingMember } from '../../programme/members/acting-member.js';
import type { ActionButton } from '../../programme/messages/message.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import type { RequestResult } from '../../programme/requests/request.js';
import type { Services } from '../../programme/requests/services.js';
import { type BuiltPerson, request } from './factories.js';
import { storeReceivedFile } from './files.js';

let counted = 0;

/** The human rights policy, due at the end of March, unless told otherwise. */
export async function buildDeliverableType(
  { database }: Pick<Services, 'database'>,
  programme: Pick<Programme, 'id'>,
  given: Partial<Prisma.DeliverableTypeUncheckedCreateInput> = {},
): Promise<DeliverableType> {
  counted += 1;
  return await database.deliverableType.create({
    data: {
      ...{ programmeId: programme.id, code: `policy-${counted}`, titleJa: '人権方針', titleEn: 'Human rights policy' },
      ...{ checklist: 'human_rights_policy', dueOn: new Date('2025-03-31'), position: counted },
      ...given,
    },
  });
}

/** Somebody's own text file, read as if it had been dropped into the chat; returns its identifier. */
export async function sendDocument(
  services: Pick<Services, 'files' | 'clock' | 'database'>,
  personId: string,
  text: string,
  name = 'draft.txt',
): Promise<string> {
  const content = Buffer.from(text);
  const id = await storeReceivedFile(services, personId, { name, type: 'text', content });
  await keepReading(services.database, { id, personId, name, content });
  return id;
}

export interface BuildDraft {
  readonly type: Pick<DeliverableType, 'id'>;
  readonly company: Company;
  readonly personId: string;
  readonly text?: string;
  readonly note?: string;
  readonly answers?: readonly string[];
}

/** A version as the use case submits it; with a text of its own unless told. */
export async function buildDraft(
  services: Pick<Services, 'files' | 'clock' | 'database'>,
  { type, company, personId, text, note = '', answers = [] }: BuildDraft,
): Promise<DraftSubmission> {
  counted += 1;
  const fileId = await sendDocument(services, personId, text ?? `当社は人権を尊重します。第${counted}稿です。`);
  const by: ActingMember = {
    ...{ personId, programmeId: company.programmeId, role: 'participant', level: 'working', companyId: company.id },
  };
  const now = services.clock.now();
  const write = async (transaction: Transaction) => {
    const [file] = (await findReceivedFiles(transaction, personId, [fileId])) ?? [];
    const reading = await findReading(transaction, fileId);
    if (file === undefined || reading?.ok !== true) throw new Error('the document was not read');
    const submission = await submitDraft(transaction, { typeId: type.id, file, reading, note, answers, by, now });
    if (isRefusal(submission)) throw new Error(submission.words.en);
    return submission;
  };
  return await inTransaction(services.database, write, { viewer: { kind: 'person', personId } });
}

/** A review that ended with a comment, as the adviser who looks after the company would have written it; returns the comment's identifier. */
export async function buildComment(
  { database, clock }: Pick<Services, 'clock' | 'database'>,
  { draft }: DraftSubmission,
  { authorId, words = 'Please name the scope.' }: { readonly authorId: string; readonly words?: string },
): Promise<string> {
  const at = clock.now();
  const { id: draftId, deliverableId, programmeId, company } = draft;
  const whose = { programmeId, companyId: company.id };
  const about = { deliverableId, draftId, authorId, target: 'element', element: 'E04' } as const;
  const write = async (transaction: Transaction) => {
    const review = await transaction.review.upsert({
      where: { draftId },
      create: { draftId, ...whose, reviewerId: authorId, begunAt: at },
      update: {},
    });
    const { comments: number } = await transaction.deliverable.update({
      where: { id: deliverableId },
      data: { comments: { increment: 1 } },
    });
    const data = { ...whose, ...about, reviewId: review.id, number, words, at, sentAt: at };
    return (await transaction.reviewComment.create({ data })).id;
  };
  return await inTransaction(database, write, { viewer: { kind: 'person', personId: authorId } });
}

/** What somebody gets who drops this file into the chat without any command. */
export async function dropDocument(
  services: Services,
  person: Pick<BuiltPerson, 'account'>,
  { name, content, words = '' }: { readonly name: string; readonly content: Uint8Array; readonly words?: string },
): Promise<RequestResult> {
  const file: SentFile = { name, looks: 'file', size: content.byteLength, fetch: async () => pieces(content) };
  const { account, key, fingerprint, resendFingerprint } = request(person, 'help.show');
  const message = { account, key, fingerprint, resendFingerprint, answeredLater: true, words, isCommand: false };
  return await handleRequest(services, { ...message, files: [file] });
}

async function* pieces(content: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < content.byteLength; at += 1_000) yield content.subarray(at, at + 1_000);
}

/** The button of this action in a reply. */
export function buttonFor({ reply }: RequestResult, action: string): ActionButton {
  const all =
    reply.kind === 'form' ? [] : reply.message.elements.flatMap((one) => ('buttons' in one ? one.buttons : []));
  const found = all.find((button): button is ActionButton => 'action' in button && button.action === action);
  if (found === undefined) throw new Error(`no button for ${action}`);
  return found;
}
