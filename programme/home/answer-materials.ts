/** Answers where the materials are: those of the session that was named, or of the last one that has any, or of the next. */
import { actingMember } from '../members/acting-member.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { Context } from '../requests/context.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { readDetails } from '../sessions/details.js';
import { type OwnSession, readOwnSession } from '../sessions/queries.js';
import { concerning, type FactAnswer, noSession } from './answer.js';
import { homeTexts } from './texts.js';

/** As many links as stand below one line; the card has them all. */
const MOST_LINKS = 5;

export async function aboutMaterials(context: Context, named: string | undefined): Promise<FactAnswer> {
  const answers = homeTexts[context.language].answers;
  const shown =
    named === undefined
      ? await sessionWithMaterials(context)
      : await readOwnSession(context.transaction, named, actingMember(context));
  if (shown === null) return noSession(context);
  const title = sessionTitle(context, shown.session);
  const details = sessionButton(context, 'session.show', shown.session);
  const { materials } = readDetails(shown.session.details);
  if (materials.length === 0) return { line: answers.noMaterials({ title }), buttons: [details], asks: true };
  const links = materials.slice(0, MOST_LINKS).map(({ titleJa, titleEn, link }) => ({
    label: pick(context.language, inBoth(titleJa, titleEn)),
    link,
  }));
  return { line: answers.materials({ title }), buttons: [...links, details] };
}

async function sessionWithMaterials(context: Context): Promise<OwnSession | null> {
  const [past, coming] = [await concerning(context, 'past'), await concerning(context, 'coming')];
  const all = [...past, ...coming];
  return all.find(({ session }) => readDetails(session.details).materials.length > 0) ?? coming[0] ?? past[0] ?? null;
}
