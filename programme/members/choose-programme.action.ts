/** Asks a person with roles in several programmes which one to look at. */
import { z } from 'zod';
import { pick } from '../messages/bilingual.js';
import { type Form, plain } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal } from '../requests/refusal.js';
import { chooseProgramme } from './choose-programme.js';
import { readProgrammes } from './queries.js';
import { everyRole } from './roles.js';
import { memberTexts } from './texts.js';

export const chooseProgrammeAction = memberAction({
  name: 'programme.choose',
  texts: memberTexts,
  command: 'programme',
  who: everyRole,
  input: z.object({ programme: z.uuid({ error: 'not_a_choice' }) }),
  offered: 'help',
  confirm: 'never',
  ask: programmeForm,
  run: async (context, { programme: programmeId }) => {
    const { transaction, person, language } = context;
    const chosen = await chooseProgramme(transaction, { programmeId, by: person });
    if (isRefusal(chosen)) return chosen;
    return { message: plain(memberTexts[language].programmeChosen(pick(language, chosen.name))) };
  },
});

async function programmeForm(context: Context): Promise<Form> {
  const { transaction, person, membership, language } = context;
  const own = await readProgrammes(
    transaction,
    person.memberships.map(({ programmeId }) => programmeId),
  );
  return {
    action: 'programme.choose',
    title: memberTexts[language].actions['programme.choose'].title,
    introduction: [],
    fields: [
      {
        kind: 'choice',
        name: 'programme',
        label: memberTexts[language].programme,
        choices: own.map(({ id, name }) => ({ value: id, label: pick(language, name) })),
        initial: membership.programmeId,
      },
    ],
    known: {},
    submit: memberTexts[language].save,
    cancel: chatTexts[language].close,
  };
}
