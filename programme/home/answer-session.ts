/** Answers what is asked about one session: when, where, until when, how to connect, how to register, and how the person stands to it. */
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDeadline } from '../messages/dates.js';
import { registrationTexts } from '../registrations/texts.js';
import type { Context } from '../requests/context.js';
import { deadline, ownFact, sessionTitle, when } from '../sessions/describe.js';
import { answerButtons } from '../sessions/participant-buttons.js';
import type { OwnSession } from '../sessions/queries.js';
import { linkFor, modesOf } from '../sessions/rules.js';
import { sessionTexts } from '../sessions/texts.js';
import { type FactAnswer, followingButtons, noSession, sessionMeant } from './answer.js';
import { homeTexts } from './texts.js';

type Named = string | undefined;
type Saying = (title: string) => Pick<FactAnswer, 'line' | 'asks'>;

/** Of a session that was called off, that is all there is to say. */
function about(context: Context, shown: OwnSession | null, say: Saying): FactAnswer {
  if (shown === null) return noSession(context);
  const title = sessionTitle(context, shown.session);
  const buttons = followingButtons(context, shown);
  if (shown.session.state === 'called_off') {
    return { line: homeTexts[context.language].answers.calledOff({ title }), buttons };
  }
  return { ...say(title), buttons };
}

export async function aboutDeadline(context: Context, named: Named): Promise<FactAnswer> {
  const { now } = context;
  const answers = homeTexts[context.language].answers;
  const open = ({ session }: OwnSession) => session.deadline > now;
  const isUnanswered = ({ own }: OwnSession) => own === null || own.state === 'cancelled';
  const first = await sessionMeant(context, named, (shown) => open(shown) && isUnanswered(shown));
  const shown = first !== null && !open(first) ? await sessionMeant(context, named, open) : first;
  return about(context, shown, (title) => {
    const session = shown?.session;
    if (session === undefined) return { line: '' };
    if (session.deadline > now) return { line: answers.deadline({ title, deadline: deadline(context, session) }) };
    const closed = formatDeadline(context, session.deadline, session.timeZone);
    return { line: answers.closed({ title, deadline: closed }), asks: true };
  });
}

export async function aboutTime(context: Context, named: Named): Promise<FactAnswer> {
  const shown = await sessionMeant(context, named);
  return about(context, shown, (title) => ({
    line: shown === null ? '' : homeTexts[context.language].answers.time({ title, when: when(context, shown.session) }),
  }));
}

/** `map`: how to get there is asked for, which is stored nowhere. */
export async function aboutPlace(context: Context, named: Named, map: boolean): Promise<FactAnswer> {
  const answers = homeTexts[context.language].answers;
  const shown = await sessionMeant(context, named);
  return about(context, shown, (title) => {
    if (shown === null || shown.session.method === 'online') return { line: answers.placeOnline({ title }) };
    const venue = pick(context.language, inBoth(shown.session.venueJa, shown.session.venueEn));
    const line = venue === '' ? answers.placeOpen({ title }) : answers.place({ title, where: venue });
    return map ? { line: `${line}${context.language === 'ja' ? '' : ' '}${answers.noMap}`, asks: true } : { line };
  });
}

/** Only those learn the link who hold a place online. */
export async function aboutLink(context: Context, named: Named): Promise<FactAnswer> {
  const answers = homeTexts[context.language].answers;
  const shown = await sessionMeant(context, named, ({ session, own }) => linkFor(session, own) !== null);
  const link = shown && linkFor(shown.session, shown.own);
  const answer = about(context, shown, (title) => {
    if (link !== null) return { line: answers.link({ title, link }) };
    if (shown?.session.method === 'in_person') return { line: answers.linkNone({ title }) };
    const isEntitled = shown?.own?.state === 'confirmed' && shown.own.mode === 'online';
    return isEntitled ? { line: answers.linkOpen({ title }), asks: true } : { line: answers.linkForOnline({ title }) };
  });
  const label = sessionTexts[context.language].labels.link;
  return link === null ? answer : { ...answer, buttons: [{ label, link }, ...answer.buttons] };
}

export async function aboutStanding(context: Context, named: Named): Promise<FactAnswer> {
  const answers = homeTexts[context.language].answers;
  if (context.membership.role !== 'participant') return { line: answers.participantsRegister, buttons: [] };
  const shown = await sessionMeant(context, named);
  return about(context, shown, (title) => ({
    line:
      shown === null ? '' : answers.standing({ title, standing: ownFact(context, shown.own, shown.recorded).value }),
  }));
}

export async function aboutRegistering(context: Context, named: Named): Promise<FactAnswer> {
  const answers = homeTexts[context.language].answers;
  if (context.membership.role !== 'participant') return { line: answers.participantsRegister, buttons: [] };
  const canRegister = ({ session, own }: OwnSession) => answerButtons(context, session, own).length > 0;
  const shown = await sessionMeant(context, named, canRegister);
  return about(context, shown, (title) => {
    const mode = shown && modesOf(shown.session).at(-1);
    if (shown === null || !mode || !canRegister(shown)) {
      const own = shown?.own ?? null;
      const isAnswered = own !== null && own.state !== 'cancelled';
      return isAnswered
        ? { line: answers.standing({ title, standing: ownFact(context, own, null).value }) }
        : { line: answers.registeringClosed({ title }), asks: true };
    }
    const example = registrationTexts[context.language].registerExample(shown.session.code, mode);
    return { line: answers.registering({ title, example: example.replace(/^, /, '') }) };
  });
}
