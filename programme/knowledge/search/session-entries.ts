/** What is known of the sessions that concern a member: day, venue, deadline, agenda and materials, as they are searched. */
import type { Session } from '../../../prisma/client.js';
import { actingMember } from '../../members/acting-member.js';
import type { Context, Language } from '../../requests/context.js';
import { sessionFacts } from '../../sessions/describe.js';
import { readDetails } from '../../sessions/details.js';
import { sessionsConcerning } from '../../sessions/queries.js';
import { knowledgeTexts } from '../texts.js';
import type { KnowledgeEntry } from './entry.js';

/** As many of what is to come, and of what is over, as are looked through. */
const MOST_LOOKED_AT = 50;

/** With the identifier of the session as its own. */
export async function sessionEntries(context: Context): Promise<readonly KnowledgeEntry[]> {
  const { transaction, now } = context;
  const member = actingMember(context);
  const pageOf = { from: 0, size: MOST_LOOKED_AT };
  const coming = await sessionsConcerning(transaction, { member, time: 'coming', now }, pageOf);
  const past = await sessionsConcerning(transaction, { member, time: 'past', now }, pageOf);
  return [...coming, ...past]
    .filter(({ session }) => session.state === 'scheduled')
    .map(({ session }) => entryOf(context, session));
}

function entryOf(context: Context, session: Session): KnowledgeEntry {
  const { id, code, titleJa, titleEn } = session;
  const { agenda, materials } = readDetails(session.details);
  const titles = [...agenda, ...materials];
  const textIn = (language: Language) => {
    const facts = sessionFacts({ ...context, language }, session).map(({ label, value }) => `${label}: ${value}`);
    const others = titles.map((one) => (language === 'ja' ? one.titleJa : one.titleEn));
    return [...facts, ...(others.length === 0 ? [] : [others.join(language === 'ja' ? '、' : ', ')])].join('\n');
  };
  return {
    ...{ id, kind: 'session', name: { ja: `${code} ${titleJa}`, en: `${code} ${titleEn}` } },
    text: { ja: textIn('ja'), en: textIn('en') },
    source: { ja: knowledgeTexts.ja.session, en: knowledgeTexts.en.session },
    place: { ja: `${titleJa}(${code})`, en: `${titleEn} (${code})` },
  };
}
