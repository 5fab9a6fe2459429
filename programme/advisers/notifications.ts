/** The kinds of notifications about who looks after a company, each made from the truth at the time of sending. */
import type { Transaction } from '../../prisma/client.js';
import { contactIn } from '../members/queries.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Message, plain } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext, Language } from '../requests/context.js';
import { type AssignmentEntry, readAdvisersOf, readAssignment } from './queries.js';
import { adviserTexts } from './texts.js';

/** To the adviser. */
export const adviserAssigned = notificationKind('adviser.assigned', {
  name: { ja: '担当企業の決定', en: 'a company was assigned' },
  compose: async (context, notification) =>
    await compose(context, notification, { isCurrent: true }, (assignment) => {
      const { notices, show } = adviserTexts[context.language];
      const text = notices.assigned(pick(context.language, assignment.company.name));
      const input = { company: assignment.company.id };
      return {
        summary: text,
        elements: elements(
          { kind: 'text', text },
          { kind: 'buttons', buttons: [{ label: show, action: 'adviser.answers', input }] },
        ),
      };
    }),
});

/** To the adviser. */
export const adviserWithdrawn = notificationKind('adviser.withdrawn', {
  name: { ja: '担当の終了', en: 'an assignment ended' },
  compose: async (context, notification) =>
    await compose(context, notification, { isCurrent: false, after: 'adviser.assigned' }, ({ company }) =>
      plain(adviserTexts[context.language].notices.withdrawn(pick(context.language, company.name))),
    ),
});

/** To the company's participants. */
export const adviserPresented = notificationKind('adviser.presented', {
  name: { ja: '担当アドバイザーのご案内', en: 'an adviser was presented' },
  compose: async (context, notification) =>
    await compose(context, notification, { isCurrent: true }, async (assignment) => {
      const { transaction, language } = context;
      const contact = await readContact(transaction, assignment.programmeId, language);
      return plain(adviserTexts[language].notices.presented({ ...namesOf(context, assignment), contact }));
    }),
});

/** To the company's participants. */
export const adviserLeft = notificationKind('adviser.left', {
  name: { ja: '担当アドバイザーの変更', en: 'an adviser left' },
  compose: async (context, notification) =>
    await compose(context, notification, { isCurrent: false, after: 'adviser.presented' }, async (assignment) => {
      const { transaction, language } = context;
      const { programmeId, company } = assignment;
      const contact = await readContact(transaction, programmeId, language);
      const now = await readAdvisersOf(transaction, { programmeId, companyId: company.id });
      const others = now.map(({ adviser }) => memberTexts[language].adviserName(pick(language, adviser.name)));
      return plain(adviserTexts[language].notices.left({ ...namesOf(context, assignment), others, contact }));
    }),
});

function namesOf({ language }: BaseContext, { adviser, company }: AssignmentEntry) {
  return {
    adviser: memberTexts[language].adviserName(pick(language, adviser.name)),
    company: pick(language, company.name),
  };
}

interface True {
  readonly isCurrent: boolean;
  /** The kind that told the same person of the beginning: nobody hears of the end of what they never heard of. */
  readonly after?: string;
}

/** Null where it is not so any more, or where the pair is assigned again. */
async function compose(
  { transaction }: BaseContext,
  { subjectId, personId }: Composing,
  { isCurrent, after }: True,
  say: (assignment: AssignmentEntry) => Message | Promise<Message>,
): Promise<Message | null> {
  const assignment = subjectId === null ? null : await readAssignment(transaction, subjectId);
  if (assignment === null || assignment.isCurrent !== isCurrent) return null;
  if (after !== undefined && !(await hasHeard(transaction, { id: assignment.id, personId, kind: after }))) return null;
  if (!isCurrent && (await isAssignedAgain(transaction, assignment))) return null;
  return await say(assignment);
}

/** Without a row an import set it, and the person's overview said so. */
async function hasHeard(
  transaction: Transaction,
  { id, personId, kind }: { readonly id: string; readonly personId: string; readonly kind: string },
): Promise<boolean> {
  const told = await transaction.notification.findFirst({ where: { subjectId: id, personId, kind } });
  return told === null || told.state === 'delivered' || told.state === 'unknown';
}

async function isAssignedAgain(
  transaction: Transaction,
  { programmeId, adviser, company }: AssignmentEntry,
): Promise<boolean> {
  const now = await readAdvisersOf(transaction, { programmeId, companyId: company.id });
  return now.some((one) => one.adviser.id === adviser.id);
}

async function readContact(transaction: Transaction, programmeId: string, language: Language): Promise<string> {
  return pick(language, contactIn(await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } })));
}
