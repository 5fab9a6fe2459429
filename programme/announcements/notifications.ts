/** The kinds of notification of announcements, each made from what the announcement says at the time of sending. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import { nameIn } from '../members/queries.js';
import { memberTexts } from '../members/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Element, elements, type Message } from '../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../notifications/kind.js';
import { differenceSchema, differenceWords } from './difference.js';
import { type AnnouncedText, announcementMessage, gistIn, readSaid, withdrawnMessage } from './message.js';
import { placeName } from './places/place-name.js';
import { postButtons } from './places/settle-post.action.js';
import { proposedElements } from './preview.js';
import { countedMessages } from './queries.js';
import { readSaidTo } from './said.sql.js';
import { approvalButtons } from './step-action.js';
import { announcementTexts } from './texts.js';

const { kinds: kindsJa } = announcementTexts.ja;
const { kinds: kindsEn } = announcementTexts.en;

async function compose(
  context: ComposingContext,
  { subjectId, personId }: Composing,
  how: { readonly mark?: string; readonly withoutFile?: boolean } = {},
): Promise<Message | null> {
  const found = subjectId === null ? null : await readSaidTo(context.transaction, subjectId, personId);
  if (found === null || found.said.state === 'withdrawn' || found.roles.length === 0) return null;
  return await announcementMessage(context, found.said, { roles: found.roles, ...how });
}

/** To everyone of the audience. */
export const announcementSent = notificationKind('announcement.message', {
  name: inBoth(kindsJa.message, kindsEn.message),
  topic: 'announcements',
  compose: async (context, about) => await compose(context, about),
});

/** To those who have not answered, when the secretariat asks for it. */
export const announcementAgain = notificationKind('announcement.reminder', {
  name: inBoth(kindsJa.reminder, kindsEn.reminder),
  topic: 'announcements',
  compose: async (context, about) => {
    const announcementId = about.subjectId ?? '';
    const key = { announcementId_personId: { announcementId, personId: about.personId } };
    const answered = await context.transaction.announcementAnswer.findUnique({ where: key });
    const mark = announcementTexts[context.language].again;
    return answered === null ? await compose(context, about, { mark, withoutFile: true }) : null;
  },
});

/** In the place of the message of those who have it; a withdrawn one says so also to who has left. */
export const announcementCorrected = notificationKind('announcement.correction', {
  name: inBoth(kindsJa.correction, kindsEn.correction),
  replaces: ({ data }) => z.object({ corrects: z.string() }).parse(data).corrects,
  compose: async (context, about) => {
    const said = about.subjectId === null ? null : await readSaid(context.transaction, about.subjectId);
    if (said === null) return null;
    if (said.state === 'withdrawn') return withdrawnMessage(context.language);
    const mark = announcementTexts[context.language].correction;
    return await compose(context, about, { mark });
  },
});

const reportSchema = z.object({
  what: z.enum(['approval', 'approved', 'declined', 'changed', 'missed', 'nobody', 'ended', 'help', 'post']),
  /** Who asks, or needs help. */
  person: z.string().optional(),
  /** How sending differs from the preview: numbers by reason. */
  difference: z.string().optional(),
  /** Which version was to be posted. */
  version: z.string().optional(),
});

type Report = z.infer<typeof reportSchema>;
export type ReportWhat = Report['what'];

/** To the secretariat: what it has to do or to know about an announcement. */
export const announcementReport = notificationKind('announcement.report', {
  name: inBoth(kindsJa.report, kindsEn.report),
  compose: async (context, { subjectId, personId, data }) => {
    const { transaction } = context;
    const found = subjectId === null ? null : await readSaidTo(transaction, subjectId, personId);
    if (!found?.roles.includes('secretariat')) return null;
    const { said } = found;
    const report = reportSchema.parse(data);
    if (report.what === 'approval' && said.state !== 'proposed') return null;
    if (report.what === 'post' && (await isPosted(transaction, said.id, Number(report.version)))) return null;
    const text = await reportText(context, said, report);
    return {
      summary: text,
      elements: elements({ kind: 'text', text }, ...(await reportDetails(context, said, report))),
    };
  },
});

async function reportText(
  { transaction, language }: ComposingContext,
  said: AnnouncedText,
  report: Report,
): Promise<string> {
  const { notices, messages } = announcementTexts[language];
  const gist = gistIn(language, said);
  switch (report.what) {
    case 'approval':
      return notices.approval(await nameOf(transaction, language, report.person));
    case 'help':
      return notices.help(await nameOf(transaction, language, report.person), gist);
    case 'changed':
      return notices.changed(
        gist,
        differenceWords(language, differenceSchema.parse(JSON.parse(report.difference ?? '[]'))) ?? '',
      );
    case 'ended':
      return notices.ended(gist, messages(await countedMessages(transaction, said.id)));
    case 'post':
      return notices.post(gist, await postOf(transaction, said.id, Number(report.version)));
    default:
      return notices[report.what](gist);
  }
}

async function readPost(transaction: Transaction, announcementId: string, version: number) {
  return await transaction.placePost.findFirst({ where: { announcementId, version }, include: { place: true } });
}

/** Its sender was slow, and not gone. */
async function isPosted(transaction: Transaction, id: string, version: number): Promise<boolean> {
  const post = await readPost(transaction, id, version);
  return post === null || post.state === 'delivered';
}

async function postOf(transaction: Transaction, id: string, version: number) {
  const post = await readPost(transaction, id, version);
  const first = await transaction.placePost.count({ where: { announcementId: id, version: { lt: version } } });
  return { place: placeName(post?.place ?? null), state: post?.state ?? 'failed', isEdit: first > 0 };
}

/** What can be decided about the post that this tells of, while no later one has taken its place. */
async function decideButtons(context: ComposingContext, { id, state }: AnnouncedText, version: number) {
  const where = { announcementId: id };
  const posts = await context.transaction.placePost.findMany({ where, orderBy: { version: 'asc' } });
  const place = (await readPost(context.transaction, id, version))?.place ?? null;
  return place === null ? [] : postButtons(context, { id, place, posts, isWithdrawn: state === 'withdrawn' });
}

async function nameOf(transaction: Transaction, language: ComposingContext['language'], id = ''): Promise<string> {
  const person = await transaction.person.findUnique({ where: { id } });
  return person === null ? memberTexts[language].roles.secretariat : pick(language, nameIn(person));
}

async function reportDetails(
  context: ComposingContext,
  said: AnnouncedText,
  { what, version }: Report,
): Promise<readonly Element[]> {
  const texts = announcementTexts[context.language];
  const announcement = said.id;
  const status = { label: texts.status, action: 'announcement.status', input: { announcement } };
  if (what === 'post') {
    const decide = await decideButtons(context, said, Number(version));
    return [{ kind: 'buttons', buttons: [...decide, status] }];
  }
  if (what !== 'approval') return [{ kind: 'buttons', buttons: [status] }];
  return [
    ...(await proposedElements(context, announcement)),
    {
      kind: 'buttons',
      buttons: [...approvalButtons(context, announcement, said.version), status],
    },
  ];
}
