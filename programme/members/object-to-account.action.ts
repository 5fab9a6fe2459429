/** Lets a person say that an account which was linked to them is not theirs. */
import { z } from 'zod';
import { type Form, plain } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { accountLabel } from './account-words.js';
import { objectToAccount } from './object-to-account.js';
import { readLinkedAccounts } from './queries.js';
import { refuseMember } from './refuse-member.js';
import { everyRole } from './roles.js';
import { memberTexts } from './texts.js';

export const objectToAccountAction = memberAction({
  name: 'member.object',
  texts: memberTexts,
  command: 'not-my-account',
  who: everyRole,
  input: z.object({ ownAccount: chosen }),
  offered: 'help',
  ask: accountForm,
  confirm: {
    when: 'words',
    show: async ({ language }) => ({ does: memberTexts[language].objectPreview, elements: [] }),
  },
  run: async (context, { ownAccount: accountId }) => {
    const { transaction, actor, person, now, language } = context;
    const done = await objectToAccount(transaction, { accountId, askingId: actor.accountId, by: person, now });
    return isRefusal(done) ? done : { message: plain(memberTexts[language].objectedDone) };
  },
});

async function accountForm(context: Context): Promise<Form | Refusal> {
  const { language, actor, person, transaction } = context;
  const others = (await readLinkedAccounts(transaction, person.id)).filter(({ id }) => id !== actor.accountId);
  if (others.length === 0) return refuseMember('no_other_account', {});
  const members = memberTexts[language];
  return {
    action: 'member.object',
    title: members.actions['member.object'].title,
    introduction: [{ kind: 'text', text: members.objectPreview }],
    fields: [
      {
        kind: 'choice',
        name: 'ownAccount',
        label: members.account,
        choices: others.map((account) => ({ value: account.id, label: accountLabel(context, account) })),
      },
    ],
    known: {},
    submit: members.notices.object,
    cancel: chatTexts[language].close,
  };
}
