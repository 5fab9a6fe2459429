/** The first thing said after an account was linked: who the person is here and what is asked of them next, with a choice of language. */
import { pick } from '../messages/bilingual.js';
import { formatDeadline, formatSpan } from '../messages/dates.js';
import { elements, type Item, type Message } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext, Language } from '../requests/context.js';
import { languageButtons } from './languages.js';
import {
  type Arranged,
  type NextToAnswer,
  readArranged,
  readNextToAnswer,
  readWelcomed,
  type Welcomed,
} from './queries.js';
import { memberTexts } from './texts.js';

export const memberWelcome = notificationKind('member.welcome', {
  name: { ja: 'はじめのご案内', en: 'welcome' },
  compose: composeWelcome,
});

async function composeWelcome(context: BaseContext, { personId }: Composing): Promise<Message | null> {
  const { transaction, language, now } = context;
  const welcomed = await readWelcomed(transaction, personId, now);
  if (welcomed === null) return null;
  const [arranged, next] = await Promise.all([
    readArranged(transaction, personId, now),
    readNextToAnswer(transaction, personId, now),
  ]);
  const { meanwhile, menu, answer } = memberTexts[language];
  return {
    summary: greeting(context.language, welcomed),
    elements: elements(
      { kind: 'text', text: greeting(language, welcomed) },
      next !== null && { kind: 'text', text: pleaseAnswer(context, next) },
      arranged.length > 0 && { kind: 'text', text: meanwhile.title },
      { kind: 'list', items: arranged.map((one) => arrangedItem(context, one)) },
      {
        kind: 'buttons',
        buttons:
          next === null
            ? []
            : [{ label: answer, action: 'session.show', input: { session: next.id }, emphasis: 'primary' }],
      },
      { kind: 'buttons', buttons: languageButtons() },
      {
        kind: 'buttons',
        buttons: [{ label: menu, action: 'home.show', input: {} }],
      },
    ),
  };
}

function pleaseAnswer(context: BaseContext, { title, deadline, timeZone }: NextToAnswer): string {
  const { language } = context;
  return memberTexts[language].pleaseAnswer(pick(language, title), formatDeadline(context, deadline, timeZone));
}

/** Under which the welcome of an account is planned: it is given once. */
export function welcomeKey(accountId: string, personId: string): string {
  return `member.welcome:${accountId}:${personId}`;
}

function arrangedItem(context: BaseContext, { session, state, mode, waitingFor, by }: Arranged): Item {
  const { language } = context;
  const { modes, ...meanwhile } = memberTexts[language].meanwhile;
  const held = waitingFor ?? mode;
  const what = state === 'declined' || held === null ? meanwhile.declined : modes[held];
  return {
    title: pick(language, session.title),
    lines: [
      formatSpan(context, session.startsAt, session.endsAt, session.timeZone),
      meanwhile.done(waitingFor === null ? what : meanwhile.waiting(what), pick(language, by)),
    ],
    buttons: [{ label: meanwhile.show, action: 'session.show', input: { session: session.id } }],
  };
}

function greeting(language: Language, { person, role, programme, company }: Welcomed): string {
  return memberTexts[language].welcome({
    person: pick(language, person),
    role,
    programme: pick(language, programme),
    company: company && pick(language, company),
  });
}
