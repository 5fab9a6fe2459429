/** Lists what this person can do; to someone unknown, how to get in; and says whom to turn to with what is not for this chat. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { type ConcernContact, concernContactsOf } from '../members/concern-contacts.js';
import { contactsOf } from '../members/contacts.js';
import { howToGetIn } from '../members/get-in.js';
import { menuButtons } from '../members/menu.js';
import { everyRole } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Message, plain } from '../messages/message.js';
import { type ActionResult, openAction } from '../requests/action.js';
import { authoriseOwn } from '../requests/authorise.js';
import type { ActingPerson, Language, OpenContext } from '../requests/context.js';
import { isRefusal } from '../requests/refusal.js';
import { sessionsConcerning } from '../sessions/queries.js';
import { concernTexts } from './concern-texts.js';
import { helpNote } from './help-note.js';
import { helpRecogniser } from './help-recogniser.js';

/** As many coming sessions as may give the example, as on the overview. */
const LOOKED_AT = 5;

export const showHelp = openAction({
  name: 'help.show',
  texts: memberTexts,
  command: 'help',
  recognise: helpRecogniser,
  /**
   * `unclear`: the bot did not understand what was said. `thanked`, `acknowledged`: nothing was asked for. `concern`: something
   * was told that belongs to a place which takes reports; `erasure`: stored data is to be deleted.
   */
  input: z.object({
    unclear: z.boolean().default(false),
    thanked: z.boolean().default(false),
    acknowledged: z.boolean().default(false),
    concern: z.boolean().default(false),
    erasure: z.boolean().default(false),
  }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { unclear, thanked, acknowledged, concern, erasure }) => {
    const { language, actor } = context;
    if (concern) {
      const { person } = actor;
      return whereToTurn(language, person === null ? [] : await concernContactsOf(context.transaction, person));
    }
    if (erasure) return { message: whomToAsk(language, actor.person && (await contactsOf(context, actor.person))) };
    if (actor.person === null) return { message: howToGetIn(language) };
    if (thanked) return { message: plain(memberTexts[language].thanked) };
    if (acknowledged) return { message: plain(memberTexts[language].acknowledged) };
    const introduction = unclear ? memberTexts[language].notUnderstood : memberTexts[language].helpIntroduction;
    const contacts = await contactsOf(context, actor.person);
    return {
      message: {
        summary: introduction,
        elements: elements(
          { kind: 'text', text: introduction },
          {
            kind: 'facts',
            facts: context.offers('help').map(({ texts, command }) => ({
              label: memberTexts[language].helpEntry(texts.title, command),
              value: texts.help,
            })),
          },
          { kind: 'note', text: await examples(context, actor.person) },
          { kind: 'note', text: contacts.length === 0 ? '' : memberTexts[language].contact(contacts) },
          { kind: 'buttons', buttons: menuButtons(context) },
        ),
      },
    };
  },
});

/** The programme's own places stand before the public ones. Of it nothing is kept: a repeated delivery gets the help’s first line. */
function whereToTurn(language: Language, contacts: readonly ConcernContact[]): ActionResult {
  const { concernSummary, concern, places, concernNote } = concernTexts[language];
  const own = contacts.map(({ nameJa, nameEn, reachJa, reachEn }) => ({
    label: pick(language, { ja: nameJa, en: nameEn }),
    value: pick(language, { ja: reachJa, en: reachEn }),
  }));
  const message = {
    summary: concernSummary,
    elements: elements(
      { kind: 'text', text: concern },
      { kind: 'facts', facts: [...own, ...places] },
      { kind: 'note', text: concernNote },
    ),
  };
  return { message, remembered: plain(memberTexts[language].helpIntroduction) };
}

function whomToAsk(language: Language, contacts: readonly string[] | null): Message {
  const { erasureSummary, erasure, erasureTo, erasureToUnknown } = concernTexts[language];
  const isKnown = contacts !== null && contacts.length > 0;
  return {
    summary: erasureSummary,
    elements: elements(
      { kind: 'text', text: erasure },
      { kind: 'text', text: isKnown ? erasureTo(contacts) : erasureToUnknown },
    ),
  };
}

async function examples(context: OpenContext, person: ActingPerson): Promise<string> {
  const membership = authoriseOwn(everyRole, person);
  if (isRefusal(membership)) return memberTexts[context.language].helpNote;
  const known = { ...context, person, membership };
  const coming = { member: actingMember(known), time: 'coming', now: context.now } as const;
  return helpNote(known, await sessionsConcerning(context.transaction, coming, { from: 0, size: LOOKED_AT }));
}
