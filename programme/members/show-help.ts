/** Lists what this person can do; to someone unknown, how to get in. */
import { z } from 'zod';
import { openAction } from '../action.js';
import type { ActingPerson, OpenContext } from '../context.js';
import { elements, plain } from '../message.js';
import { helpNote } from '../sessions/help-note.js';
import { howToGetIn } from './get-in.js';
import { menuButtons } from './menu.js';

export const showHelp = openAction({
  name: 'help.show',
  command: 'help',
  /** `unclear`: the bot did not understand what was said. `thanked`: nothing was asked for. */
  input: z.object({ unclear: z.boolean().default(false), thanked: z.boolean().default(false) }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { unclear, thanked }) => {
    const { texts, actor } = context;
    if (actor.person === null) return { message: howToGetIn(texts) };
    if (thanked) return { message: plain(texts.members.thanked) };
    const introduction = unclear ? texts.members.notUnderstood : texts.members.helpIntroduction;
    const contacts = await contactsOf(context, actor.person);
    return {
      message: {
        summary: introduction,
        elements: elements(
          { kind: 'text', text: introduction },
          {
            kind: 'facts',
            facts: context.offers('help').map(({ name, command }) => ({
              label: texts.members.helpEntry(texts.actions[name].title, command),
              value: texts.actions[name].help,
            })),
          },
          { kind: 'note', text: await helpNote(context, actor.person) },
          { kind: 'note', text: contacts.length === 0 ? '' : texts.members.contact(contacts) },
          { kind: 'buttons', buttons: menuButtons(context) },
        ),
      },
    };
  },
});

/** Whom to turn to: in the programme that the person looks at, or else in each of theirs. */
async function contactsOf({ transaction }: OpenContext, person: ActingPerson): Promise<readonly string[]> {
  const own = person.memberships.map(({ programmeId }) => programmeId);
  const chosen = own.filter((id) => id === person.chosenProgrammeId);
  const programmes = await transaction.programme.findMany({
    where: { id: { in: chosen.length > 0 ? chosen : own } },
    orderBy: { startsOn: 'desc' },
    select: { contact: true },
  });
  return [...new Set(programmes.map(({ contact }) => contact).filter((contact) => contact !== ''))];
}
