/** Lists what this person can do; to someone unknown, how to get in. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { contactsOf } from '../members/contacts.js';
import { howToGetIn } from '../members/get-in.js';
import { menuButtons } from '../members/menu.js';
import { everyRole } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { elements, plain } from '../messages/message.js';
import { openAction } from '../requests/action.js';
import { authoriseOwn } from '../requests/authorise.js';
import type { ActingPerson, OpenContext } from '../requests/context.js';
import { isRefusal } from '../requests/refusal.js';
import { sessionsConcerning } from '../sessions/queries.js';
import { helpNote } from './help-note.js';
import { helpRecogniser } from './help-recogniser.js';

/** As many coming sessions as may give the example, as on the overview. */
const LOOKED_AT = 5;

export const showHelp = openAction({
  name: 'help.show',
  texts: memberTexts,
  command: 'help',
  recognise: helpRecogniser,
  /** `unclear`: the bot did not understand what was said. `thanked`, `acknowledged`: nothing was asked for. */
  input: z.object({
    unclear: z.boolean().default(false),
    thanked: z.boolean().default(false),
    acknowledged: z.boolean().default(false),
  }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { unclear, thanked, acknowledged }) => {
    const { language, actor } = context;
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

async function examples(context: OpenContext, person: ActingPerson): Promise<string> {
  const membership = authoriseOwn(everyRole, person);
  if (isRefusal(membership)) return memberTexts[context.language].helpNote;
  const known = { ...context, person, membership };
  const coming = { member: actingMember(known), time: 'coming', now: context.now } as const;
  return helpNote(known, await sessionsConcerning(context.transaction, coming, { from: 0, size: LOOKED_AT }));
}
