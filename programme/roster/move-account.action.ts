/** Asks the secretariat which account was registered as the wrong person, and whose it should be. */
import { z } from 'zod';
import { accountLabel } from '../members/account-words.js';
import { findPeople } from '../members/find-people.js';
import { readLinkedAccounts } from '../members/queries.js';
import { secretariat } from '../members/roles.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { moveAccount } from './move-account.js';
import { refuseRoster } from './refuse-roster.js';
import { rosterTexts } from './texts.js';
import { memberField, nameWords, step } from './words.js';

export const moveAccountAction = memberAction({
  name: 'member.account',
  texts: rosterTexts,
  command: 'account',
  who: secretariat,
  input: z.object({ formerPerson: chosen, person: perhapsChosen, account: chosen, agreed: z.literal(true) }),
  offered: 'help',
  ask: accountForm,
  search: (context, _field, typed) => findPeople(context, { typed }),
  confirm: 'always',
  run: async (context, { formerPerson: fromId, person: toId = null, account: accountId }) => {
    const { transaction, membership, person: by, now, language } = context;
    const { programmeId } = membership;
    const moved = await moveAccount(transaction, { accountId, fromId, toId, by, programmeId, now });
    if (isRefusal(moved)) return moved;
    const from = await nameWords(context, fromId);
    const { unlinked, relinked } = rosterTexts[language];
    return { message: plain(toId === null ? unlinked(from) : relinked({ from, to: await nameWords(context, toId) })) };
  },
});

async function accountForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { labels, hints, unlinkPreview, relinkPreview, change } = rosterTexts[context.language];
  const { formerPerson, person } = given;
  if (!isId(formerPerson)) {
    const right = { hint: hints.rightPerson, optional: true };
    const fields = [
      await memberField(context, 'formerPerson', labels.member, given),
      await memberField(context, 'person', labels.rightPerson, given, right),
    ];
    return step(context, 'member.account', { fields });
  }
  const from = await nameWords(context, formerPerson);
  const accounts = await readLinkedAccounts(context.transaction, formerPerson);
  if (accounts.length === 0) return refuseRoster('no_account', { name: from });
  const text = isId(person) ? relinkPreview({ from, to: await nameWords(context, person) }) : unlinkPreview(from);
  const choices = accounts.map((account) => ({ value: account.id, label: accountLabel(context, account) }));
  return step(context, 'member.account', {
    introduction: [{ kind: 'text', text }],
    fields: [{ kind: 'choice', name: 'account', label: labels.account, choices }],
    known: { formerPerson, ...(isId(person) && { person }), agreed: true },
    submit: change,
  });
}
