/** The kinds of notifications about feedback: the form for those who came, one reminder, and a quote that stands no longer. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { elements, type Message } from '../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../notifications/kind.js';
import type { Language } from '../requests/context.js';
import { sessionTexts } from '../sessions/texts.js';
import { goesOn } from './queries.js';
import { feedbackTexts } from './texts.js';
import { isSameDay, readToldOf, type ToldOfFeedback } from './told-of.js';

const { kinds: kindsJa } = feedbackTexts.ja;
const { kinds: kindsEn } = feedbackTexts.en;

type Asking = 'asked' | 'reminder' | 'askedAgain';

/** After the end, to everyone who came. */
export const feedbackAsked = notificationKind('feedback.asked', {
  name: inBoth(kindsJa.asked, kindsEn.asked),
  compose: async (context, about) => await compose(context, about, 'asked'),
});

/** Once, to those who have not answered by then. */
export const feedbackReminder = notificationKind('feedback.reminder', {
  name: inBoth(kindsJa.reminder, kindsEn.reminder),
  topic: 'reminders',
  compose: async (context, about) => await compose(context, about, 'reminder'),
});

/** To those who have not answered, when the secretariat asks for it. */
export const feedbackAskedAgain = notificationKind('feedback.asked-again', {
  name: inBoth(kindsJa.askedAgain, kindsEn.askedAgain),
  topic: 'reminders',
  compose: async (context, about) => await compose(context, about, 'askedAgain'),
});

/** To the whole secretariat. */
export const feedbackQuoteEnded = notificationKind('feedback.quote-ended', {
  name: inBoth(kindsJa.quoteEnded, kindsEn.quoteEnded),
  compose: composeQuoteEnded,
});

/** Null for who did not come after all, has left, or has answered or been asked meanwhile, and while the session is not over. */
async function compose(
  { transaction, language, now }: ComposingContext,
  { id, subjectId: sessionId, personId }: Composing,
  which: Asking,
): Promise<Message | null> {
  const session =
    sessionId === null
      ? null
      : await transaction.session.findUnique({ where: { id: sessionId }, include: { programme: true } });
  if (session === null || session.state === 'called_off' || session.endsAt > now) return null;
  const about = { sessionId: session.id, personId };
  const came = await transaction.attendance.count({ where: { ...about, present: true, supersededAt: null } });
  const answered = await transaction.feedback.count({ where: about });
  const open = await transaction.person.count({ where: { id: personId, ...goesOn(session.id) } });
  if (came === 0 || answered > 0 || open === 0) return null;
  const toldOf = await readToldOf(transaction, { sessionId: session.id, personIds: [personId] });
  const others = toldOf(personId).filter((one) => one.isSent && one.id !== id);
  if (isTold[which](others, (instant) => isSameDay(instant, now, session.programme.timeZone))) return null;
  const texts = feedbackTexts[language];
  const text = texts.notices[which === 'asked' ? 'asked' : 'reminder'](titleOf(language, session));
  const input = { session: session.id };
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'note', text: texts.whoReads },
      {
        kind: 'buttons',
        buttons: [{ label: texts.answer, action: 'feedback.answer', input, form: true, emphasis: 'primary' }],
      },
    ),
  };
}

/** Whether what was sent already says it: the form once, one reminder by itself, and none on the day of another. */
const isTold: Readonly<
  Record<Asking, (sent: readonly ToldOfFeedback[], isToday: (instant: Date) => boolean) => boolean>
> = {
  asked: (sent) => sent.some(({ kind }) => kind === 'feedback.asked'),
  reminder: (sent) => sent.some(({ kind }) => kind !== 'feedback.asked'),
  askedAgain: (sent, isToday) =>
    sent.some(({ kind, settledAt, dueAt }) => kind !== 'feedback.asked' && isToday(settledAt ?? dueAt)),
};

function titleOf(language: Language, { code, titleJa, titleEn }: Pick<Session, 'code' | 'titleJa' | 'titleEn'>) {
  return sessionTexts[language].titled(code, pick(language, inBoth(titleJa, titleEn)));
}

async function composeQuoteEnded(
  { transaction, language }: ComposingContext,
  { data, personId }: Composing,
): Promise<Message | null> {
  const { quote: id } = z.object({ quote: z.uuid() }).parse(data);
  const quote = await transaction.feedbackQuote.findUnique({
    where: { id },
    include: { session: true, feedback: true },
  });
  if (quote === null || quote.ended === 'dropped') return null;
  const { programmeId, session, feedback, ended, words } = quote;
  const isStaff = { programmeId, personId, role: 'secretariat' as const, endedAt: null };
  if ((await transaction.membership.count({ where: isStaff })) === 0) return null;
  const texts = feedbackTexts[language];
  const title = titleOf(language, session);
  // In a report that is final it stands, whatever was permitted later.
  if (ended === null && feedback.permission !== 'no') return null;
  const text = ended === null ? texts.notices.permissionAfterFreeze(title) : texts.notices.quoteEnded[ended](title);
  const input = { session: session.id };
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: words },
      {
        kind: 'buttons',
        buttons: [{ label: texts.actions['feedback.results'].title, action: 'feedback.results', input }],
      },
    ),
  };
}
