/** A person with roles in several programmes chooses the one to look at. */
import { z } from 'zod';
import { inBoth, pick } from '../messages/bilingual.js';
import { plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { refuse } from '../requests/context.js';
import { everyRole } from './roles.js';

export const chooseProgramme = memberAction({
  name: 'programme.choose',
  command: 'programme',
  who: everyRole,
  subject: 'own',
  input: z.object({ programme: z.uuid({ error: 'not_a_choice' }) }),
  offered: 'help',
  confirm: 'never',
  ask: async (context) => ({
    action: 'programme.choose',
    title: context.texts.actions['programme.choose'].title,
    introduction: [],
    fields: [
      {
        kind: 'choice',
        name: 'programme',
        label: context.texts.members.programme,
        choices: (await ownProgrammes(context)).map(({ id, nameJa, nameEn }) => ({
          value: id,
          label: pick(context.language, inBoth(nameJa, nameEn)),
        })),
        initial: context.membership.programmeId,
      },
    ],
    known: {},
    submit: context.texts.members.save,
    cancel: context.texts.chat.close,
  }),
  run: async (context, { programme }) => {
    const chosen = (await ownProgrammes(context)).find(({ id }) => id === programme);
    if (chosen === undefined) return refuse('not_found', {});
    await context.transaction.person.update({
      where: { id: context.person.id },
      data: { chosenProgrammeId: programme },
    });
    const name = pick(context.language, inBoth(chosen.nameJa, chosen.nameEn));
    return { message: plain(context.texts.members.programmeChosen(name)) };
  },
});

async function ownProgrammes({ transaction, person }: Context) {
  return await transaction.programme.findMany({
    where: { id: { in: person.memberships.map(({ programmeId }) => programmeId) } },
    orderBy: { startsOn: 'desc' },
  });
}
